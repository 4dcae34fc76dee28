import Foundation

/// Writes where every word stands as it is written, for what a query puts in quotes.
///
/// A word's file is chosen by the lowest bits of its hash (FNV-1a, 32 bits, over its UTF-8). A file holds, for each of
/// its words in the order of their hashes: the distance from the hash before (0 when a word broken at a line's end and
/// the whole word both occur), the length of what follows in bytes, and
/// for each document the distance of its number from the one before, how often the word stands there, and for each time
/// a byte of the hash of the word after it, 0 when a piece of text ends. So a phrase is found word by word without
/// positions, which would change through half a document with every edit. Words so common that their list would be
/// longer than `longestList` have an empty one: anything is taken for them. Numbers are as in ``TermFiles``.
struct PhraseFiles {
  static let longestList = 16384

  let files: [SearchFile]

  init(_ streams: [TokenStream], lexicon: Lexicon, shards: Int) {
    let forms = lexicon.forms
    let hashes = (0..<forms.count).map { PhraseFiles.hash(forms[$0]) }
    let places = Places(streams, forms: forms.count, hashes)
    var members = [[UInt32]](repeating: [], count: shards)
    for form in 0..<forms.count where places.starts[form + 1] > places.starts[form] {
      members[Int(hashes[form]) & (shards - 1)].append(UInt32(form))
    }
    files = concurrently(shards) { [members] shard in
      let sorted = members[shard].sorted { a, b in
        hashes[Int(a)] == hashes[Int(b)]
          ? forms[Int(a)].lexicographicallyPrecedes(forms[Int(b)]) : hashes[Int(a)] < hashes[Int(b)]
      }
      return SearchFile(
        path: "phrases/\(shard).bin", bytes: PhraseFiles.write(sorted, places, hashes))
    }
  }

  private static func write(_ forms: [UInt32], _ places: Places, _ hashes: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    var list: [UInt8] = []
    var previous = 0
    for form in forms {
      let hash = Int(hashes[Int(form)])
      bytes.append(varint: hash - previous)
      previous = hash
      list.removeAll(keepingCapacity: true)
      append(places.starts[Int(form)]..<places.starts[Int(form) + 1], of: places, to: &list)
      if list.count > longestList { list.removeAll() }
      bytes.append(varint: list.count)
      bytes += list
    }
    return bytes
  }

  private static func append(_ range: Range<Int>, of places: Places, to list: inout [UInt8]) {
    var index = range.lowerBound
    var previous = -1
    while index < range.upperBound, list.count <= longestList {
      let document = Int(places.documents[index])
      var end = index + 1
      while end < range.upperBound, places.documents[end] == places.documents[index] { end += 1 }
      list.append(varint: document - previous)
      list.append(varint: end - index)
      list.append(contentsOf: places.following[index..<end])
      previous = document
      index = end
    }
  }

  /// FNV-1a over the bytes of a form, without the mark of a line's end.
  static func hash(_ form: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in form where byte != 0x0A { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}

/// Every place of every form: the document, and a byte of the next word's hash.
private struct Places: Sendable {
  var starts: [Int]
  var documents: [UInt32]
  var following: [UInt8]

  init(_ streams: [TokenStream], forms: Int, _ hashes: [UInt32]) {
    let workers = streams.count < 64 ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let ranges = evenRanges(streams.count, pieces: workers)
    let counts = concurrently(ranges.count) { worker in
      var counts = [UInt32](repeating: 0, count: forms)
      for stream in streams[ranges[worker]] {
        for token in stream.tokens where token < TokenStream.firstMark { counts[Int(token)] += 1 }
      }
      return counts
    }
    var starts = [Int](repeating: 0, count: forms + 1)
    var next = counts.map { _ in [Int](repeating: 0, count: forms) }
    var total = 0
    for form in 0..<forms {
      starts[form] = total
      for worker in counts.indices {
        next[worker][form] = total
        total += Int(counts[worker][form])
      }
    }
    starts[forms] = total
    self.starts = starts
    documents = [UInt32](repeating: 0, count: total)
    following = [UInt8](repeating: 0, count: total)
    documents.withUnsafeMutableBufferPointer { documents in
      following.withUnsafeMutableBufferPointer { following in
        nonisolated(unsafe) let documents = documents
        nonisolated(unsafe) let following = following
        _ = concurrently(ranges.count) { [next] worker in
          var next = next[worker]
          for number in ranges[worker] {
            let tokens = streams[number].tokens
            for index in tokens.indices where tokens[index] < TokenStream.firstMark {
              let form = Int(tokens[index])
              let place = next[form]
              next[form] = place + 1
              documents[place] = UInt32(number)
              if index + 1 < tokens.count, tokens[index + 1] < TokenStream.firstMark {
                following[place] = max(1, UInt8(hashes[Int(tokens[index + 1])] >> 24))
              }
            }
          }
        }
      }
    }
  }
}

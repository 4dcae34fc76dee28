import Diagnosing
import Foundation

/// Cuts text into word forms: lower case, composed (NFC), without soft hyphens.
///
/// A form is a run of letters and digits; hyphens, apostrophes and colons stand inside a form (*maa-aines*, *vaa'an*,
/// *EU:n*), not at its ends. A word broken at the end of a line keeps a line feed at the break, for the analysis to
/// decide whether the hyphen was the writer's. Letters beyond the Basic Multilingual Plane end a word, so that byte
/// order and JavaScript's order of strings are the same.
struct WordScanner {
  /// Longer words are not words that anyone looks for.
  static let longestForm = 120

  private var form: [UInt8] = []
  private var needsComposing = false

  /// Calls `found` with each form, in order. The buffer is good for the call only.
  mutating func scan(_ text: String, _ found: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { scan($0, found) }
  }

  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ found: (UnsafeBufferPointer<UInt8>) -> Void) {
    var index = 0
    let end = text.count
    while index < end {
      let plain = plainEnd(from: index, in: text)
      if plain > index {
        let run = UnsafeBufferPointer(rebasing: text[index..<plain])
        index = plain
        // Most words are such a run and nothing else, and need not be copied.
        if form.isEmpty, plain == end || endsWord(text[plain]) {
          if run.count <= WordScanner.longestForm { found(run) }
        } else {
          form.append(contentsOf: run)
        }
        continue
      }
      let byte = text[index]
      if byte < 0x80 {
        if isASCIIWord(byte) {
          form.append(byte | 0x20)
          index += 1
        } else {
          index = stop(at: index, in: text, found)
        }
      } else if byte == 0xC3, index + 1 < end, text[index + 1] | 0x20 != 0xB7 {
        // U+00C0–U+00FF but × and ÷; the upper case half is 0x20 below.
        let next = text[index + 1]
        form.append(0xC3)
        form.append(next < 0x9F ? next + 0x20 : next)
        index += 2
      } else {
        index = scanRare(at: index, in: text, found)
      }
    }
    flush(found)
  }

  /// Where a run of letters and digits ends that need no change: those of ASCII and Latin-1 in lower case.
  @inline(__always)
  private func plainEnd(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while true {
      index = text.firstIndex(from: index) { $0.below(0x61) | $0.above(0x7A) }
      guard index < text.count else { return index }
      if text[index] &- 0x30 < 10 {
        index += 1
      } else if text[index] == 0xC3, index + 1 < text.count, text[index + 1] >= 0x9F, text[index + 1] != 0xB7 {
        index += 2
      } else {
        return index
      }
    }
  }

  /// Whether a byte ends a word whatever comes after it.
  @inline(__always)
  private func endsWord(_ byte: UInt8) -> Bool {
    byte < 0x80 && !isASCIIWord(byte) && byte != 0x2D && byte != 0x27 && byte != 0x3A
  }

  @inline(__always)
  private func isASCIIWord(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  /// A character that is neither an ASCII letter nor a digit: it joins two halves of a word, or ends the word.
  private mutating func stop(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, _ found: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Int {
    guard !form.isEmpty else { return index + 1 }
    let byte = text[index]
    guard byte == 0x2D || byte == 0x27 || byte == 0x3A else {
      flush(found)
      return index + 1
    }
    return join(byte, upTo: index + 1, in: text, found)
  }

  /// Decides on a hyphen, an apostrophe or a colon whose last byte stands before `next`.
  private mutating func join(
    _ joiner: UInt8, upTo next: Int, in text: UnsafeBufferPointer<UInt8>,
    _ found: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Int {
    if next < text.count, isASCIIWord(text[next]) || text[next] == 0xC3 {
      form.append(joiner)
    } else if joiner == 0x2D, let resumed = nextLine(after: next, in: text) {
      form.append(0x0A)
      return resumed
    } else {
      flush(found)
    }
    return next
  }

  /// Where a word goes on after a hyphen at the end of a line: on a lower-case letter, unless a conjunction stands there
  /// (*koulu- ⏎ ja kotipolku*).
  private func nextLine(after index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = index
    while index < text.count, text[index] == 0x20 || text[index] == 0x0D { index += 1 }
    guard index < text.count, text[index] == 0x0A else { return nil }
    index += 1
    while index < text.count, text[index] == 0x20 { index += 1 }
    guard index < text.count else { return nil }
    guard
      (text[index] >= 0x61 && text[index] <= 0x7A)
        || (text[index] == 0xC3 && index + 1 < text.count && text[index + 1] >= 0xA0)
    else { return nil }
    var end = index
    while end < text.count, isASCIIWord(text[end]) || text[end] >= 0x80 { end += 1 }
    let word = UnsafeBufferPointer(rebasing: text[index..<end])
    return WordScanner.conjunctions.contains { word.elementsEqual($0) } ? nil : index
  }

  private static let conjunctions: [[UInt8]] = ["ja", "tai", "eli", "sekä", "och", "eller", "samt", "and", "or"]
    .map { Array($0.utf8) }

  /// Everything outside ASCII and Latin-1 letters.
  private mutating func scanRare(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, _ found: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Int {
    var length = 1
    while index + length < text.count, text[index + length] & 0xC0 == 0x80 { length += 1 }
    let decoded = String(decoding: UnsafeBufferPointer(rebasing: text[index..<(index + length)]), as: UTF8.self)
    guard let scalar = decoded.unicodeScalars.first else { return index + length }
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF:
      return index + length
    case 0x2010...0x2011 where !form.isEmpty:
      return join(0x2D, upTo: index + length, in: text, found)
    case 0x2019 where !form.isEmpty:
      return join(0x27, upTo: index + length, in: text, found)
    case 0x300...0x36F where !form.isEmpty:
      form.append(contentsOf: decoded.utf8)
      needsComposing = true
    case 0x10000...:
      flush(found)
    case _ where scalar.properties.isAlphabetic:
      form.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    default:
      flush(found)
    }
    return index + length
  }

  private mutating func flush(_ found: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard !form.isEmpty else { return }
    if needsComposing {
      form = Array(String(decoding: form, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
      needsComposing = false
    }
    while let last = form.last, last == 0x2D || last == 0x27 || last == 0x3A || last == 0x0A { form.removeLast() }
    if form.count <= WordScanner.longestForm, !form.isEmpty {
      form.withUnsafeBufferPointer(found)
    }
    form.removeAll(keepingCapacity: true)
  }
}

import CMemory
import Diagnosing
import Foundation

/// Makes a base from documents and an older base, from which everything is taken that still holds.
struct BaseBuilder {
  private let documents: [SearchDocument]
  private let old: SearchBase
  private var chunks: [DocumentReading.Chunk]
  /// The number of each of the old base's documents now; `.max` for those that have changed or gone.
  private var kept: [UInt32]
  private var base = SearchBase()

  /// The old base's number of each form and term, by its number now.
  private var oldForms: [UInt32] = []
  private var oldTerms: [UInt32] = []
  /// Whether a Finnish text has the form (1) and whether another has (2), by form.
  private var usage: [UInt8] = []
  /// The packed terms (see ``WeighedTerm``) of the documents that were read, by document.
  private var weighed: [[UInt32]] = []

  /// - Parameter documents: in the order of their numbers, each slug once.
  static func build(
    _ documents: [SearchDocument], from old: SearchBase, version: VoikkoVersion?
  ) throws(SearchFailure) -> SearchBase {
    var builder = BaseBuilder(documents, from: old)
    builder.numberForms()
    try builder.makeLexicon()
    // What a step took is given back before the next, or they would add up.
    release_unused_memory()
    builder.weigh()
    release_unused_memory()
    builder.postTerms()
    release_unused_memory()
    // Last, for the places take more memory than all else, and nothing that comes after would need the words.
    builder.placeForms()
    builder.base.version = version
    builder.base.seal()
    return builder.base
  }

  private init(_ documents: [SearchDocument], from old: SearchBase) {
    self.documents = documents
    self.old = old
    chunks = DocumentReading(documents, base: old).chunks
    kept = [UInt32](repeating: .max, count: old.slugs.count)
    var slugs = ByteStrings.Writer()
    var digests: [UInt64] = []
    for chunk in chunks {
      for (number, outcome) in zip(chunk.documents, chunk.outcomes) {
        if let old = outcome.kept { kept[old] = UInt32(number) }
        digests.append(outcome.digest)
        slugs.append(documents[number].slug.utf8)
      }
    }
    base.slugs = ByteStrings(joining: [slugs])
    base.digests = Column(digests)
    base.isFinnish = Column(documents.map { $0.language == .fi ? 1 : 0 })
  }

  // MARK: Forms

  /// Numbers all forms that occur, and with them the words of the documents.
  private mutating func numberForms() {
    let order = FormOrder(shards: ShardSizes(documents: documents.count).phrases)
    var table = StringTable()
    var oldOfNumber: [UInt32] = []
    var keptUsage = [UInt8](repeating: 0, count: old.forms.count)
    for (number, now) in kept.enumerated() where now != .max {
      var reader = ByteReader(old.documentForms[number])
      while !reader.isAtEnd { keptUsage[reader.number()] |= old.isFinnish[number] == 1 ? 1 : 2 }
    }
    for form in keptUsage.indices where keptUsage[form] != 0 {
      _ = table.insert(old.forms[form])
      oldOfNumber.append(UInt32(form))
    }
    let oldOrder = FormOrder(shards: ShardSizes(documents: old.slugs.count).phrases)
    var numbersInChunk: [[UInt32]] = []
    for index in chunks.indices {
      let forms = chunks[index].tally.forms
      chunks[index].tally.forgetForms()
      numbersInChunk.append(
        (0..<forms.count).map { local in
          forms[local].withUnsafeBufferPointer { form in
            let number = table.insert(form)
            if number == oldOfNumber.count { oldOfNumber.append(old.form(form, oldOrder).map { UInt32($0) } ?? .max) }
            return UInt32(number)
          }
        })
    }
    let sorted = BaseBuilder.sorted(table, order)
    var place = [UInt32](repeating: 0, count: sorted.count)
    var forms = ByteStrings.Writer()
    for (new, number) in sorted.enumerated() {
      place[Int(number)] = UInt32(new)
      forms.append(table[Int(number)])
    }
    base.forms = ByteStrings(joining: [forms])
    oldForms = sorted.map { oldOfNumber[Int($0)] }
    usage = oldForms.map { $0 == .max ? 0 : keptUsage[Int($0)] }
    for index in chunks.indices {
      chunks[index].numbers = numbersInChunk[index].map { place[Int($0)] }
      for (form, more) in zip(chunks[index].numbers, chunks[index].tally.usage) { usage[Int(form)] |= more }
    }
  }

  private static func sorted(_ table: StringTable, _ order: FormOrder) -> [UInt32] {
    var keys = (0..<table.count).map { number in
      (key: table[number].withUnsafeBufferPointer { order.key($0) }, number: UInt32(number))
    }
    keys.sort { a, b in
      a.key == b.key ? table[Int(a.number)].lexicographicallyPrecedes(table[Int(b.number)]) : a.key < b.key
    }
    return keys.map(\.number)
  }

  // MARK: Terms

  /// Finds the terms of every form, those that the old base does not know with libvoikko.
  private mutating func makeLexicon() throws(SearchFailure) {
    let unknown = usage.indices.filter { form in
      usage[form] & 1 != 0 && (oldForms[form] == .max || old.firstEntry[Int(oldForms[form])] == Lexicon.unknown)
    }
    let forms = base.forms
    let analyses = try Analyses.make(unknown) { forms[$0] }
    var terms = StringTable()
    var lexicon = Lexicon(forms: forms.count)
    var oldNumbers = [UInt32](repeating: .max, count: old.terms.count)
    for form in usage.indices where usage[form] & 1 != 0 {
      guard oldForms[form] != .max, old.firstEntry[Int(oldForms[form])] != Lexicon.unknown else { continue }
      lexicon.append(entriesFrom: Int(old.firstEntry[Int(oldForms[form])]), of: old.entries.numbers, form: form) {
        if oldNumbers[Int($0)] == .max { oldNumbers[Int($0)] = UInt32(terms.insert(old.terms[Int($0)])) }
        return oldNumbers[Int($0)]
      }
    }
    for analysed in analyses {
      let numbers = (0..<analysed.terms.count).map { UInt32(terms.insert(analysed.terms[$0])) }
      for (form, start) in zip(analysed.forms, analysed.starts) {
        lexicon.append(entriesFrom: start, of: analysed.entries, form: form) { numbers[Int($0)] }
      }
    }
    for form in usage.indices where usage[form] & 2 != 0 {
      lexicon.surfaceTerm[form] = UInt32(terms.insert(Lexicon.surface(of: forms[form])))
    }
    numberTerms(terms, lexicon)
  }

  /// Numbers the terms by the order of their bytes and puts the entries into the order of forms.
  private mutating func numberTerms(_ terms: StringTable, _ lexicon: Lexicon) {
    let sorted = terms.sorted { _ in true }
    var place = [UInt32](repeating: 0, count: sorted.count)
    var writer = ByteStrings.Writer()
    oldTerms = []
    for (new, number) in sorted.enumerated() {
      place[Int(number)] = UInt32(new)
      writer.append(terms[Int(number)])
      oldTerms.append(terms[Int(number)].withUnsafeBufferPointer { old.term($0).number.map { UInt32($0) } ?? .max })
    }
    base.terms = ByteStrings(joining: [writer])
    var ordered = Lexicon(forms: usage.count)
    for form in usage.indices {
      if lexicon.firstEntry[form] != Lexicon.unknown {
        ordered.append(entriesFrom: Int(lexicon.firstEntry[form]), of: lexicon.entries, form: form) { place[Int($0)] }
      }
      if lexicon.surfaceTerm[form] != Lexicon.unknown {
        ordered.surfaceTerm[form] = place[Int(lexicon.surfaceTerm[form])]
      }
    }
    base.firstEntry = Column(ordered.firstEntry)
    base.surfaceTerm = Column(ordered.surfaceTerm)
    base.entries = Column(ordered.entries)
  }

  // MARK: Lists

  /// Lists, for every document, its forms, and weighs the terms of those that were read.
  private mutating func weigh() {
    var renumbered = [UInt32](repeating: 0, count: old.forms.count)
    for (new, old) in oldForms.enumerated() where old != .max { renumbered[Int(old)] = UInt32(new) }
    let weighedChunks = concurrently(chunks.count) { [chunks, base, old, renumbered] chunk in
      WeighedChunk(chunks[chunk], in: base, from: old, renumbered: renumbered)
    }
    weighed = weighedChunks.flatMap(\.terms)
    base.documentForms = ByteStrings(joining: weighedChunks.map(\.forms))
  }

  /// Ranges small enough that what is sorted at a time takes little memory; each costs a look at every word.
  private static func pieces(of count: Int) -> [Range<Int>] {
    evenRanges(count, pieces: 4 * ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Lists, for every form, its places.
  private mutating func placeForms() {
    let forms = base.forms
    let following = chunks.map { $0.numbers.map { FormOrder.following(forms[Int($0)]) } }
    let ranges = BaseBuilder.pieces(of: forms.count)
    let counts = PlaceRows.counts(forms.count, chunks)
    let pieces = concurrently(ranges.count) { [chunks, old, kept, oldForms] piece in
      let range = ranges[piece]
      let rows = PlaceRows(range, counts: counts, chunks, following: following)
      var writer = ByteStrings.Writer()
      var (earlier, new, merged) = (PlaceList(), PlaceList(), PlaceList())
      for form in range {
        if form - range.lowerBound == 1000 { writer.bytes.reserveCapacity(forPieces: range.count, after: 1000) }
        if oldForms[form] == .max {
          rows.encode(form, into: &writer.bytes)
        } else {
          earlier.removeAll()
          earlier.append(old.places[Int(oldForms[form])], numbers: kept)
          new.removeAll()
          rows.append(form, to: &new)
          merged.merge(earlier, new)
          merged.encode(into: &writer.bytes)
        }
        writer.close()
      }
      return writer
    }
    // What was read goes back before the pieces are put together, for these take as much again.
    chunks = []
    release_unused_memory()
    base.places = ByteStrings(joining: consume pieces)
  }

  /// Lists, for every term, its documents.
  private mutating func postTerms() {
    let ranges = BaseBuilder.pieces(of: base.terms.count)
    let counts = PostingRows.counts(base.terms.count, weighed)
    let pieces = concurrently(ranges.count) { [weighed, old, kept, oldTerms] piece in
      let range = ranges[piece]
      let rows = PostingRows(range, counts: counts, weighed)
      var writer = ByteStrings.Writer()
      var (earlier, new, merged) = (PostingList(), PostingList(), PostingList())
      for term in range {
        if term - range.lowerBound == 1000 { writer.bytes.reserveCapacity(forPieces: range.count, after: 1000) }
        if oldTerms[term] == .max {
          rows.encode(term, into: &writer.bytes)
        } else {
          earlier.removeAll()
          earlier.append(old.postings[Int(oldTerms[term])], numbers: kept)
          new.removeAll()
          rows.append(term, to: &new)
          merged.merge(earlier, new)
          merged.encode(into: &writer.bytes)
        }
        writer.close()
      }
      return writer
    }
    base.postings = ByteStrings(joining: consume pieces)
    weighed = []
  }
}

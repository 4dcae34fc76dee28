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
  private var lexicon = Lexicon(forms: 0)
  /// The packed terms (see ``WeighedTerm``) of the documents that were read, by document.
  private var weighed: [[UInt32]] = []

  /// - Parameter documents: in the order of slugs, each slug once.
  static func build(
    _ documents: [SearchDocument], from old: SearchBase, version: VoikkoVersion?
  ) throws(SearchFailure) -> SearchBase {
    var builder = BaseBuilder(documents, from: old)
    builder.numberForms()
    try builder.makeLexicon()
    // What a step took is given back before the next, or they would add up.
    release_unused_memory()
    builder.placeForms()
    release_unused_memory()
    builder.listForms()
    builder.weigh()
    builder.chunks = []
    release_unused_memory()
    builder.postTerms()
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
    for chunk in chunks {
      numbersInChunk.append(
        (0..<chunk.forms.count).map { local in
          chunk.forms[local].withUnsafeBufferPointer { form in
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
      chunks[index].forms = StringTable()
    }
    noteUsage()
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

  /// Notes the forms of the documents that were read.
  private mutating func noteUsage() {
    let forms = base.forms.count
    for more in concurrently(
      chunks.count,
      { [chunks, isFinnish = base.isFinnish] index in
        let chunk = chunks[index]
        var usage = [UInt8](repeating: 0, count: forms)
        for (document, outcome) in zip(chunk.documents, chunk.outcomes) {
          let mark: UInt8 = isFinnish[document] == 1 ? 1 : 2
          outcome.stream.read { if $0 < TokenStream.firstMark { usage[Int(chunk.numbers[Int($0)])] |= mark } }
        }
        return usage
      })
    {
      for form in more.indices { usage[form] |= more[form] }
    }
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
    lexicon = Lexicon(forms: forms.count)
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
    numberTerms(terms)
  }

  /// Numbers the terms by the order of their bytes and puts the entries into the order of forms.
  private mutating func numberTerms(_ terms: StringTable) {
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
    lexicon = ordered
    base.firstEntry = Column(lexicon.firstEntry)
    base.surfaceTerm = Column(lexicon.surfaceTerm)
    base.entries = Column(lexicon.entries)
  }

  /// Weighs the terms of the documents that were read.
  private mutating func weigh() {
    let terms = base.terms.count
    weighed = concurrently(chunks.count) { [chunks, lexicon, isFinnish = base.isFinnish] index in
      let chunk = chunks[index]
      var scale = Scale(forms: lexicon.firstEntry.count, terms: terms)
      return zip(chunk.documents, chunk.outcomes).map { document, outcome in
        outcome.kept == nil
          ? scale.weigh(outcome.stream, numbers: chunk.numbers, isFinnish: isFinnish[document] == 1, lexicon) : []
      }
    }.flatMap { $0 }
    lexicon = Lexicon(forms: 0)
  }

  // MARK: Lists

  /// Lists, for every document, its forms.
  private mutating func listForms() {
    var numbers = [UInt32](repeating: 0, count: old.forms.count)
    for (new, old) in oldForms.enumerated() where old != .max { numbers[Int(old)] = UInt32(new) }
    let forms = base.forms.count
    let ranges = chunks.indices.flatMap { chunk in
      evenRanges(chunks[chunk].outcomes.count, pieces: 8).map { (chunk: chunk, outcomes: $0) }
    }
    let pieces = concurrently(ranges.count) { [chunks, old, numbers] piece in
      var writer = ByteStrings.Writer()
      var seen = [UInt32](repeating: .max, count: forms)
      let chunk = chunks[ranges[piece].chunk]
      for index in ranges[piece].outcomes {
        let (document, outcome) = (chunk.documents.lowerBound + index, chunk.outcomes[index])
        if let kept = outcome.kept {
          var reader = ByteReader(old.documentForms[kept])
          while !reader.isAtEnd { writer.bytes.append(varint: Int(numbers[reader.number()])) }
        }
        outcome.stream.read { token in
          guard token < TokenStream.firstMark else { return }
          let form = Int(chunk.numbers[Int(token)])
          guard seen[form] != document else { return }
          seen[form] = UInt32(document)
          writer.bytes.append(varint: form)
        }
        writer.close()
      }
      return writer
    }
    base.documentForms = ByteStrings(joining: consume pieces)
  }

  /// Ranges small enough that what is sorted at a time takes little memory; each costs a look at every word.
  private static func pieces(of count: Int) -> [Range<Int>] {
    evenRanges(count, pieces: 2 * ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Lists, for every form, its places.
  private mutating func placeForms() {
    let forms = base.forms
    let following = (0..<forms.count).map { FormOrder.following(forms[$0]) }
    let ranges = BaseBuilder.pieces(of: forms.count)
    let counts = PlaceRows.counts(forms.count, chunks)
    let pieces = concurrently(ranges.count) { [chunks, old, kept, oldForms] piece in
      let range = ranges[piece]
      let rows = PlaceRows(range, counts: counts, chunks, following)
      var writer = ByteStrings.Writer()
      var (earlier, new, merged) = (PlaceList(), PlaceList(), PlaceList())
      for form in range {
        new.removeAll()
        rows.append(form, to: &new)
        if oldForms[form] == .max {
          new.encode(into: &writer.bytes)
        } else {
          earlier.removeAll()
          earlier.append(old.places[Int(oldForms[form])], numbers: kept)
          merged.merge(earlier, new)
          merged.encode(into: &writer.bytes)
        }
        writer.close()
      }
      return writer
    }
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

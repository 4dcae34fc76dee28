import Diagnosing

/// What a few edited documents change in a base: the lists that differ, and nothing else.
struct SearchPatch: Sendable {
  /// A list that differs, empty when the term or form is no longer there; in the base's order.
  struct Lists: Sendable {
    var texts = ByteStrings()
    var lists = ByteStrings()
    /// The numbers in the base; `.max` for one that it does not have.
    var numbers: [UInt32] = []
  }

  var terms = Lists()
  var forms = Lists()

  init() {}

  /// Nil when the base does not have the same documents, or more than `limit` of them differ.
  ///
  /// - Parameter documents: in the order of their numbers, each slug once.
  init?(_ documents: [SearchDocument], base: SearchBase, limit: Int) throws(SearchFailure) {
    guard documents.count == base.slugs.count else { return nil }
    var changed: [Int] = []
    for number in documents.indices {
      var slug = documents[number].slug
      guard slug.withUTF8({ compare($0, base.slugs[number]) == 0 }) else { return nil }
      let stated = documents[number].fingerprint
      let digest = stated == 0 ? documents[number].digest(body: documents[number].body()) : stated
      if digest != base.digests[number] { changed.append(number) }
      if changed.count > limit { return nil }
    }
    guard !changed.isEmpty else { return }
    var edit = Edit(base: base, documents: documents, changed: changed)
    try edit.read()
    let changes = concurrently(2) { [edit] part in part == 0 ? edit.changedForms() : edit.changedTerms() }
    (forms, terms) = (changes[0], changes[1])
  }
}

/// The work of making a patch.
private struct Edit {
  let base: SearchBase
  let documents: [SearchDocument]
  /// The numbers of the documents that differ, in order.
  let changed: [Int]
  private let order: FormOrder
  /// The number of each document, `.max` for those that differ.
  private let kept: [UInt32]

  private var tally = FormTally()
  /// The forms' numbers in the base, by their numbers here.
  private var formNumbers: [Int?] = []
  private var streams: [TokenStream] = []
  /// Terms that the base does not have; their numbers go on where the base's end.
  private var newTerms = StringTable()
  private var weighed: [[UInt32]] = []

  init(base: SearchBase, documents: [SearchDocument], changed: [Int]) {
    self.base = base
    self.documents = documents
    self.changed = changed
    order = FormOrder(shards: ShardSizes(documents: documents.count).phrases)
    var kept = (0..<UInt32(documents.count)).map { $0 }
    for number in changed { kept[number] = .max }
    self.kept = kept
  }

  mutating func read() throws(SearchFailure) {
    for number in changed {
      let document = documents[number]
      streams.append(TokenStream(document, body: document.body(), &tally))
    }
    let local = tally.forms
    formNumbers = (0..<local.count).map { form in local[form].withUnsafeBufferPointer { base.form($0, order) } }
    let lexicon = try makeLexicon()
    var scale = Scale(forms: local.count, terms: Array(0..<UInt32(base.terms.count + newTerms.count)))
    weighed = zip(changed, streams).map { number, stream in
      scale.put(stream)
      return scale.weigh(isFinnish: documents[number].language == .fi, lexicon)
    }
  }

  /// The terms of the forms here.
  private mutating func makeLexicon() throws(SearchFailure) -> Lexicon {
    let (local, usage) = (tally.forms, tally.usage)
    var lexicon = Lexicon(forms: local.count)
    var unknown: [Int] = []
    for form in usage.indices {
      if usage[form] & 1 != 0 {
        if let known = formNumbers[form], base.firstEntry[known] != Lexicon.unknown {
          lexicon.append(entriesFrom: Int(base.firstEntry[known]), of: base.entries.numbers, form: form) { $0 }
        } else {
          unknown.append(form)
        }
      }
      if usage[form] & 2 != 0 {
        lexicon.surfaceTerm[form] = Lexicon.surface(of: local[form]).withUnsafeBufferPointer { number(ofTerm: $0) }
      }
    }
    var texts = ByteStrings.Writer()
    for form in 0..<local.count { texts.append(local[form]) }
    let forms = ByteStrings(joining: [texts])
    for analysed in try Analyses.make(unknown, form: { forms[$0] }) {
      let numbers = (0..<analysed.terms.count).map { term in
        analysed.terms[term].withUnsafeBufferPointer { number(ofTerm: $0) }
      }
      for (form, start) in zip(analysed.forms, analysed.starts) {
        lexicon.append(entriesFrom: start, of: analysed.entries, form: form) { numbers[Int($0)] }
      }
    }
    return lexicon
  }

  private mutating func number(ofTerm text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if let known = base.term(text).number { return UInt32(known) }
    return UInt32(base.terms.count + newTerms.insert(text))
  }

  // MARK: Lists

  func changedTerms() -> SearchPatch.Lists {
    var new: [UInt32: PostingList] = [:]
    for number in changed { base.terms(ofDocument: number) { new[$0] = new[$0] ?? PostingList() } }
    for (number, terms) in zip(changed, weighed) {
      for packed in terms {
        new[UInt32(WeighedTerm.term(packed)), default: PostingList()].append(UInt32(number), WeighedTerm.weight(packed))
      }
    }
    let texts = Dictionary(uniqueKeysWithValues: new.keys.map { ($0, text(ofTerm: $0)) })
    let sorted = new.keys.sorted { (texts[$0] ?? []).lexicographicallyPrecedes(texts[$1] ?? []) }
    return lists(
      sorted.map { term in
        (texts[term] ?? [], term < base.terms.count ? Int(term) : nil)
      }, in: base.postings
    ) { index, earlier, bytes in
      let now = new[sorted[index]] ?? PostingList()
      if let earlier, now.agrees(with: earlier, on: changed) { return false }
      var (list, merged) = (PostingList(), PostingList())
      if let earlier { list.append(earlier, numbers: kept) }
      merged.merge(list, now)
      merged.encode(into: &bytes)
      return true
    }
  }

  private func text(ofTerm number: UInt32) -> [UInt8] {
    let number = Int(number)
    return number < base.terms.count ? Array(base.terms[number]) : Array(newTerms[number - base.terms.count])
  }

  func changedForms() -> SearchPatch.Lists {
    let local = tally.forms
    var new: [[UInt8]: PlaceList] = [:]
    for number in changed {
      var reader = ByteReader(base.documentForms[number])
      while !reader.isAtEnd { new[Array(base.forms[reader.number()])] = PlaceList() }
    }
    for (number, stream) in zip(changed, streams) {
      var tokens: [UInt32] = []
      stream.read { tokens.append($0) }
      for (index, token) in tokens.enumerated() where token < TokenStream.firstMark {
        let next = index + 1 < tokens.count ? tokens[index + 1] : TokenStream.firstMark
        let following =
          next < TokenStream.firstMark ? local[Int(next)].withUnsafeBufferPointer { FormOrder.following($0) } : 0
        new[Array(local[Int(token)]), default: PlaceList()].append(UInt32(number), following)
      }
    }
    let sorted = new.keys.sorted { a, b in
      a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { order.precedes(a, $0) } }
    }
    return lists(
      sorted.map { text in
        (text, text.withUnsafeBufferPointer { base.form($0, order) })
      }, in: base.places
    ) { index, earlier, bytes in
      let now = new[sorted[index]] ?? PlaceList()
      if let earlier, now.agrees(with: earlier, on: changed) { return false }
      var (list, merged) = (PlaceList(), PlaceList())
      if let earlier { list.append(earlier, numbers: kept) }
      merged.merge(list, now)
      merged.encode(into: &bytes)
      return true
    }
  }

  /// The lists that `write` makes; it gives false for those that are as in the base.
  private func lists(
    _ items: [(text: [UInt8], number: Int?)], in base: ByteStrings,
    _ write: (Int, UnsafeBufferPointer<UInt8>?, inout [UInt8]) -> Bool
  ) -> SearchPatch.Lists {
    var (texts, lists) = (ByteStrings.Writer(), ByteStrings.Writer())
    var numbers: [UInt32] = []
    var bytes: [UInt8] = []
    for (index, item) in items.enumerated() {
      let earlier = item.number.map { base[$0] }
      bytes.removeAll(keepingCapacity: true)
      guard write(index, earlier, &bytes) else { continue }
      texts.append(item.text)
      lists.append(bytes)
      numbers.append(item.number.map { UInt32($0) } ?? .max)
    }
    return SearchPatch.Lists(
      texts: ByteStrings(joining: [texts]), lists: ByteStrings(joining: [lists]), numbers: numbers)
  }
}

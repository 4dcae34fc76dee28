/// The terms that occur and the documents of each, in the order of their bytes: a base's, as a patch has them.
struct TermList: Sendable {
  private let base: SearchBase
  private let changed: SearchPatch.Lists
  /// What stands at each place: the number of a term of the base, or, from there on, of a list of the patch.
  private let items: Column<UInt32>

  init(_ base: SearchBase, _ patch: SearchPatch) {
    self.base = base
    changed = patch.terms
    let known = UInt32(base.terms.count)
    var items: [UInt32] = []
    items.reserveCapacity(base.terms.count + changed.numbers.count)
    var next: UInt32 = 0
    for (index, number) in changed.numbers.enumerated() {
      let place = number == .max ? UInt32(base.term(changed.texts[index]).next) : number
      items.append(contentsOf: next..<place)
      next = number == .max ? place : place + 1
      if !changed.lists[index].isEmpty { items.append(known + UInt32(index)) }
    }
    items.append(contentsOf: next..<known)
    self.items = Column(items)
  }

  private init(_ list: TermList, _ items: [UInt32]) {
    (base, changed) = (list.base, list.changed)
    self.items = Column(items)
  }

  /// The common terms, which stand in at least so many documents, and the others.
  ///
  /// With the common ones stand those that an inflected form could as well belong to (*perusta* beside *perustaa*): as
  /// long but for two letters, and alike but for the last two. So the dictionary of common terms can be read alone.
  func parted(documents: Int) -> (common: TermList, others: TermList) {
    var isCommon = [Bool](repeating: false, count: count)
    for place in 0..<count where isInDocuments(place, documents) {
      isCommon[place] = true
      let letters = TermList.letters(self[place])
      guard let start = TermList.start(of: self[place], letters: max(letters - 2, 3)) else { continue }
      for step in [-1, 1] {
        var near = place + step
        while near >= 0, near < count, TermList.begins(self[near], with: start) {
          if abs(TermList.letters(self[near]) - letters) <= 2 { isCommon[near] = true }
          near += step
        }
      }
    }
    var (common, others): ([UInt32], [UInt32]) = ([], [])
    others.reserveCapacity(count)
    for place in 0..<count {
      if isCommon[place] { common.append(items[place]) } else { others.append(items[place]) }
    }
    return (TermList(self, common), TermList(self, others))
  }

  /// Whether a term stands in at least so many documents. A document takes a byte and a half or more of a list, so most
  /// need not be looked into.
  @inline(__always)
  private func isInDocuments(_ place: Int, _ documents: Int) -> Bool {
    let list = postings(place)
    return list.count > documents + documents / 2 && PostingList.count(list) >= documents
  }

  /// Whether the term at one place is as long as that at another but for two letters, and alike but for the last two.
  func isAlike(_ place: Int, _ other: Int) -> Bool {
    let letters = (TermList.letters(self[place]), TermList.letters(self[other]))
    guard abs(letters.0 - letters.1) <= 2 else { return false }
    return TermList.start(of: self[place], letters: max(letters.0 - 2, 3)).map {
      TermList.begins(self[other], with: $0)
    } ?? false
  }

  private static func letters(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  @inline(__always)
  private static func begins(_ text: UnsafeBufferPointer<UInt8>, with start: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= start.count && compare(UnsafeBufferPointer(rebasing: text[..<start.count]), start) == 0
  }

  /// A term's first bytes, to the first one of its last letter of so many; nil when it has fewer.
  private static func start(of text: UnsafeBufferPointer<UInt8>, letters: Int) -> UnsafeBufferPointer<UInt8>? {
    var left = letters
    for place in text.indices where text[place] & 0xC0 != 0x80 {
      left -= 1
      if left == 0 { return UnsafeBufferPointer(rebasing: text[...place]) }
    }
    return nil
  }

  var count: Int { items.count }

  @inline(__always)
  subscript(place: Int) -> UnsafeBufferPointer<UInt8> {
    let item = Int(items[place])
    return item < base.terms.count ? base.terms[item] : changed.texts[item - base.terms.count]
  }

  /// See ``PostingList``.
  @inline(__always)
  func postings(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    let item = Int(items[place])
    return item < base.terms.count ? base.postings[item] : changed.lists[item - base.terms.count]
  }

  /// A hash of what stands at some places: the same only when the terms and their lists are.
  func fingerprint(_ places: Range<Int>, seed: UInt64) -> UInt64 {
    var hash = hash64(base.id, seed: seed)
    UnsafeRawBufferPointer(rebasing: items.bytes[(places.lowerBound * 4)..<(places.upperBound * 4)])
      .withMemoryRebound(to: UInt8.self) { hash = hash64($0, seed: hash) }
    guard !changed.numbers.isEmpty else { return hash }
    for place in places where Int(items[place]) >= base.terms.count {
      hash = hash64(self[place], seed: hash)
      hash = hash64(postings(place), seed: hash)
    }
    return hash
  }
}

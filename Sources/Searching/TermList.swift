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
    for place in 0..<count where PostingList.count(postings(place)) >= documents {
      isCommon[place] = true
      let needed = max(TermList.letters(self[place]) - 2, 3)
      for step in [-1, 1] {
        var near = place + step
        while near >= 0, near < count, TermList.shared(self[place], self[near]) >= needed {
          let longer = TermList.letters(self[near]) - TermList.letters(self[place])
          if abs(longer) <= 2 { isCommon[near] = true }
          near += step
        }
      }
    }
    func list(_ which: Bool) -> TermList {
      TermList(self, isCommon.indices.filter { isCommon[$0] == which }.map { items[$0] })
    }
    return (list(true), list(false))
  }

  private static func letters(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// How many letters two terms share at the start.
  private static func shared(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    var length = 0
    while length < min(a.count, b.count), a[length] == b[length] { length += 1 }
    return letters(UnsafeBufferPointer(rebasing: a[..<length]))
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

/// The order that documents are numbered in: by the sets of codes that they have of some facets, then by slug.
///
/// ```swift
/// let numbered = DocumentOrder.sorted(documents, by: ["region", "funder"])
/// ```
///
/// What documents with neighbouring numbers share need not be told of each, so the facets take half of what they would
/// take in the order of slugs (``FacetColumn``). A document whose facet changes moves, and with it the numbers of those
/// between its places, as when one is added: so the facets should be such as seldom change.
enum DocumentOrder {
  /// - Returns: each slug once; of two documents with the same slug the first.
  static func sorted(_ documents: [SearchDocument], by facets: [String]) -> [SearchDocument] {
    let documents = bySlug(documents)
    let places = facets.map { FacetSets($0, of: documents).own }
    let order = documents.indices.sorted { a, b in
      for place in places where place[a] != place[b] { return place[a] < place[b] }
      return a < b
    }
    return order.map { documents[$0] }
  }

  /// A number that equally good results are put in order by, so that they come from anywhere among the documents: in the
  /// order of their own numbers those of one region would always stand first.
  ///
  /// Multiplicative hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4); no two documents have the same.
  static func turn(_ number: Int) -> UInt32 { UInt32(truncatingIfNeeded: number &+ 1) &* 0x9E37_79B1 }

  private static func bySlug(_ documents: [SearchDocument]) -> [SearchDocument] {
    // They mostly come in this order.
    let isSorted = documents.indices.dropFirst().allSatisfy {
      var (before, slug) = (documents[$0 - 1].slug, documents[$0].slug)
      return before.withUTF8 { before in slug.withUTF8 { compare(before, $0) < 0 } }
    }
    if isSorted { return documents }
    var sorted = documents.sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }
    var index = 1
    while index < sorted.count {
      if sorted[index].slug == sorted[index - 1].slug { sorted.remove(at: index) } else { index += 1 }
    }
    return sorted
  }

  /// Which of some numbers, in the order they come, are kept so that the kept ones ascend and are as many as can be.
  ///
  /// This is patience sorting (Mallows 1963): each number is put on the first pile whose top is not below it, and what
  /// lay on top of the pile before when it came is what it follows.
  static func ascending(_ numbers: [Int?]) -> [Int?] {
    var tops: [Int] = []
    var previous = [Int](repeating: -1, count: numbers.count)
    for (place, number) in numbers.enumerated() {
      guard let number else { continue }
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if let top = numbers[tops[middle]], top < number { low = middle + 1 } else { high = middle }
      }
      previous[place] = low > 0 ? tops[low - 1] : -1
      if low == tops.count { tops.append(place) } else { tops[low] = place }
    }
    var kept = [Int?](repeating: nil, count: numbers.count)
    var place = tops.last ?? -1
    while place >= 0 {
      kept[place] = numbers[place]
      place = previous[place]
    }
    return kept
  }
}

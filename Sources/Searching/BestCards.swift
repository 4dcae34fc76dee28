/// The cards of the documents that a query for one common word names first, together, so that its first results need one
/// file and not one each.
///
/// Which file is a word's is told by its hash: `best/N.txt`, N being so many of its low bits. So a new word moves no other,
/// and a file has the cards of one or two words, 1.2 kB under gzip each. They are numbered ``Cards``.
struct BestCards {
  var files: [SearchFile] = []
  /// How many files there could be, a power of two; 0 when there are none.
  var places = 0

  /// - Parameters:
  ///   - terms: the common words.
  ///   - count: how many documents a query names first; 0 for no files.
  init(_ count: Int, of terms: TermList, _ cards: Cards) {
    guard count > 0 else { return }
    places = 1
    while places < terms.count { places *= 2 }
    let byFile = Dictionary(grouping: 0..<terms.count) { [places] in Int(FormOrder.hash(terms[$0])) & (places - 1) }
    let groups = byFile.sorted { $0.key < $1.key }
    files = concurrently(groups.count) { index in
      let best = Set(groups[index].value.flatMap { PostingList.best(count, of: terms.postings($0)) }).sorted()
      let path = "best/\(groups[index].key).txt"
      return SearchFile(path: path, fingerprint: cards.fingerprint(of: best, seed: hash64(path))) {
        cards.text(of: best, isNumbered: true)
      }
    }
  }
}

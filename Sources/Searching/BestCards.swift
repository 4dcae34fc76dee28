/// The cards of the documents that a query for a common word names first, together, so that its first results need one
/// file and not one each.
///
/// A word's file is named by its hash, `best/3826002220.txt`; two words of the same hash share one. A query for several
/// words is answered in part from these files too: a browser knows the words' lists, and so which cards are in which. They
/// are numbered ``Cards``.
struct BestCards {
  let files: [SearchFile]

  /// A browser asks for a file that has so many of the cards that it needs; a word of fewer documents has none.
  private static let least = 3

  /// - Parameters:
  ///   - count: how many cards a file has of a word; 0 for no files.
  ///   - terms: the common words.
  init(_ count: Int, of terms: TermList, _ cards: Cards) {
    let words = (0..<terms.count).filter { count > 0 && PostingList.count(terms.postings($0)) >= BestCards.least }
    let byFile = Dictionary(grouping: words) { FormOrder.hash(terms[$0]) }.sorted { $0.key < $1.key }
    // Which documents are a word's best follows from its list, so it need not be found out to tell whether a file is the
    // same as before.
    files = byFile.map { hash, words in
      let path = "best/\(hash).txt"
      let seed = hash64(cards.fingerprint, seed: hash64(path))
      let fingerprint = words.reduce(seed) { terms.fingerprint($1..<($1 + 1), seed: $0) }
      return SearchFile(path: path, fingerprint: fingerprint) {
        let best = Set(words.flatMap { PostingList.best(count, of: terms.postings($0)) }).sorted()
        return cards.text(of: best, isNumbered: true)
      }
    }
  }
}

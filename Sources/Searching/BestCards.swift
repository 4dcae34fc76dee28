/// The cards of the documents that a query for a word names first, together, so that its first results need one file and
/// not one each.
///
/// A common word's file is named by its hash, `best/3826002220.txt`; two words of the same hash share one. In a small
/// catalogue some four of the other words that stand in three documents or more share `few/N.txt`, N being so many of the
/// low bits of their hashes. A query for several words is answered in part from these files too: a browser knows the words'
/// lists, and so which cards are in which. They are numbered ``Cards``.
struct BestCards {
  let files: [SearchFile]
  /// How many files there could be of words that are not common, a power of two; 0 when there are none.
  let few: Int

  /// A browser asks for a file that has so many of the cards that it needs; a word of fewer documents is in none.
  private static let least = 3

  /// - Parameters:
  ///   - count: how many cards a file has of a word; 0 for no files.
  ///   - sharing: how many of the other words share a file; 0 for none.
  init(_ count: Int, common: TermList, others: TermList, sharing: Int, _ cards: Cards) {
    guard count > 0 else {
      (files, few) = ([], 0)
      return
    }
    let best = BestCards.files("best", count, of: BestCards.words(of: common), in: common, cards) { $0 }
    guard sharing > 0 else {
      (files, few) = (best, 0)
      return
    }
    let words = BestCards.words(of: others)
    var places = 1
    while places * sharing < words.count { places *= 2 }
    let mask = UInt32(places - 1)
    files = best + BestCards.files("few", count, of: words, in: others, cards) { $0 & mask }
    few = places
  }

  private static func words(of terms: TermList) -> [Int] {
    (0..<terms.count).filter { PostingList.count(terms.postings($0)) >= least }
  }

  /// - Parameter name: the name of a word's file, by the word's hash.
  private static func files(
    _ folder: String, _ count: Int, of words: [Int], in terms: TermList, _ cards: Cards, name: (UInt32) -> UInt32
  ) -> [SearchFile] {
    let byName = Dictionary(grouping: words) { name(FormOrder.hash(terms[$0])) }.sorted { $0.key < $1.key }
    // Which documents are a word's best follows from its list, so it need not be found out to tell whether a file is the
    // same as before.
    return byName.map { name, words in
      let path = "\(folder)/\(name).txt"
      let seed = hash64(cards.fingerprint, seed: hash64(path))
      let fingerprint = words.reduce(seed) { terms.fingerprint($1..<($1 + 1), seed: $0) }
      return SearchFile(path: path, fingerprint: fingerprint) {
        let best = Set(words.flatMap { PostingList.best(count, of: terms.postings($0)) }).sorted()
        return cards.text(of: best, isNumbered: true)
      }
    }
  }
}

/// The cards of the documents that a query for a word names first, together, so that its first results need one file and
/// not one each.
///
/// A common word's stand after its postings (``TermFiles``). In a small catalogue some four of the other words that stand in
/// three documents or more share `few/N.txt`, N being so many of the low bits of their hashes. A query for several words is
/// answered in part from these too: a browser knows the words' lists, and so which cards are where. They are numbered ``Cards``.
struct BestCards: Sendable {
  /// How many cards there are of a word; none where all cards are in one file.
  private let count: Int
  /// How many words that are not common share a file; 0 where they have none.
  private let sharing: Int
  private let cards: Cards

  /// A browser asks for a file that has so many of the cards that it needs; a word of fewer documents is in none.
  private static let least = 3

  /// Whether common words have files of their own, with their cards, beside those of their postings.
  var areApart: Bool { count > 0 && sharing > 0 }

  /// Whether there are cards of a word that so many documents have.
  func isEnough(_ documents: Int) -> Bool { documents >= BestCards.least }

  init(_ sizes: ShardSizes, of cards: Cards) {
    (count, sharing) = (sizes.best, sizes.few)
    self.cards = cards
  }

  /// The postings of some common words, and after them their cards.
  func file(
    _ path: String, of words: Range<Int>, in terms: TermList, hasCards: Bool = true,
    postings: @escaping @Sendable () -> [UInt8]
  ) -> SearchFile {
    guard count > 0, hasCards else {
      return SearchFile(path: path, fingerprint: terms.fingerprint(words, seed: hash64(path)), bytes: postings)
    }
    return SearchFile(path: path, fingerprint: fingerprint(of: words, in: terms, seed: hash64(path))) {
      postings() + text(of: words, in: terms)
    }
  }

  /// The files of words that are not common, and how many there could be, a power of two; 0 where they have none.
  func files(of terms: TermList) -> (files: [SearchFile], few: Int) {
    guard count > 0, sharing > 0 else { return ([], 0) }
    let words = (0..<terms.count).filter { isEnough(PostingList.count(terms.postings($0))) }
    var places = 1
    while places * sharing < words.count { places *= 2 }
    let mask = UInt32(places - 1)
    let byName = Dictionary(grouping: words) { FormOrder.hash(terms[$0]) & mask }.sorted { $0.key < $1.key }
    let files = byName.map { name, words in
      let path = "few/\(name).txt"
      return SearchFile(path: path, fingerprint: fingerprint(of: words, in: terms, seed: hash64(path))) {
        text(of: words, in: terms)
      }
    }
    return (files, places)
  }

  /// The same only when the cards of some words are. Which documents are a word's best follows from its list, so it need not
  /// be found out.
  private func fingerprint(of words: some Sequence<Int>, in terms: TermList, seed: UInt64) -> UInt64 {
    words.reduce(hash64(cards.fingerprint, seed: seed)) { terms.fingerprint($1..<($1 + 1), seed: $0) }
  }

  private func text(of words: some Sequence<Int>, in terms: TermList) -> [UInt8] {
    let best = Set(words.flatMap { PostingList.best(count, of: terms.postings($0)) }).sorted()
    return cards.text(of: best, isNumbered: true)
  }
}

/// The cards of the documents that a query for a word names first, together, so that its first results need one file and
/// not one each.
///
/// A common word's stand after its postings (``TermFiles``). In a small catalogue, where a kilobyte more is much and postings
/// are short, they are apart: a common word's in a file named by its hash, `best/3826002220.txt` (two words of the same hash
/// share one), while some four of the other words that stand in three documents or more share `few/N.txt`, N being so many of
/// the low bits of their hashes. A query for several words is answered in part from these too: a browser knows the words'
/// lists, and so which cards are where. They are numbered ``Cards``.
struct BestCards: Sendable {
  /// How many cards there are of a word; none where all cards are in one file.
  private let count: Int
  /// How many words that are not common share a file; 0 where cards stand after postings.
  private let sharing: Int
  private let cards: Cards

  /// A browser asks for a file that has so many of the cards that it needs; a word of fewer documents is in none.
  private static let least = 3

  /// Whether common words' cards are in files of their own.
  var areApart: Bool { count > 0 && sharing > 0 }

  init(_ sizes: ShardSizes, of cards: Cards) {
    (count, sharing) = (sizes.best, sizes.few)
    self.cards = cards
  }

  /// The postings of some common words with what stands after them.
  func file(_ path: String, of words: Range<Int>, in terms: TermList, postings: @escaping @Sendable () -> [UInt8])
    -> SearchFile
  {
    guard count > 0, sharing == 0 else {
      return SearchFile(path: path, fingerprint: terms.fingerprint(words, seed: hash64(path)), bytes: postings)
    }
    return SearchFile(path: path, fingerprint: fingerprint(of: words, in: terms, seed: hash64(path))) {
      postings() + text(of: words, in: terms)
    }
  }

  /// The files of cards that are apart, and how many there could be of words that are not common, a power of two.
  func files(common: TermList, others: TermList) -> (files: [SearchFile], few: Int) {
    guard areApart else { return ([], 0) }
    let words = BestCards.words(of: others)
    var places = 1
    while places * sharing < words.count { places *= 2 }
    let mask = UInt32(places - 1)
    return (
      files("best", of: BestCards.words(of: common), in: common) { $0 }
        + files("few", of: words, in: others) { $0 & mask },
      places
    )
  }

  private static func words(of terms: TermList) -> [Int] {
    (0..<terms.count).filter { PostingList.count(terms.postings($0)) >= least }
  }

  /// - Parameter name: the name of a word's file, by the word's hash.
  private func files(
    _ folder: String, of words: [Int], in terms: TermList, name: (UInt32) -> UInt32
  ) -> [SearchFile] {
    let byName = Dictionary(grouping: words) { name(FormOrder.hash(terms[$0])) }.sorted { $0.key < $1.key }
    return byName.map { name, words in
      let path = "\(folder)/\(name).txt"
      return SearchFile(path: path, fingerprint: fingerprint(of: words, in: terms, seed: hash64(path))) {
        text(of: words, in: terms)
      }
    }
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

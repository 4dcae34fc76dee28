/// How large the index's files are, so that a query fetches little at any size of catalogue.
struct ShardSizes: Sendable {
  /// The most terms of a dictionary file.
  var terms: Int
  /// The bytes at which a postings file is closed.
  var postings: Int
  /// Documents in a file of slugs.
  var slugs = 1024
  /// Documents in a file of cards.
  var cards: Int

  /// Files of phrases, a power of two.
  var phrases = 1

  init(documents: Int) {
    while phrases * 16 < documents { phrases *= 2 }
    terms = documents < 1000 ? 300 : 2000
    postings = documents < 1000 ? 1536 : 12288
    cards = documents <= 256 ? 256 : 16
  }
}

/// How large the index's files are, so that a query fetches little at any size of catalogue.
///
/// From 4,096 documents on those of cards are larger again: a query fetches little more then, and a build makes, and looks
/// after, fewer files.
struct ShardSizes: Sendable {
  /// The documents that a word stands in at least to be among the common ones, whose dictionary every query reads.
  ///
  /// The power of two after the one from the square root of the number of documents on: so the common words stay some
  /// thousands (4 kB under gzip at 10,000 documents), and an edit seldom moves a word from one side to the other. Below 256
  /// documents, where a kilobyte more is much, half of them or more; below 16 every word is common.
  var common = 1
  /// The most terms of a file of the other words.
  var terms: Int
  /// The documents of a common word whose cards stand together (``BestCards``); none when all cards are in one file.
  var best: Int
  /// The words that are not common whose cards share a file; 0 where there are too many of them to have any.
  var few: Int
  /// Documents in a file of slugs.
  var slugs = 4096
  /// Documents in a file of cards.
  var cards: Int

  /// The longest list of a word's places, in bytes; words with longer ones are in no file of phrases (``PhraseFiles``).
  var places: Int
  /// Files of phrases, a power of two.
  var phrases = 1

  init(documents: Int) {
    while phrases * (phrases < 512 ? 1 : 32) < 2 * documents { phrases *= 2 }
    while documents >= 16, common * common < documents { common *= 2 }
    if documents >= 64 { common *= 2 }
    if documents >= 64, documents < 256 { while common * 2 < documents { common *= 2 } }
    terms = documents < 512 ? 125 : 500
    places = documents < 1000 ? 4096 : 16384
    cards = documents <= 64 ? 64 : documents < 4096 ? 4 : 8
    best = documents <= cards ? 0 : 10
    few = documents < 1000 ? 2 : 0
  }
}

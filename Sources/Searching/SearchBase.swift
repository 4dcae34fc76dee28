/// A whole index as the columns that its files are written from: what one build leaves to the next.
///
/// It is a function of the documents and the morphology alone: forms and terms are numbered by an order of their own, not
/// by the order in which they came, so that a base made from an older one is the base made from nothing.
struct SearchBase: Sendable {
  /// The versions that the analyses were made with; nil when there is no Finnish text.
  var version: VoikkoVersion?

  // By document (see ``DocumentOrder``).
  var slugs = ByteStrings()
  var digests = Column<UInt64>()
  var isFinnish = Column<UInt8>()
  /// The numbers of each document's different forms in the order they first stand, as in ``ByteReader``.
  var documentForms = ByteStrings()

  // By word form, in the order of ``FormOrder``.
  var forms = ByteStrings()
  /// See ``PlaceList``.
  var places = ByteStrings()
  /// See ``Lexicon``.
  var firstEntry = Column<UInt32>()
  var surfaceTerm = Column<UInt32>()
  var entries = Column<UInt32>()

  // By term, in the order of their bytes.
  var terms = ByteStrings()
  /// See ``PostingList``.
  var postings = ByteStrings()

  /// A hash of everything else.
  var id: UInt64 = 0

  /// The number of a term, or nil and the number of the first after it.
  func term(_ text: UnsafeBufferPointer<UInt8>) -> (number: Int?, next: Int) {
    let place = firstIndex(of: terms.count) { compare(terms[$0], text) >= 0 }
    let isFound = place < terms.count && compare(terms[place], text) == 0
    return (isFound ? place : nil, place)
  }

  /// The number of a form, or nil.
  func form(_ text: UnsafeBufferPointer<UInt8>, _ order: FormOrder) -> Int? {
    let place = firstIndex(of: forms.count) { !order.precedes(forms[$0], text) }
    return place < forms.count && compare(forms[place], text) == 0 ? place : nil
  }

  /// The forms of one file of phrases.
  func forms(ofShard shard: Int, _ order: FormOrder) -> Range<Int> {
    let start = firstIndex(of: forms.count) { order.shard(forms[$0]) >= shard }
    let end = firstIndex(of: forms.count) { order.shard(forms[$0]) > shard }
    return start..<end
  }

  /// The first number that a condition holds for, when it holds for all after it.
  private func firstIndex(of count: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Calls `found` with the terms that a document has, some more than once.
  func terms(ofDocument document: Int, _ found: (UInt32) -> Void) {
    var reader = ByteReader(documentForms[document])
    while !reader.isAtEnd {
      let form = reader.number()
      guard isFinnish[document] == 1 else {
        found(surfaceTerm[form])
        continue
      }
      var index = Int(firstEntry[form])
      while true {
        found(Lexicon.term(entries[index]))
        if Lexicon.isLast(entries[index]) { break }
        index += 1
      }
    }
  }
}

/// The order of word forms: by the file of phrases that they stand in, by their hash, by their bytes.
struct FormOrder: Sendable {
  private let mask: UInt32

  /// - Parameter shards: the number of files, a power of two.
  init(shards: Int) {
    mask = UInt32(shards - 1)
  }

  func shard(_ form: UnsafeBufferPointer<UInt8>) -> Int { Int(FormOrder.hash(form) & mask) }

  @inline(__always)
  func key(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let hash = FormOrder.hash(form)
    return UInt64(hash & mask) << 32 | UInt64(hash)
  }

  func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    let (first, second) = (key(a), key(b))
    return first == second ? compare(a, b) < 0 : first < second
  }

  /// FNV-1a, 32 bits, over the bytes of a form, without the mark of a line's end.
  @inline(__always)
  static func hash(_ form: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in form where byte != 0x0A { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// What a place tells of the word after it: a byte of its hash, never 0.
  @inline(__always)
  static func following(_ form: UnsafeBufferPointer<UInt8>) -> UInt8 { max(1, UInt8(hash(form) >> 24)) }
}

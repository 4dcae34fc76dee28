import Diagnosing

/// The documents of a chunk as the index has them: the forms of each, and the weighed terms of those that were read.
struct WeighedChunk: Sendable {
  /// The packed terms (see ``WeighedTerm``) of each document; none of one that was kept.
  private(set) var terms: [[UInt32]] = []
  /// See ``SearchBase/documentForms``.
  private(set) var forms = ByteStrings.Writer()

  /// - Parameters:
  ///   - base: has the forms and terms.
  ///   - old: the base that kept documents are in.
  ///   - renumbered: the number of each form of the old base now.
  init(_ chunk: DocumentReading.Chunk, in base: SearchBase, from old: SearchBase, renumbered: [UInt32]) {
    let (lexicon, numbers) = Lexicon.of(chunk.numbers, in: base)
    var scale = Scale(forms: chunk.numbers.count, terms: numbers)
    terms.reserveCapacity(chunk.outcomes.count)
    for (document, outcome) in zip(chunk.documents, chunk.outcomes) {
      if let kept = outcome.kept {
        var reader = ByteReader(old.documentForms[kept])
        while !reader.isAtEnd { forms.bytes.append(varint: Int(renumbered[reader.number()])) }
        terms.append([])
      } else {
        scale.put(outcome.stream)
        for form in scale.forms { forms.bytes.append(varint: Int(chunk.numbers[Int(form)])) }
        terms.append(scale.weigh(isFinnish: base.isFinnish[document] == 1, lexicon))
      }
      forms.close()
      if terms.count == 64 { forms.bytes.reserveCapacity(forPieces: chunk.outcomes.count, after: 64) }
    }
  }
}

import Testing

@testable import Searching

@Suite("What the dictionary tells of a word")
struct WordPieceTests {
  private func pieces(_ output: String) -> [WordPiece] {
    scalars(of: Array(output.utf8)).withUnsafeBufferPointer { WordPiece.pieces(of: $0) }
  }

  private func made(_ output: String, base: String) -> WordReading? {
    var draft = WordReadingDraft()
    return pieces(output).withUnsafeBufferPointer { pieces in
      draft.reading(pieces) { stated in for scalar in scalars(of: Array(base.utf8)) { stated.append(scalar) } }
    }
  }

  private func text(_ letters: some Sequence<Int32>) -> String {
    String(String.UnicodeScalarView(letters.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }))
  }

  @Test("is letters and tags, tags standing in brackets")
  func lettersAndTags() {
    #expect(
      pieces("[Lep][Xp]Åbo[X]Å-[Sn]") == [
        WordPiece(.place), WordPiece(.stem), WordPiece(letter: 0xC5), WordPiece(letter: 0x62), WordPiece(letter: 0x6F),
        WordPiece(.baseEnd), WordPiece(letter: 0xC5), WordPiece(letter: 0x2D), WordPiece(.other),
      ])
    #expect(WordPiece(letter: 0x2D).tag == .hyphen)
    #expect(pieces("a[Sn") == [WordPiece(letter: 0x61), WordPiece(.other)])
  }

  @Test("has tags that are known by what they mean, those that mean nothing here as one")
  func tags() {
    let known: [(String, WordTag)] = [
      ("Xj", .ending), ("Xr", .otherBase), ("Bc", .partEnd), ("Bm", .other), ("Ln", .noun), ("Lnl", .nounAdjective),
      ("Les", .name), ("Lep", .place), ("Lur", .otherClass), ("Lr", .pronoun), ("Ls", .uninflected),
      ("Ru", .participle),
      ("Tn4", .actionNoun), ("Tn3", .other), ("Ssti", .manner), ("Sg", .genitive), ("Ny", .singular), ("Nm", .other),
    ]
    for (name, tag) in known { #expect(WordTag(name) == tag, "\(name)") }
    #expect(WordTag.verb.inflection == .verbal && WordTag.adjective.inflection == .adjectival)
    #expect(WordTag.uninflected.inflection == Inflection.none && WordTag.genitive.inflection == nil)
  }

  @Test("makes a reading: the form, its base form, and the base forms of its parts, in lower case")
  func aReading() throws {
    let reading = try #require(
      made("[Ln][Xp]Lapsi[X]lasten[Sg][Nm][Bh][Bc][Ln][Xp]suo=jelu[X]suojelua[Sp][Ny]", base: "Lastensuojelu"))
    #expect(text(reading.surface) == "lastensuojelua" && text(reading.base) == "lastensuojelu")
    #expect(reading.parts.map { text(reading.surface[$0.range]) } == ["lasten", "suojelua"])
    #expect(reading.base(ofPart: 0).map(text) == "lapsi" && reading.base(ofPart: 1).map(text) == "suojelu")
  }

  @Test("names the verb of an action noun, and the noun itself as the base form")
  func actionNoun() throws {
    let reading = try #require(made("[Lt][Xp]kouluttaa[X]koulutta[Tn4]mise[Sg][Ny]n", base: "kouluttaa"))
    #expect(text(reading.base) == "kouluttaminen" && reading.verb.map(text) == "kouluttaa")
    #expect(reading.last.inflection == .nominal)
  }

  @Test("makes the same reading whatever was read before, and none of what spells nothing or has no base form")
  func independent() throws {
    var draft = WordReadingDraft()
    func read(_ output: String, _ base: [Int32]) -> WordReading? {
      pieces(output).withUnsafeBufferPointer { pieces in
        draft.reading(pieces) { stated in for scalar in base { stated.append(scalar) } }
      }
    }
    let first = try #require(read("[Ln][Xp]talo[X]taloin[Sg][Nm]", [0x61]))
    _ = read("[Lr][Xp]joka[X]joissa[Sine][Nm][Bc][Tk]", [0x62, 0x63])
    #expect(read("[Ln][Xp]talo[X]taloin[Sg][Nm]", [0x61]) == first)
    #expect(read("[Ln]", [0x61]) == nil && read("a", []) == nil)
  }
}

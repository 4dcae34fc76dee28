import Diagnosing
import Reading
import Support
import Testing

/// Whatever stands in a file, reading it never traps, and every place lies in the file between characters.
@Suite struct MutationTests {
  @Test(arguments: 0..<24)
  func `Mutated entries are read`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let start = Array(SampleEntry.text.utf8)
    for _ in 0..<60 {
      var bytes = Int.random(in: 0..<4, using: &random) == 0 ? crlf(start) : start
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
      let file = SourceFile(path: "malli.md", bytes: bytes)
      check(Entry.read(file))
    }
  }

  @Test(arguments: 0..<8)
  func `Bodies and YAML of random bytes are read`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    for _ in 0..<100 {
      let count = Int.random(in: 0...300, using: &random)
      let marks = Array("\n\n -`#>[](:\"'!*ä".utf8)
      let bytes = (0..<count).map { _ in
        Int.random(in: 0..<4, using: &random) == 0
          ? UInt8.random(in: 0...255, using: &random) : marks.randomElement(using: &random) ?? 0
      }
      let file = SourceFile(path: "malli.md", bytes: bytes)
      let lower = Int.random(in: 0...count, using: &random)
      let range = lower..<Int.random(in: lower...count, using: &random)
      let body = BodyParser.parse(file, in: range)
      for index in body.links.indices { _ = InlineLocator.range(of: index, in: body, file: file) }
      for index in body.rawHTML.indices { _ = InlineLocator.range(ofRawHTML: index, in: body, file: file) }
      let (node, fault) = YAMLReader.read(file, in: range)
      if let node { expectInside([node.range], of: file) }
      if let fault { _ = TextFormat(language: .fi).render(fault) }
    }
  }

  // MARK: Mutating

  private static let pieces = [
    "---\n", "\n", "\r\n", "\r", "\t", " ", "  ", "\"", "'", "[", "]", "{", "}", ":", ": ", "- ", "-", "#", " #", "&",
    "*", "!", "|",
    ">", ">-\n", "%", "@", "`", "```", "```portaat\n", "~~~\n", "## ", "# ", "<b>", "<!--", "-->", "![", "](", "[a](b)",
    "[a]: b\n",
    "\u{FEFF}", "\u{A0}", "ä", "😀", "\u{301}", "\u{200B}", "...\n", "\\", "\u{0}", "1. ", "    ",
  ].map { Array($0.utf8) }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let at = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, at + Int.random(in: 0...40, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes.removeSubrange(at..<end)
    case 1: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
    case 3: bytes.removeSubrange(at..<bytes.count)
    case 4:
      let piece = Self.pieces.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...30, using: &random) { bytes.insert(contentsOf: piece, at: at) }
    default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
    }
  }

  private func crlf(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }

  // MARK: Checking

  private func check(_ entry: Entry) {
    let file = entry.file
    for fault in entry.faults {
      expectInside([fault.range], of: fault.file)
      if let fix = fault.fix { expectInside([fix.range], of: fault.file) }
      let text = TextFormat(language: .sv).render(fault)
      #expect(text.hasPrefix("malli.md:\(fault.position): error: "))
    }
    #expect(entry.faults.count <= 2)
    expectInside([entry.frontMatterRange, entry.lastLine], of: file)
    for pair in entry.fields { check(pair, file) }
    let body = entry.body
    expectInside(body.sections.map(\.range) + body.headings.map(\.range) + body.links.map(\.block), of: file)
    expectInside(
      body.rawHTML.map(\.block) + body.strayParagraphs + body.unclosedFences + (body.tooDeep.map { [$0] } ?? []),
      of: file)
    expectInside(body.blocks.flatMap { [$0.range, $0.infoRange, $0.content] }, of: file)
    for block in body.blocks { #expect(body.sections.indices.contains(block.section)) }
    for section in body.sections {
      var last = 0
      for hole in section.content.holes {
        #expect(hole.offset >= last && hole.offset <= section.content.html.count)
        last = hole.offset
      }
    }
    expectInside(body.links.indices.map { InlineLocator.range(of: $0, in: body, file: file) }, of: file)
    expectInside(body.rawHTML.indices.map { InlineLocator.range(ofRawHTML: $0, in: body, file: file) }, of: file)
  }

  private func check(_ pair: YAMLPair, _ file: SourceFile) {
    expectInside([pair.keyRange, pair.value.range], of: file)
    #expect(pair.keyRange.upperBound <= pair.value.range.lowerBound)
    for inner in pair.value.mapping ?? [] { check(inner, file) }
    for item in pair.value.sequence ?? [] { expectInside([item.range], of: file) }
  }

  private func expectInside(_ ranges: [Range<Int>], of file: SourceFile) {
    let isText = String(validating: file.bytes, as: UTF8.self) != nil
    for range in ranges {
      #expect(range.upperBound <= file.bytes.count)
      for bound in [range.lowerBound, range.upperBound] where isText && bound < file.bytes.count {
        #expect(file.bytes[bound] & 0xC0 != 0x80, "\(bound) of \(file.text(0..<file.bytes.count).debugDescription)")
      }
    }
  }
}

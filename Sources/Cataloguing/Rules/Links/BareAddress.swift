import Diagnosing
import Reading

/// Finds addresses that stand in running text without being links.
enum BareAddress {
  /// The bytes of each such address, in order; those of links, code, comments and blocks are left out.
  ///
  /// An address counts when it stands in the text as it is shown too, outside of links and code.
  static func all(in text: WrittenText) -> [Range<Int>] {
    let signs = text.signs.addresses.filter { text.isInBody($0) && startsWord($0, in: text.file.bytes) }
    if signs.isEmpty { return [] }
    let shown = Set(text.bodies.flatMap(addressesShown))
    if shown.isEmpty { return [] }
    let broken = LinkForm.all(in: text)
    let blocks = text.entry.body.blocks.map(\.range)
    let notes = text.bodies.dropFirst().compactMap { body in
      body.sections.last.map { (body.sections[0].range.lowerBound..<$0.range.upperBound) }
    }
    var block = 0
    var note = 0
    return signs.compactMap { sign in
      while block < blocks.count, blocks[block].upperBound <= sign { block += 1 }
      while note < notes.count, notes[note].upperBound <= sign { note += 1 }
      let isInBlock = block < blocks.count && blocks[block].contains(sign)
      let isInNote = note < notes.count && notes[note].contains(sign)
      if (isInBlock && !isInNote) || broken.contains(where: { $0.range.contains(sign) }) { return nil }
      let address = address(at: sign, in: text.file.bytes)
      let words = text.file.text(address)
      // What a link that is no link shows is told of there, and is not looked for in comments.
      return shown.contains(words) && !broken.contains { text.file.text($0.range).contains(words) } ? address : nil
    }
  }

  private static func startsWord(_ offset: Int, in bytes: [UInt8]) -> Bool {
    let before = offset > 0 ? bytes[offset - 1] : 0
    return before &- 0x30 >= 10 && (before | 0x20) &- 0x61 >= 26 && before != 0x2E && before != 0x40
  }

  /// To the next blank or bracket, less the punctuation that ends a clause.
  private static func address(at offset: Int, in bytes: [UInt8]) -> Range<Int> {
    var end = offset
    while end < bytes.count, bytes[end] > 0x20, !isBracket(bytes[end]) { end += 1 }
    while end > offset, isPunctuation(bytes[end - 1]) { end -= 1 }
    return offset..<end
  }

  /// Brackets, quotation marks and the backtick of code; U+20xx, whose first byte is 0xE2, holds the others.
  private static func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x60, 0xE2: true
    default: false
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5F: true
    default: false
    }
  }

  // MARK: What is shown

  private static func addressesShown(in body: Body) -> [String] {
    body.sections.flatMap { section -> [String] in
      let words = words(of: section.content.html)
      let file = SourceFile(path: "", bytes: words)
      return TextSigns(file).addresses.filter { startsWord($0, in: words) }.map {
        file.text(address(at: $0, in: words))
      }
    }
  }

  /// The text of HTML without its tags, its links and its code.
  private static func words(of html: [UInt8]) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(html.count)
    var hidden = 0
    var index = 0
    while index < html.count {
      let byte = html[index]
      if byte == 0x3C {
        var end = index + 1
        while end < html.count, html[end] != 0x3E { end += 1 }
        switch String(decoding: html[index + 1..<min(end, index + 6)], as: UTF8.self) {
        case "a hre", "code": hidden += 1
        case "/a", "/code": hidden -= 1
        default: break
        }
        words.append(0x0A)
        index = end + 1
      } else if byte == 0x26, let (meant, length) = reference(in: html, at: index) {
        if hidden == 0 { words.append(meant) }
        index += length
      } else {
        if hidden == 0 { words.append(byte) }
        index += 1
      }
    }
    return words
  }

  /// The character and the length of one of the references that HTML is written with here.
  private static func reference(in html: [UInt8], at index: Int) -> (UInt8, Int)? {
    let rest = html[index...].prefix(6)
    if rest.starts(with: "&amp;".utf8) { return (0x26, 5) }
    if rest.starts(with: "&lt;".utf8) { return (0x3C, 4) }
    if rest.starts(with: "&gt;".utf8) { return (0x3E, 4) }
    return rest.starts(with: "&quot;".utf8) ? (0x22, 6) : nil
  }
}

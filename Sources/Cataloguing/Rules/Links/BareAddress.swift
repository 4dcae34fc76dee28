import Diagnosing
import Reading

/// Finds an address that stands in running text without being a link.
enum BareAddress {
  /// The bytes of the address at an offset; nil where it is part of a link, of code or of a block.
  static func find(at offset: Int, in text: WrittenText) -> Range<Int>? {
    guard let body = text.bodies.last(where: { covers($0, offset) }),
      !body.blocks.contains(where: { $0.range.contains(offset) }), startsWord(offset, in: text.file.bytes)
    else { return nil }
    let address = address(at: offset, in: text.file)
    guard address.count > 5, !isInLink(offset, of: body, text.file) else { return nil }
    let section = body.sections.first { $0.range.contains(offset) }
    guard let html = section?.content.html, isPlain(text.file.bytes[address], in: html) else { return nil }
    return address
  }

  private static func covers(_ body: Body, _ offset: Int) -> Bool {
    guard let first = body.sections.first, let last = body.sections.last else { return false }
    return (first.range.lowerBound..<last.range.upperBound).contains(offset)
  }

  private static func startsWord(_ offset: Int, in bytes: [UInt8]) -> Bool {
    let before = bytes[offset - 1]
    return before &- 0x30 >= 10 && (before | 0x20) &- 0x61 >= 26 && before != 0x2E && before != 0x40
  }

  /// To the next blank or bracket, less the punctuation that ends a clause.
  private static func address(at offset: Int, in file: SourceFile) -> Range<Int> {
    var end = offset
    while end < file.bytes.count, file.bytes[end] > 0x20, ![0x3C, 0x3E, 0x29, 0x5D, 0x22].contains(file.bytes[end]),
      file.bytes[end] != 0xE2
    {
      end += 1
    }
    while end > offset, [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x2A, 0x5F].contains(file.bytes[end - 1]) { end -= 1 }
    return offset..<end
  }

  private static func isInLink(_ offset: Int, of body: Body, _ file: SourceFile) -> Bool {
    body.links.indices.contains { index in
      body.links[index].block.contains(offset)
        && InlineLocator.range(of: index, in: body, file: file).contains(offset)
    }
  }

  /// Whether HTML holds an address outside its code, as text.
  private static func isPlain(_ address: ArraySlice<UInt8>, in html: [UInt8]) -> Bool {
    var wanted: [UInt8] = []
    wanted.appendEscaped(address)
    var isInCode = false
    var index = 0
    while index < html.count {
      if html[index] == 0x3C {
        if html[index...].starts(with: "<code>".utf8) { isInCode = true }
        if html[index...].starts(with: "</code>".utf8) { isInCode = false }
      } else if !isInCode, html[index] == wanted[0], html[index...].starts(with: wanted) {
        return true
      }
      index += 1
    }
    return false
  }
}

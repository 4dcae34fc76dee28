import Diagnosing
import Reading

/// A tag that Markdown takes for text, so that it would show on the page: `<o:p></o:p>` of a word processor, whose
/// name has a colon, or `<br>` in a table, whose cells are plain text.
struct ShownTag {
  let range: Range<Int>
  let fix: Fix?

  private static let names: Set<String> = [
    "b", "br", "div", "em", "i", "li", "p", "span", "strong", "sub", "sup", "u", "ul",
  ]

  /// The name of the tag that opens at an offset; nil where none does, or where a backslash says that it is meant as text.
  private static func name(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if index > 0, bytes[index - 1] == 0x5C { return nil }
    var end = index + 1
    if end < bytes.count, bytes[end] == 0x2F { end += 1 }
    let start = end
    while end < min(bytes.count, start + 12),
      bytes[end] == 0x3A || bytes[end] &- 0x30 < 10 || bytes[end] | 0x20 &- 0x61 < 26
    {
      end += 1
    }
    guard end > start, end < bytes.count, [0x3E, 0x20, 0x2F].contains(bytes[end]) else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  }

  static func isAt(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    name(at: index, in: bytes).map { isOffice($0) || names.contains($0) } ?? false
  }

  private static func isOffice(_ name: String) -> Bool {
    ["o:", "w:", "v:", "m:", "st1:"].contains { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }
  }

  /// The first of each run of such tags, in running text and in the tables of an entry.
  static func all(in text: WrittenText, tables: [Range<Int>]) -> [ShownTag] {
    let signs = text.inBody(text.signs.shownTags)
    if signs.isEmpty { return [] }
    let code = CodeAreas(text.entry)
    var found: [ShownTag] = []
    let bytes = text.file.bytes
    for sign in signs {
      guard let name = bytes.withUnsafeBufferPointer({ name(at: sign, in: $0) }) else { continue }
      let isInTable = tables.contains { $0.contains(sign) }
      guard isInTable || (isOffice(name) && !code.contains(sign)), let end = end(of: sign, in: bytes) else { continue }
      // The tag that closes this one is no fault of its own.
      if bytes[sign + 1] == 0x2F, let last = found.last, last.range.lowerBound < sign { continue }
      // A line may hold a hundred thousand, and only the first are told.
      let isTold = found.count < FindingLimit.perRule
      found.append(ShownTag(range: sign..<end + 1, fix: isTold ? fix(name, sign..<end + 1, in: text.file) : nil))
    }
    return found
  }

  /// The closing bracket of a tag, on its own line and not too far.
  private static func end(of tag: Int, in bytes: [UInt8]) -> Int? {
    let rest = bytes[tag..<min(tag + 1_000, bytes.count)]
    return rest.firstIndex { [0x3E, 0x0A, 0x0D].contains($0) }.flatMap { bytes[$0] == 0x3E ? $0 : nil }
  }

  /// Takes out an empty pair of a word processor's tags, and puts a space where a line was broken.
  private static func fix(_ name: String, _ tag: Range<Int>, in file: SourceFile) -> Fix? {
    if name == "br" { return Fix(replacing: tag, with: " ") }
    let rest = file.text(tag.upperBound..<file.lineRange(at: tag.lowerBound).upperBound)
    guard isOffice(name), let closing = rest.firstRange(of: "</\(name)>") else { return nil }
    let inner = String(rest[..<closing.lowerBound])
    let end = tag.upperBound + rest[..<closing.upperBound].utf8.count
    return Fix(replacing: tag.lowerBound..<end, with: inner)
  }
}

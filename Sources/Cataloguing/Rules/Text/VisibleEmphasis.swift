import Diagnosing
import Glibc
import Reading

/// The marks of bold text become bold text.
enum VisibleEmphasis: TextRule {
  static let rule = Rule(
    "visible-emphasis", .warning,
    title: Localized(
      fi: "Lihavoinnin tähdet ** ovat kiinni tekstissä, ja ne suljetaan",
      sv: "Asteriskerna ** kring fet text sitter ihop med texten och stängs",
      en: "The asterisks ** of bold text touch it, and they are closed"),
    explanation: Localized(
      fi: "Muuten tähdet näkyvät sivulla. Kirjoita **näin**, ilman väliä tähtien sisäpuolella ja samassa kappaleessa.",
      sv:
        "Annars syns asteriskerna på sidan. Skriv **så här**, utan mellanslag innanför asteriskerna och i samma stycke.",
      en:
        "Otherwise the asterisks show on the page. Write **like this**, without a space inside them and in one paragraph."
    ),
    example: RuleExample(
      wrong: "Poissaoloihin puututaan ** heti **.", right: "Poissaoloihin puututaan **heti**."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    let marks = text.inBody(text.signs.boldMarks)
    if marks.isEmpty { return [] }
    let shown = text.bodies.flatMap { body in body.sections.flatMap { contexts(in: $0.content.html) } }
    if shown.isEmpty { return [] }
    return lines(of: places(of: shown, among: marks, in: text), in: text.file).map { range in
      Diagnostic(
        rule, in: text.file, at: range, rule.title, notes: [rule.explanation], fix: fix(range, in: text.file))
    }
  }

  /// What stands around a mark on the page.
  private struct Context {
    let before: ArraySlice<UInt8>
    let after: ArraySlice<UInt8>
  }

  private static let reach = 24

  /// The first of the `**` that are left in markup, but for those in code.
  private static func contexts(in html: [UInt8]) -> [Context] {
    html.withUnsafeBufferPointer { bytes in
      var found: [Context] = []
      guard holdsMark(bytes) else { return found }
      var isCode = false
      var index = 0
      while found.count < FindingLimit.perRule {
        index = bytes.firstIndex(from: index) { $0.equal(to: 0x2A) | $0.equal(to: 0x3C) }
        if index + 1 >= bytes.count { break }
        if bytes[index] == 0x3C {
          let tag = bytes[index...].prefix(6)
          isCode = tag.starts(with: "<code".utf8) || (isCode && !tag.elementsEqual("</code".utf8))
          index += 1
        } else if bytes[index + 1] == 0x2A {
          if !isCode { found.append(context(of: index, in: html)) }
          index += 2
        } else {
          index += 1
        }
      }
      return found
    }
  }

  /// Hardly any page shows a mark, so that its tags need not be told from its words.
  private static func holdsMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return false }
    let end = start + bytes.count
    var place = start
    while let asterisk = memchr(place, 0x2A, end - place).map({ UnsafeRawPointer($0) }) {
      place = asterisk + 1
      if place < end, place.load(as: UInt8.self) == 0x2A { return true }
    }
    return false
  }

  private static func context(of mark: Int, in html: [UInt8]) -> Context {
    let before = html[max(0, mark - reach)..<mark]
    let after = html[mark + 2..<min(html.count, mark + 2 + reach)]
    return Context(
      before: before.suffix(while: { $0 > 0x1F && $0 != 0x3E && $0 != 0x3B }),
      after: after.prefix { $0 > 0x1F && $0 != 0x3C && $0 != 0x26 })
  }

  /// Where the marks of the page stand in the file; those that were written with a backslash are none of them.
  private static func places(of shown: [Context], among marks: [Int], in text: WrittenText) -> [Int] {
    let bytes = text.file.bytes
    var left = marks
    return shown.compactMap { context in
      // Nothing stands around marks that are a paragraph of their own.
      let isAlone = context.before.isEmpty && context.after.isEmpty
      let place = left.firstIndex { mark in
        isAlone
          ? text.file.text(text.file.lineRange(at: mark)).split(separator: " ") == ["**"]
          : bytes[..<mark].reversed().starts(with: context.before.reversed())
            && bytes[(mark + 2)...].starts(with: context.after)
      }
      return place.map { left.remove(at: $0) }
    }.sorted()
  }

  /// Marks of one line are one fault.
  private static func lines(of marks: [Int], in file: SourceFile) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for mark in marks {
      if let last = ranges.last, file.lineRange(at: last.lowerBound).contains(mark) {
        ranges[ranges.count - 1] = last.lowerBound..<mark + 2
      } else {
        ranges.append(mark..<mark + 2)
      }
    }
    return ranges
  }

  /// Takes out the blanks between two marks and what they embrace.
  private static func fix(_ range: Range<Int>, in file: SourceFile) -> Fix? {
    guard range.count > 4 else { return nil }
    let inner = file.text(range.lowerBound + 2..<range.upperBound - 2)
    let words = inner.drop { $0 == " " }
    guard !inner.contains("*"), let last = words.lastIndex(where: { $0 != " " }) else { return nil }
    return Fix(replacing: range, with: "**\(words[...last])**")
  }
}

extension ArraySlice<UInt8> {
  /// The last bytes that all meet a condition.
  fileprivate func suffix(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    self[(lastIndex { !holds($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}

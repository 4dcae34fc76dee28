/// One line of a page's text, with what its form says of it.
///
/// Saved pages and copied text are brought into this one form, the platform's own in plain text, so that
/// all that follows is written once:
///
/// ```text
/// — Väliotsikko —
/// Kappale, jossa on ”linkki” (https://www.esimerkki.fi/sivu).
///  • luettelon kohta
///     • kohdan alla
///   1. numeroitu kohta
/// ```
struct PageLine: Sendable {
  enum Kind: Sendable, Hashable {
    /// Nothing, or a stray full stop: what stands before and after it is apart.
    case blank
    case text
    /// The levels count from 1, the highest within a section.
    case heading(Int)
    /// An item of a list, numbered or with a bullet.
    case item(number: Int?)
    /// A picture: its alternative text, and its address where it has one.
    case image
    /// A link whose address cannot be kept; its text stands in the line before.
    case address
  }

  var kind: Kind
  /// Without the marks of its kind.
  var text: String
  /// Columns of blanks before the first mark.
  var indent: Int
  /// Where it stands in the input.
  var range: Range<Int>
  /// Index of the innermost element that it stands in.
  var element: Int
  /// Whether it is the page's own heading.
  var isPageTitle = false

  static func blank(at offset: Int, in element: Int) -> PageLine {
    PageLine(kind: .blank, text: "", indent: 0, range: offset..<offset, element: element)
  }

  /// The line as plain text, with its marks; at a depth for an item or for what continues one.
  static func written(_ text: String, _ kind: Kind, depth: Int) -> String {
    switch kind {
    case .heading(let level):
      let dash = String(repeating: "—", count: level)
      return "\(dash) \(text) \(dash)"
    case .item(nil): return String(repeating: " ", count: 1 + depth * 3) + "• " + text
    case .item(let number?): return String(repeating: " ", count: 2 + depth * 3) + "\(number). " + text
    case .blank, .text, .image, .address: return text
    }
  }

  /// How far what continues an item is indented.
  static func continuationIndent(depth: Int) -> Int { 4 + depth * 3 }

  static let deepestHeading = 4
  static let deepestItem = 5
}

extension PageLine {
  /// Reads the marks of a line of plain text.
  init(reading raw: some StringProtocol, range: Range<Int>, element: Int) {
    var indent = 0
    for scalar in raw.unicodeScalars {
      if scalar == "\t" {
        indent = (indent / 4 + 1) * 4
      } else if PlainLine.isBlank(scalar) {
        indent += 1
      } else {
        break
      }
    }
    let tidy = PlainLine.tidy(raw)
    self.init(kind: .text, text: tidy, indent: indent, range: range, element: element)
    if tidy.isEmpty || tidy == "." {
      kind = .blank
      text = ""
    } else if let rest = PageLine.afterBullets(tidy) ?? PageLine.afterStar(tidy, indent: indent) {
      kind = rest.isEmpty || rest == "." ? .blank : .item(number: nil)
      text = rest
    } else if indent >= 2, let (number, rest) = PageLine.afterNumber(tidy) {
      kind = .item(number: number)
      text = rest
    } else if let (level, inner) = PageLine.betweenDashes(tidy) {
      kind = .heading(level)
      text = inner
    }
  }

  /// What follows one bullet or more; nil where there is none.
  private static func afterBullets(_ text: String) -> String? {
    var rest = text.unicodeScalars[...]
    var found = false
    while let first = rest.first, bullets.contains(first) {
      let next = rest.dropFirst()
      guard next.isEmpty || next.first.map(PlainLine.isBlank) == true else { break }
      found = true
      rest = next.drop(while: PlainLine.isBlank)
    }
    return found ? String(rest) : nil
  }

  /// As browsers and word processors write them in plain text.
  private static let bullets: Set<Unicode.Scalar> = [
    "•", "◦", "▪", "‣", "⁃", "●", "○", "■", "□", "·", "\u{F0B7}", "\u{F0A7}", "\u{2219}",
  ]

  /// What follows the `*` or `o` that Firefox puts for a bullet, which is told from text by its indentation.
  private static func afterStar(_ text: String, indent: Int) -> String? {
    let isMarked = indent >= 2 && text.hasPrefix("* ") || indent >= 4 && text.hasPrefix("o ")
    return isMarked ? String(text.dropFirst(2)) : nil
  }

  private static func afterNumber(_ text: String) -> (Int, String)? {
    let digits = text.utf8.prefix { $0 &- 0x30 < 10 }
    guard (1...9).contains(digits.count), let number = Int(String(digits) ?? ""), number > 0 else { return nil }
    let rest = text.unicodeScalars.dropFirst(digits.count)
    guard rest.first == "." || rest.first == ")", let blank = rest.dropFirst().first, PlainLine.isBlank(blank) else {
      return nil
    }
    let inner = String(rest.dropFirst(2))
    return inner.isEmpty ? nil : (number, inner)
  }

  private static func betweenDashes(_ text: String) -> (Int, String)? {
    let scalars = text.unicodeScalars
    let level = scalars.prefix { $0 == "—" }.count
    guard (1...deepestHeading).contains(level), scalars.reversed().prefix(while: { $0 == "—" }).count == level,
      scalars.count > level * 2
    else { return nil }
    let inner = scalars.dropFirst(level).dropLast(level)
    guard let first = inner.first, let last = inner.last, PlainLine.isBlank(first), PlainLine.isBlank(last) else {
      return nil
    }
    let tidy = PlainLine.tidy(String(inner))
    return tidy.isEmpty ? nil : (level, tidy)
  }
}

/// A page's structure without its texts: tags, attribute names, comments, and where addresses lead.
///
/// A reader of HTML of its own, written apart from the one that the compiler uses, so that a mistake in the
/// one is not repeated in the other.
public struct Skeleton: Equatable, Sendable {
  public var pieces: [String] = []
  /// The decoded values of the attributes that hold addresses.
  public var addresses: [String] = []

  static let addressAttributes: Set = ["href", "src", "action"]
  static let rawElements: Set = ["script", "style", "title", "textarea"]

  public static func == (a: Skeleton, b: Skeleton) -> Bool { a.pieces == b.pieces }

  public init(_ html: String) {
    var rest = Substring(html.replacing("\r\n", with: "\n"))
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        pieces.append("comment")
        rest = Skeleton.afterComment(rest)
      } else if rest.hasPrefix("<!") || rest.hasPrefix("<?") {
        pieces.append("declaration")
        rest = rest.firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? ""
      } else if rest.dropFirst().first?.isASCIILetter == true
        || (rest.hasPrefix("</") && rest.dropFirst(2).first?.isASCIILetter == true)
      {
        readTag(&rest)
      } else if rest.hasPrefix("</"), let next = rest.dropFirst(2).first, next != ">" {
        pieces.append("comment")
        rest = rest.firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? ""
      } else {
        rest = rest.dropFirst()
      }
    }
  }

  private static func afterComment(_ comment: Substring) -> Substring {
    let inner = comment.dropFirst(4)
    if inner.hasPrefix(">") { return inner.dropFirst() }
    if inner.hasPrefix("->") { return inner.dropFirst(2) }
    let ends = [inner.firstRange(of: "-->"), inner.firstRange(of: "--!>")].compactMap { $0 }
    return ends.min { $0.lowerBound < $1.lowerBound }.map { inner[$0.upperBound...] } ?? ""
  }

  private mutating func readTag(_ rest: inout Substring) {
    rest = rest.dropFirst()
    let name = rest.prefix { !$0.isSpace && $0 != ">" && ($0 != "/" || rest.first == $0) }.lowercased()
    rest = rest.dropFirst(name.count)
    pieces.append("<" + name)
    while true {
      rest = rest.drop { $0.isSpace || $0 == "/" }
      guard let first = rest.first else { return }
      if first == ">" { break }
      readAttribute(&rest)
    }
    rest = rest.dropFirst()
    guard Skeleton.rawElements.contains(name) else { return }
    var end = rest.startIndex
    while end < rest.endIndex {
      let tail = rest[end...]
      if tail.hasPrefix("</"), tail.dropFirst(2).prefix(name.count).lowercased() == name,
        let next = tail.dropFirst(2 + name.count).first, next.isSpace || next == "/" || next == ">"
      {
        break
      }
      end = rest.index(after: end)
    }
    rest = rest[end...]
  }

  private mutating func readAttribute(_ rest: inout Substring) {
    let first = rest.prefix(1)
    let name =
      (first + rest.dropFirst().prefix { !$0.isSpace && $0 != ">" && $0 != "/" && $0 != "=" }).lowercased()
    rest = rest.dropFirst(name.count).drop { $0.isSpace }
    pieces.append("@" + name)
    guard rest.first == "=" else { return }
    rest = rest.dropFirst().drop { $0.isSpace }
    let value: Substring
    if let quote = rest.first, quote == "\"" || quote == "'" {
      value = rest.dropFirst().prefix { $0 != quote }
      rest = rest.dropFirst(value.count + 2)
    } else {
      value = rest.prefix { !$0.isSpace && $0 != ">" }
      rest = rest.dropFirst(value.count)
    }
    if Skeleton.addressAttributes.contains(name) { addresses.append(Skeleton.decoded(value)) }
  }

  /// With the few character references that templates and escaping write.
  public static func decoded(_ text: Substring) -> String {
    var text = String(text)
    for (reference, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacing(reference, with: sign)
    }
    return text
  }
}

extension Character {
  fileprivate var isSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\u{C}" }
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}

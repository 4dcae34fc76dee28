/// A line that is a link: `name (https://…)`, `”name” (https://…)`, or an address alone.
struct LinkLine {
  var name: String?
  let address: String

  /// The links of a line; none where it holds no address.
  ///
  /// Of a lone link the whole line is the name, so that a size after it stays: `Esite (1,2 Mt)`.
  static func all(in line: String) -> [LinkLine] {
    let pieces = InlineNotation.pieces(of: line)
    let links = pieces.compactMap { piece -> LinkLine? in
      guard case .link(let text, let address) = piece else { return nil }
      return LinkLine(name: InlineNotation.isBare(text, address) ? nil : text, address: address)
    }
    guard links.count == 1 else { return links }
    var words = ""
    for piece in pieces {
      switch piece {
      case .text(let text): words += text
      case .link(let text, _): words += links[0].name == nil ? "" : text
      }
    }
    // Brackets that held the address, and a mark before it, are no part of the name.
    let tidy = PlainLine.tidy(words.replacing("()", with: ""))
    let marks: Set<Unicode.Scalar> = [":", "–", "-", " ", ",", "\u{A0}"]
    let last = tidy.unicodeScalars.lastIndex { !marks.contains($0) }
    return [LinkLine(name: last.map { String(tidy.unicodeScalars[...$0]) }, address: links[0].address)]
  }
}

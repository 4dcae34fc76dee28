/// Tells a list that is not written as one.
enum ListGuess {
  /// Whether a text starts with a dash or a bullet and a blank, as a list copied from a word processor does.
  static func startsWithMark(_ text: String) -> Bool {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next(), isMark(first), let second = scalars.next() else { return false }
    return second == " " || second == "\t" || second == "\u{A0}"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "–", "—", "−", "‐", "‑", "•", "·", "●", "▪", "◦", "‣", "○", "■", "*", "\u{F0B7}", "\u{AD}": true
    default: false
    }
  }

  /// The same lines with hyphens for the marks; nil where a line has none.
  static func lines(of text: String) -> String? {
    var out: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }
      let rest = line.dropFirst(indent.count)
      guard startsWithMark(String(rest)) else { return nil }
      let words = rest.unicodeScalars.dropFirst().drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
      out.append("\(indent)- \(String(words))")
    }
    return out.joined(separator: "\n")
  }

  /// The values that commas or semicolons part, where each is a few words and none runs on from the one before;
  /// nil where it is one text.
  static func values(onOneLine text: String, at separators: Set<Character> = [",", ";"]) -> [String]? {
    let text = unbracketed(text)
    let parts = text.split(whereSeparator: separators.contains)
      .map { $0.drop { $0 == " " } }.map { String($0.prefix { $0 != "\n" }) }
    guard parts.count > 1, !text.contains("(") else { return nil }
    for part in parts {
      let words = part.split(separator: " ").map { NameKey.of(String($0)) }
      guard let first = words.first, words.count <= 3, !joins.contains(first), joins.isDisjoint(with: words) else {
        return nil
      }
    }
    return parts.map { part in
      var part = Substring(part)
      while part.last == " " || part.last == "." { part.removeLast() }
      return String(part)
    }
  }

  /// Without round brackets around the whole, and without a square one that has no other half.
  private static func unbracketed(_ text: String) -> Substring {
    let isRound = text.first == "(" && text.last == ")"
    let inner = text.dropFirst(isRound || text.first == "[" ? 1 : 0)
    return inner.dropLast(isRound || inner.last == "]" ? 1 : 0)
  }

  /// Words that tie what follows to what stands before it.
  private static let joins: Set<String> = [
    "ja", "sekä", "tai", "joka", "jotka", "joita", "joilla", "joille", "joiden", "jossa", "joissa", "että", "jotta",
    "kun", "kuten", "och", "samt", "eller", "som", "vars", "att", "and", "or", "who", "which", "that", "whose",
  ]
}

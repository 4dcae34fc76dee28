/// A source line cut to a width that a terminal holds, with the range in it underlined.
///
/// Control, bidirectional and zero-width characters are shown as `·`, so that a hostile line cannot
/// rewrite the terminal and the underline stays in place.
struct Excerpt {
  let line: String
  let padding: String
  let underline: String

  /// Columns shown at most; longer lines are cut around the range.
  static let width = 100

  init(before: String, marked: String, after: String) {
    var left = Excerpt.visible(before)
    var middle = Excerpt.visible(marked)
    var right = Excerpt.visible(after)
    middle = middle.count > Excerpt.width ? middle.prefix(Excerpt.width) + ["…"] : middle
    let room = Excerpt.width - min(middle.count, Excerpt.width)
    let leftRoom = max(room - min(right.count, room / 2), 20)
    if left.count > leftRoom { left = ["…"] + left.suffix(leftRoom) }
    let rightRoom = max(Excerpt.width - left.count - middle.count, 10)
    if right.count > rightRoom { right = right.prefix(rightRoom) + ["…"] }
    line = Excerpt.text(left + middle + right)
    padding = Excerpt.text(left.map { $0 == "\t" ? "\t" : " " })
    underline = "^" + String(repeating: "~", count: max(0, middle.count - 1))
  }

  private static func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return nil
      case .control: return scalar == "\t" ? scalar : "·"
      case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: return "·"
      default: return scalar
      }
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}

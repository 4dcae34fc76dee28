/// The amount or share that was meant by a text that is none in the accepted forms.
///
/// ```swift
/// FigureGuess.amount("6,8 miljoonaa euroa")  // "6 800 000 €"
/// FigureGuess.amount("680.000 €")            // "680 000 €"
/// ```
///
/// This only runs after a failure.
enum FigureGuess {
  static func amount(_ text: String) -> String? {
    guard let (figure, rest) = onlyFigure(in: text) else { return nil }
    if namesOtherCurrency(text) || text.contains("%") { return nil }
    guard let exact = scaled(figure, by: zeros(in: NameKey.of(rest))), exact.decimals < 3 else { return nil }
    return exact.text(decimalMark: ",", groupMark: " ") + " €"
  }

  /// Whether an amount is of another currency, so that its figure is no euros.
  private static func namesOtherCurrency(_ text: String) -> Bool {
    let words = NameKey.of(text)
    return ["sek", "nok", "dkk", "usd", "gbp", "$", "£", "kr", "mk"].contains { words.contains($0) }
  }

  static func percentage(_ text: String) -> String? {
    guard let (figure, _) = onlyFigure(in: text), figure.value <= 100 else { return nil }
    return figure.text(decimalMark: ",", groupMark: " ") + " %"
  }

  /// The figure of a text that holds just one, and what follows it.
  private static func onlyFigure(in text: String) -> (Figure, String)? {
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool { index < scalars.count && ("0"..."9").contains(scalars[index]) }
    guard let start = scalars.indices.first(where: isDigit) else { return nil }
    var groups: [String] = [""]
    var marks: [Unicode.Scalar] = []
    var index = start
    while index < scalars.count {
      if isDigit(index) {
        groups[groups.count - 1].unicodeScalars.append(scalars[index])
      } else if isDigit(index + 1), Figure.isBlank(scalars[index]) || ".,'’".unicodeScalars.contains(scalars[index]) {
        marks.append(scalars[index])
        groups.append("")
      } else {
        break
      }
      index += 1
    }
    let rest = scalars[index...]
    if rest.contains(where: { ("0"..."9").contains($0) }) { return nil }
    guard let figure = figure(groups, marks) else { return nil }
    return (figure, rest.reduce(into: "") { $0.unicodeScalars.append($1) })
  }

  /// Groups of three are thousands whatever stands between them; one or two digits at the end are decimals.
  private static func figure(_ groups: [String], _ marks: [Unicode.Scalar]) -> Figure? {
    let last = groups[groups.count - 1]
    let endsInDecimals = marks.last.map { ($0 == "," || $0 == ".") && last.count != 3 } ?? false
    let whole = endsInDecimals ? groups.dropLast() : groups[...]
    guard whole.count == 1 || (whole[0].count <= 3 && whole.dropFirst().allSatisfy { $0.count == 3 }) else {
      return nil
    }
    let digits = whole.joined() + (endsInDecimals ? last : "")
    guard digits.count <= 15, let number = Int(digits) else { return nil }
    return Figure(digits: number, decimals: endsInDecimals ? last.count : 0)
  }

  /// How many zeros the word after a figure stands for.
  private static func zeros(in words: String) -> Int {
    let letters = words.prefix { $0 != "€" && $0 != "/" }.split(separator: " ").joined(separator: " ")
    for million in ["milj", "mn", "m", "me"] where letters == million || letters.hasPrefix(million + ".") { return 6 }
    if letters.hasPrefix("milj") || letters.hasPrefix("million") { return 6 }
    for thousand in ["t", "k", "te", "ke", "tkr"] where letters == thousand { return 3 }
    return ["tuha", "tusen", "thousand"].contains { letters.hasPrefix($0) } ? 3 : 0
  }

  private static func scaled(_ figure: Figure, by zeros: Int) -> Figure? {
    var digits = figure.digits
    var decimals = figure.decimals
    for _ in 0..<zeros {
      if decimals > 0 {
        decimals -= 1
      } else if digits < 100_000_000_000 {
        digits *= 10
      } else {
        return nil
      }
    }
    return Figure(digits: digits, decimals: decimals)
  }
}

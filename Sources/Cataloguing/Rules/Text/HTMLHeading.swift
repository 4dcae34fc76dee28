/// A heading written in HTML, alone on its line.
///
/// ```swift
/// HTMLHeading("<h2>Tausta</h2>")?.text  // "Tausta"
/// ```
struct HTMLHeading {
  let level: Int
  let text: String

  init?(_ html: String) {
    let html = HTMLHeading.trimmed(Substring(html))
    guard html.utf8.count < 200, html.prefix(2).lowercased() == "<h",
      let level = html.dropFirst(2).first?.wholeNumberValue,
      (1...6).contains(level), let end = html.firstIndex(of: ">")
    else { return nil }
    let inner = html[html.index(after: end)...].prefix { $0 != "<" }
    guard html[inner.endIndex...].lowercased() == "</h\(level)>", inner.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    self.level = level
    text = String(HTMLHeading.trimmed(inner))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

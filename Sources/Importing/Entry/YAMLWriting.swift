/// Writes texts as YAML values that read back as they are.
enum YAMLWriting {
  /// On one line, in quotes where it would mean something else without them.
  static func scalar(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return "\"\"" }
    let isRisky =
      "-?:,[]{}#&*!|>'\"%@`=~".unicodeScalars.contains(first) || PlainLine.isBlank(first) || PlainLine.isBlank(last)
      || last == ":" || text.contains(": ") || text.contains(" #") || text.hasPrefix("...")
    if !isRisky { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A line `key: text`; a long text is folded over lines of about a hundred characters.
  static func field(_ key: String, _ text: String, indent: String = "") -> [String] {
    let isLong = indent.utf8.count + key.utf8.count + text.utf8.count > 116
    // Folding breaks lines at lone spaces only, so the text must hold no others.
    guard isLong, PlainLine.tidy(text) == text else { return ["\(indent)\(key): \(scalar(text))"] }
    var lines = ["\(indent)\(key): >-"]
    var line = indent + " "
    var count = line.count
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.unicodeScalars.count
      if count + length > 110, count > indent.count + 1 {
        lines.append(line)
        line = indent + " "
        count = line.count
      }
      line += " " + word
      count += length + 1
    }
    lines.append(line)
    return lines
  }

  /// One value after the key, several as a list.
  static func list(_ key: String, _ texts: [String]) -> [String] {
    if texts.count == 1 { return ["\(key): \(scalar(texts[0]))"] }
    return ["\(key):"] + texts.map { "  - \(scalar($0))" }
  }
}

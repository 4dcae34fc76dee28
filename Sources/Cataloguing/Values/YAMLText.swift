/// Writes a text as a YAML value, in quotes where it would mean something else without them.
enum YAMLText {
  /// As a value on its own line.
  static func plain(_ text: String) -> String {
    let first = text.unicodeScalars.first
    let isSpecial = first.map { "-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains($0) } ?? true
    return isSpecial || text.contains(": ") || text.contains(" #") || text.hasSuffix(":") ? quoted(text) : text
  }

  /// As an item between brackets.
  static func inBrackets(_ text: String) -> String {
    text.unicodeScalars.contains { ",[]{}".unicodeScalars.contains($0) } ? quoted(text) : plain(text)
  }

  static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

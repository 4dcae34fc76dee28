/// Writes a text as a double-quoted YAML value.
enum YAMLQuoting {
  static func quoted(_ text: String) -> String {
    var inner = Array(text.unicodeScalars)
    let marks: [Unicode.Scalar] = ["”", "“", "„"]
    if inner.count > 1, let first = inner.first, let last = inner.last, marks.contains(first), marks.contains(last) {
      inner = Array(inner.dropFirst().dropLast())
    }
    var out = "\""
    for scalar in inner {
      if scalar == "\\" || scalar == "\"" { out.unicodeScalars.append("\\") }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}

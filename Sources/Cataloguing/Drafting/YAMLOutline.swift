import Diagnosing

/// A value to be written as YAML in block style, keys in the order in which they are given.
///
/// ```swift
/// YAMLOutline.map([("name", "nimi"), ("required", true)]).text  // name: "nimi"\nrequired: true\n
/// ```
///
/// Texts are quoted, so that none is taken for a number, a date or a truth value.
indirect enum YAMLOutline: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
  case string(String)
  case flag(Bool)
  case number(Int)
  case list([YAMLOutline])
  case map([(String, YAMLOutline)])

  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(integerLiteral value: Int) { self = .number(value) }

  var text: String { lines.map { $0 + "\n" }.joined() }

  private var lines: [String] {
    switch self {
    case .string, .flag, .number: [scalar ?? ""]
    case .list(let items): items.flatMap { YAMLOutline.indented($0.lines, first: "- ") }
    case .map(let members):
      members.flatMap { key, value in
        if let scalar = value.scalar { return ["\(key): \(scalar)"] }
        return ["\(key):"] + YAMLOutline.indented(value.lines, first: "  ")
      }
    }
  }

  /// The text of what stands on its key's line.
  private var scalar: String? {
    switch self {
    case .string(let text):
      var json = JSONWriter()
      json.value(text)
      return json.text
    case .flag(let value): return value ? "true" : "false"
    case .number(let value): return String(value)
    case .list(let items): return items.isEmpty ? "[]" : nil
    case .map(let members): return members.isEmpty ? "{}" : nil
    }
  }

  private static func indented(_ lines: [String], first: String) -> [String] {
    lines.enumerated().map { ($0 == 0 ? first : "  ") + $1 }
  }
}

import Diagnosing

/// A JSON value whose objects keep the order of their keys.
///
/// ```swift
/// let data: JSONValue = ["@type": "Article", "name": .string(title), "pages": 3]
/// String(decoding: data.bytes, as: UTF8.self)  // {"@type":"Article","name":"…","pages":3}
/// ```
///
/// Written with `<`, `>`, `&`, U+2028 and U+2029 as `\u` escapes, so that neither `</script` nor `<!--` can
/// occur in it and it may stand in `<script type="application/ld+json">`.
public enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A decimal number by its digits: 298 with one decimal is 29.8.
  case decimal(Int, decimals: Int)
  case string(String)
  case array([JSONValue])
  case object([Member])
  /// A value that is written already; see ``written``.
  case ready([UInt8])

  /// A key and its value; a tuple, since a literal of an object is a list of such already.
  public typealias Member = (String, JSONValue)

  /// Whether two values are written alike.
  public static func == (a: JSONValue, b: JSONValue) -> Bool { a.bytes == b.bytes }

  /// The value as JSON text in UTF-8, without spaces.
  public var bytes: [UInt8] {
    var output = Output(capacity: 1024)
    write(into: &output)
    return Array(output.bytes)
  }

  /// The same value written once for all, where thousands have it in common.
  public var written: JSONValue { .ready(bytes) }

  /// An array as JSON text whose values are made one after another, so that only one is held.
  public static func bytes(ofArray values: some Collection<JSONValue>) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, value) in values.enumerated() {
      bytes.append(UInt8(ascii: index == 0 ? "[" : ","))
      var output = Output(capacity: 1024)
      value.write(into: &output)
      bytes.append(contentsOf: output.bytes)
      if index == 99 { bytes.reserveCapacity(forPieces: values.count, after: 100) }
    }
    bytes += (bytes.isEmpty ? "[]" : "]").utf8
    return bytes
  }

  private static func text(_ digits: Int, _ decimals: Int) -> String {
    guard decimals > 0 else { return String(digits) }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - String(digits).count)) + String(digits)
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  func write(into output: inout Output) {
    switch self {
    case .null: output.append("null")
    case .boolean(let value): output.append(value ? "true" : "false")
    case .integer(let value): output.append(digitsOf: value)
    case .decimal(let digits, let decimals): output.append(Array(JSONValue.text(digits, decimals).utf8))
    case .string(let value): output.appendJSON(value)
    case .ready(let bytes): output.append(bytes)
    case .array(let values):
      output.append(UInt8(ascii: "["))
      values.withUnsafeBufferPointer { values in
        for index in values.indices {
          if index > 0 { output.append(UInt8(ascii: ",")) }
          values[index].write(into: &output)
        }
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      members.withUnsafeBufferPointer { members in
        for index in members.indices {
          if index > 0 { output.append(UInt8(ascii: ",")) }
          output.appendJSON(members[index].0)
          output.append(UInt8(ascii: ":"))
          members[index].1.write(into: &output)
        }
      }
      output.append(UInt8(ascii: "}"))
    }
  }
}

extension Output {
  fileprivate mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    text.withBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      var written = 0
      var index = 0
      while true {
        index = bytes.firstIndex(from: index, where: Escaping.specialInJSON)
        guard index < bytes.count else { break }
        let length = appendJSONEscape(bytes, at: index, after: written)
        index += max(length, 1)
        if length > 0 { written = index }
      }
      append(start + written, count: bytes.count - written)
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends the escape of the character at a place, and before it what has not been written yet.
  ///
  /// - Returns: the character's bytes; 0 where it needs no escape.
  private mutating func appendJSONEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, after written: Int
  ) -> Int {
    let byte = bytes[index]
    var code = UInt32(byte)
    var length = 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), 0..<0x20, 0x7F:
      break
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
      // The separators of lines and paragraphs, U+2028 and U+2029.
      code = 0x2000 | UInt32(bytes[index + 2] & 0x3F)
      length = 3
    default: return 0
    }
    append(bytes.baseAddress! + written, count: index - written)
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    default:
      append("\\u")
      for shift in [12, 8, 4, 0] as [UInt32] {
        append(Escaping.hexDigit(UInt8(truncatingIfNeeded: code >> shift) & 15))
      }
    }
    return length
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements)
  }
}

/// Writes JSON as bytes, members in the order in which they are given, so that the same values make the
/// same bytes everywhere.
///
/// ```swift
/// var json = JSONWriter()
/// json.object {
///   $0.member("name", "Läsnäolon malli")
///   $0.member("years") { $0.array([2025, 2026]) { $0.value($1) } }
/// }
/// json.text  // {"name":"Läsnäolon malli","years":[2025,2026]}
/// ```
///
/// Text is written as UTF-8, with escapes only where RFC 8259 asks for them.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  /// Whether something stands before the next value in its object or array.
  private var isFollowing = false
  /// Whether a member's name stands before the next value.
  private var isNamed = false

  /// - Parameter indented: whether every member and element stands on a line of its own.
  public init(indented: Bool = false) {
    isIndented = indented
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Values

  public mutating func value(_ text: String) {
    start()
    quote(text)
  }

  public mutating func value(_ number: Int) {
    start()
    bytes.append(contentsOf: String(number).utf8)
  }

  public mutating func value(_ flag: Bool) {
    start()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  public mutating func null() {
    start()
    bytes.append(contentsOf: "null".utf8)
  }

  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclose(0x7B, 0x7D, members)
  }

  public mutating func array(_ elements: (inout JSONWriter) -> Void) {
    enclose(0x5B, 0x5D, elements)
  }

  /// An array with one value for each element.
  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    array { json in
      for each in elements { element(&json, each) }
    }
  }

  // MARK: Members

  public mutating func member(_ name: String, _ text: String) { member(name) { $0.value(text) } }

  public mutating func member(_ name: String, _ number: Int) { member(name) { $0.value(number) } }

  public mutating func member(_ name: String, _ flag: Bool) { member(name) { $0.value(flag) } }

  /// A member whose value the closure writes; it writes exactly one.
  public mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
    start()
    quote(name)
    bytes.append(0x3A)
    if isIndented { bytes.append(0x20) }
    isNamed = true
    value(&self)
  }

  // MARK: Bytes

  private mutating func start() {
    if isNamed {
      isNamed = false
    } else {
      if isFollowing { bytes.append(0x2C) }
      if depth > 0 { newLine() }
    }
    isFollowing = true
  }

  private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
    start()
    bytes.append(open)
    depth += 1
    isFollowing = false
    content(&self)
    depth -= 1
    if isFollowing { newLine() }
    bytes.append(close)
    isFollowing = true
  }

  private mutating func newLine() {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x00...0x1F:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(JSONWriter.digits[Int(byte >> 4)])
        bytes.append(JSONWriter.digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

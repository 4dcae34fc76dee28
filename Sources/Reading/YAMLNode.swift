/// A piece of YAML with the bytes it stands in.
///
/// Every scalar is text: `no`, `12:30` and `1.10` mean what was written, and only the template gives
/// them a type.
public struct YAMLNode: Sendable {
  public enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  public let content: Content
  /// Offsets in the file, from the first byte of the value to past its last; a quoted text counts its
  /// quotes. An empty value has an empty range after its key.
  public let range: Range<Int>

  public init(_ content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  public var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  public var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  public var mapping: [YAMLPair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// Whether nothing was written: no value, `""`, `[]` or `{}`.
  public var isEmpty: Bool {
    switch content {
    case .scalar(let text): text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    case .sequence(let nodes): nodes.isEmpty
    case .mapping(let pairs): pairs.isEmpty
    }
  }

  /// The value of a key, exactly as spelt; the first where it stands twice.
  public subscript(key: String) -> YAMLNode? {
    mapping?.first { $0.key == key }?.value
  }
}

/// One `key: value` line of a mapping.
public struct YAMLPair: Sendable {
  public let key: String
  public let keyRange: Range<Int>
  public let value: YAMLNode

  public init(key: String, keyRange: Range<Int>, value: YAMLNode) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

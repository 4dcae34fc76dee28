import CCmark

/// The words of inline nodes without their markup.
enum InlineText {
  /// The text below a node, line breaks as spaces. Without recursion: markup may nest deeply.
  static func plain(of root: OpaquePointer) -> String {
    guard var node = cmark_node_first_child(root) else { return "" }
    if cmark_node_next(node) == nil, cmark_node_get_type(node) == CMARK_NODE_TEXT {
      return cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }
    var text: [UInt8] = []
    while true {
      append(node, to: &text)
      if let child = cmark_node_first_child(node) {
        node = child
        continue
      }
      while cmark_node_next(node) == nil {
        guard let parent = cmark_node_parent(node), parent != root else { return String(decoding: text, as: UTF8.self) }
        node = parent
      }
      node = cmark_node_next(node)
    }
  }

  private static func append(_ node: OpaquePointer, to text: inout [UInt8]) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE:
      if let literal = cmark_node_get_literal(node) { text.append(contentsOf: UnsafeBufferPointer<UInt8>(literal)) }
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(0x20)
    default: break
    }
  }
}

import CCmark

/// Tells a paragraph with nothing to read: a lone full stop, comma, hyphen or asterisk, or no-break and other wide or thin spaces,
/// as they come along from a word processor.
enum StrayParagraph {
  static func isStray(_ paragraph: OpaquePointer) -> Bool {
    guard var node = cmark_node_first_child(paragraph) else { return false }
    var stops = 0
    var blanks = 0
    while true {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        guard let text = cmark_node_get_literal(node), count(UnsafeBufferPointer<UInt8>(text), &stops, &blanks) else {
          return false
        }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: break
      default: return false
      }
      guard let next = cmark_node_next(node) else { break }
      node = next
    }
    return stops <= 1 && stops + blanks > 0
  }

  /// Counts full stops and blanks, and tells whether there was nothing else.
  private static func count(_ text: UnsafeBufferPointer<UInt8>, _ stops: inout Int, _ blanks: inout Int) -> Bool {
    var index = 0
    while index < text.count {
      if [0x2E, 0x2C, 0x3B, 0x3A, 0x2D, 0x2A, 0x5F].contains(text[index]) {
        stops += 1
        index += 1
      } else if text[index] == 0x20 {
        index += 1
      } else {
        let length = StrangeBlank.length(at: index, in: text)
        if length == 0 { return false }
        blanks += 1
        index += length
      }
    }
    return true
  }
}

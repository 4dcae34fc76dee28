import CCmark

/// The words of inline nodes without their markup.
enum InlineText {
  static func plain(of node: OpaquePointer) -> String {
    var text: [UInt8] = []
    collect(node, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func collect(_ node: OpaquePointer, into text: inout [UInt8]) {
    var child = cmark_node_first_child(node)
    while let current = child {
      switch cmark_node_get_type(current) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if var literal = cmark_node_get_literal(current) {
          while literal.pointee != 0 {
            text.append(UInt8(bitPattern: literal.pointee))
            literal += 1
          }
        }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(0x20)
      default: collect(current, into: &text)
      }
      child = cmark_node_next(current)
    }
  }
}

/// Finds what is left of raw HTML when its comments are taken out.
enum CommentStripper {
  /// The pieces outside `<!-- … -->`, without surrounding blanks; none where all was comment.
  static func remainders(of html: String) -> [String] {
    var pieces: [String] = []
    var rest = html[...]
    while let start = rest.range(of: "<!--") {
      pieces.append(String(rest[..<start.lowerBound]))
      guard let end = rest[start.upperBound...].range(of: "-->") else {
        rest = ""
        break
      }
      rest = rest[end.upperBound...]
    }
    pieces.append(String(rest))
    return pieces.map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
  }
}

extension String {
  /// Without blanks and line ends at either end.
  func trimmingBlanks() -> String {
    let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n"]
    return String(drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
  }
}

extension Substring {
  fileprivate func range(of needle: String) -> Range<String.Index>? { firstRange(of: needle) }
}

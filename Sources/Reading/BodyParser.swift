import CCmark
import CMemory
import Diagnosing

/// Turns Markdown into sections in one walk of libcmark's tree.
///
/// ```swift
/// let file = SourceFile(path: "malli.md", text: "## Ratkaisun perusidea\n\nYhdessä.\n")
/// let body = BodyParser.parse(file, in: 0..<file.bytes.count)
/// body.sections[1].heading?.text  // "Ratkaisun perusidea"
/// ```
///
/// What holds no markup goes past libcmark (see `PlainBlocks`) and comes out as if it had not.
///
/// The HTML is what `cmark_render_html` would give with its safe options, but for: headings carry an
/// `id`, second-level headings and fenced blocks with an info string are left out for the theme, headings
/// of the first and second level inside a section become third, addresses are holes, raw HTML is dropped
/// without a comment in its place, and an image alone in its paragraph is a figure.
public enum BodyParser {
  public static func parse(_ file: SourceFile, in range: Range<Int>) -> Body {
    parse(file, in: range) { PlainBlocks(in: $0) }
  }

  /// The same by libcmark alone, for tests to hold the two together.
  package static func parseUnaided(_ file: SourceFile, in range: Range<Int>) -> Body {
    parse(file, in: range) { PlainBlocks(noneIn: $0) }
  }

  private static func parse(
    _ file: SourceFile, in range: Range<Int>, plainBlocks: (LineTable) -> PlainBlocks
  ) -> Body {
    file.bytes.withUnsafeBufferPointer { bytes in
      let lines = LineTable(bytes: bytes, range: range)
      if range.isEmpty { return BodyBuilder(lines: lines).finished() }
      if let refusal = NestingGuard.refusal(of: lines) { return refusal }
      let plain = plainBlocks(lines)
      var builder = BodyBuilder(lines: lines.showing(plain.shownLines), plainRuns: plain.runs)
      withTree(of: lines, without: plain.runs) { walk($0, &builder) }
      return builder.finished()
    }
  }

  /// Hands out libcmark's tree of a text; it is gone afterwards, and its memory is the next text's.
  private static func withTree(
    of lines: LineTable, without plain: [PlainBlocks.Run], _ body: (OpaquePointer) -> Void
  ) {
    var memory = cmark_mem(calloc: arena_calloc, realloc: arena_realloc, free: arena_free)
    withUnsafeMutablePointer(to: &memory) { memory in
      guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory) else { return }
      defer { arena_reset() }
      func feed(_ text: UnsafeBufferPointer<UInt8>) {
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      }
      var start = lines.range.lowerBound
      for run in plain {
        feed(UnsafeBufferPointer(rebasing: lines.bytes[start..<run.range.lowerBound]))
        ("***\n" as StaticString).withUTF8Buffer(feed)
        start = run.range.upperBound
      }
      feed(UnsafeBufferPointer(rebasing: lines.bytes[start..<lines.range.upperBound]))
      if let document = cmark_parser_finish(parser) { body(document) }
    }
  }

  /// Enters and leaves every node, without recursion, since markup may nest deeply.
  private static func walk(_ root: OpaquePointer, _ builder: inout BodyBuilder) {
    var node = root
    var type = cmark_node_get_type(node)
    while true {
      builder.enter(node, type)
      if let child = cmark_node_first_child(node) {
        node = child
        type = cmark_node_get_type(node)
        continue
      }
      builder.exit(node, type)
      while node != root, cmark_node_next(node) == nil {
        node = cmark_node_parent(node)
        builder.exit(node, cmark_node_get_type(node))
      }
      if node == root { return }
      node = cmark_node_next(node)
      type = cmark_node_get_type(node)
    }
  }
}

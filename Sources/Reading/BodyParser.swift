import CCmark
import Diagnosing

/// Turns Markdown into sections in one walk of libcmark's tree.
///
/// ```swift
/// let file = SourceFile(path: "malli.md", text: "## Ratkaisun perusidea\n\nYhdessä.\n")
/// let body = BodyParser.parse(file, in: 0..<file.bytes.count)
/// body.sections[1].heading?.text  // "Ratkaisun perusidea"
/// ```
///
/// The HTML is what `cmark_render_html` would give with its safe options, but for: headings carry an
/// `id`, second-level headings and fenced blocks with an info string are left out for the theme, raw
/// HTML is dropped without a comment in its place, and an image alone in its paragraph is a figure.
public enum BodyParser {
  public static func parse(_ file: SourceFile, in range: Range<Int>) -> Body {
    file.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty else {
        return BodyBuilder(bytes: bytes, range: range).finished()
      }
      let root = (base + range.lowerBound).withMemoryRebound(to: CChar.self, capacity: range.count) {
        cmark_parse_document($0, range.count, CMARK_OPT_DEFAULT)
      }
      defer { cmark_node_free(root) }
      var builder = BodyBuilder(bytes: bytes, range: range)
      let iterator = cmark_iter_new(root)
      defer { cmark_iter_free(iterator) }
      while true {
        let event = cmark_iter_next(iterator)
        if event == CMARK_EVENT_DONE { break }
        guard let node = cmark_iter_get_node(iterator) else { break }
        if event == CMARK_EVENT_ENTER { builder.enter(node, iterator) } else { builder.exit(node) }
      }
      return builder.finished()
    }
  }
}

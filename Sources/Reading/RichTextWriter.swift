import Diagnosing

/// Writes one section's HTML and its holes.
///
/// While an image is open its words become its alternative text, and no markup is written.
struct RichTextWriter: ~Copyable {
  private var html: Output
  private(set) var holes: [RichText.Hole] = []
  private var imageDepth = 0
  private var imageText: [UInt8] = []

  var isInImage: Bool { imageDepth > 0 }

  /// - Parameter capacity: the bytes of Markdown that one section may be made of.
  init(capacity: Int) {
    html = Output(capacity: capacity + capacity / 8)
  }

  /// What was written since the last time, cut to size.
  mutating func take() -> RichText {
    var content = RichText()
    content.html = Array(html.bytes)
    content.holes = holes
    discard()
    return content
  }

  mutating func discard() {
    html.removeAll()
    holes.removeAll()
  }

  // MARK: Blocks

  /// Starts a block on a line of its own.
  mutating func block(_ tag: StaticString) {
    if let last = html.bytes.last, last != 0x0A { html.append(0x0A) }
    html.append(tag)
  }

  mutating func paragraph(_ words: UnsafeBufferPointer<UInt8>) {
    block("<p>")
    self.words(words)
    html.append("</p>\n")
  }

  /// - Parameter lines: items, each after `- `.
  mutating func list(_ lines: UnsafeBufferPointer<UInt8>) {
    block("<ul>\n")
    for item in lines.split(separator: 0x0A) {
      html.append("<li>")
      words(UnsafeBufferPointer(rebasing: item.dropFirst(2)))
      html.append("</li>\n")
    }
    html.append("</ul>\n")
  }

  mutating func heading(_ level: Int, anchor: String) {
    block("<h")
    html.append(0x30 + UInt8(level))
    html.append(" id=\"")
    html.append(anchor)
    html.append("\">")
  }

  mutating func endHeading(_ level: Int) {
    html.append("</h")
    html.append(0x30 + UInt8(level))
    html.append(">\n")
  }

  mutating func orderedList(from start: Int) {
    block("<ol start=\"")
    html.append(digitsOf: start)
    html.append("\">\n")
  }

  mutating func code(_ literal: UnsafePointer<CChar>) {
    block("<pre><code>")
    html.appendEscaped(literal)
    html.append("</code></pre>\n")
  }

  mutating func hole(_ kind: RichText.Hole.Kind) {
    holes.append(RichText.Hole(offset: html.count, kind: kind))
  }

  // MARK: Inlines

  mutating func tag(_ tag: StaticString) {
    if imageDepth == 0 { html.append(tag) }
  }

  mutating func words(_ text: UnsafeBufferPointer<UInt8>) {
    if imageDepth > 0 { return imageText.append(contentsOf: text) }
    html.appendWords(text)
  }

  /// Words within a line that stand exactly as they are written.
  mutating func inlineCode(_ literal: UnsafePointer<CChar>) {
    if imageDepth > 0 { return imageText.append(contentsOf: UnsafeBufferPointer<UInt8>(literal)) }
    html.append("<code>")
    html.appendEscaped(literal)
    html.append("</code>")
  }

  mutating func lineBreak(_ tag: StaticString) {
    if imageDepth > 0 { return imageText.append(0x20) }
    html.append(tag)
  }

  /// - Parameter index: of `Body.links`; nil where the address is left out.
  mutating func openLink(_ index: Int?, title: UnsafePointer<CChar>?) {
    html.append("<a href=\"")
    if let index { hole(.address(index)) }
    attribute("\" title=\"", title)
    html.append("\">")
  }

  mutating func openImage(_ index: Int?) {
    imageDepth += 1
    guard imageDepth == 1 else { return }
    imageText.removeAll(keepingCapacity: true)
    html.append("<img src=\"")
    if let index { hole(.address(index)) }
  }

  /// - Parameter isFigure: whether the title is a caption of its own.
  mutating func closeImage(title: UnsafePointer<CChar>?, isFigure: Bool) {
    imageDepth -= 1
    guard imageDepth == 0 else { return }
    var alternative: [UInt8] = []
    alternative.appendEscaped(imageText)
    html.append("\" alt=\"")
    html.append(alternative)
    if !isFigure { attribute("\" title=\"", title) }
    html.append("\" loading=\"lazy\" />")
    guard isFigure, let title, title.pointee != 0 else { return }
    html.append("<figcaption>")
    html.appendEscaped(title)
    html.append("</figcaption>")
  }

  private mutating func attribute(_ start: StaticString, _ value: UnsafePointer<CChar>?) {
    guard let value, value.pointee != 0 else { return }
    html.append(start)
    html.appendEscaped(value)
  }
}

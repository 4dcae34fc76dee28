import Diagnosing

/// Finds where in the file a link, an image or a raw tag stands.
///
/// ```swift
/// let file = SourceFile(path: "malli.md", text: "Katso [ohje](ohje.pdf).\n")
/// let body = BodyParser.parse(file, in: 0..<file.bytes.count)
/// InlineLocator.range(of: 0, in: body, file: file)  // 6..<22
/// ```
///
/// libcmark gives places of blocks but none to trust of inlines, and few links are ever pointed at. So
/// the source of a block is gone through again only when there is something to say of a link in it; that
/// takes time in proportion to the block and to the text's link definitions.
public enum InlineLocator {
  /// From the `[` of a link, the `!` of an image or the `<` of an autolink to past its end; the empty
  /// range at its block's start where it cannot be told.
  ///
  /// - Parameter index: of `body.links`.
  public static func range(of index: Int, in body: Body, file: SourceFile) -> Range<Int> {
    let block = body.links[index].block
    let first = body.links[..<index].lastIndex { $0.block != block }.map { $0 + 1 } ?? 0
    let marks = InlineScanner.marks(in: block, bytes: file.bytes, definitions: definitions(of: body, file))
    let places = align(body.links[first...index], marks.filter { $0.kind != .html }) { link, mark in
      matches(link, mark, file)
    }
    return places[index - first] ?? block.lowerBound..<block.lowerBound
  }

  /// From the `<` of raw HTML to past its end; the empty range at its block's start where it cannot be
  /// told.
  ///
  /// - Parameter index: of `body.rawHTML`.
  public static func range(ofRawHTML index: Int, in body: Body, file: SourceFile) -> Range<Int> {
    let html = body.rawHTML[index]
    let first = body.rawHTML[..<index].lastIndex { $0.block != html.block }.map { $0 + 1 } ?? 0
    let pieces = body.rawHTML[first...index]
    let marks =
      html.isInline
      ? InlineScanner.marks(in: html.block, bytes: file.bytes, definitions: definitions(of: body, file))
      : firstLines(of: pieces, in: html.block, file)
    let places = align(pieces, marks.filter { $0.kind == .html }) { html, mark in
      file.bytes[mark.range].starts(with: firstLine(html.text))
    }
    return places[index - first] ?? html.block.lowerBound..<html.block.lowerBound
  }

  /// How many marks past the last one found are looked through for the next.
  private static let reach = 200

  /// Each item's place: the first mark that matches it after the place of the item before.
  private static func align<Item>(
    _ items: ArraySlice<Item>, _ marks: [InlineMark], _ matches: (Item, InlineMark) -> Bool
  ) -> [Range<Int>?] {
    var next = 0
    return items.map { item in
      guard let found = marks[next...].prefix(reach).firstIndex(where: { matches(item, $0) }) else { return nil }
      next = found + 1
      return marks[found].range
    }
  }

  private static func definitions(of body: Body, _ file: SourceFile) -> LinkDefinitions {
    let start = body.sections.first?.range.lowerBound ?? 0
    return LinkDefinitions(bytes: file.bytes, in: start..<(body.sections.last?.range.upperBound ?? start))
  }

  // MARK: Links

  private static func matches(_ link: Link, _ mark: InlineMark, _ file: SourceFile) -> Bool {
    if (link.kind == .image) != (mark.kind == .image) { return false }
    var written = file.bytes[mark.destination]
    while let first = written.first, LineTable.isBlank(first) { written = written.dropFirst() }
    while let last = written.last, LineTable.isBlank(last) { written = written.dropLast() }
    var address = link.destination.utf8[...]
    if mark.kind == .autolink, !written.contains(0x3A), address.starts(with: "mailto:".utf8) {
      address = address.dropFirst(7)
    }
    return isWriting(written, of: address)
  }

  /// Whether bytes of a file spell an address; what follows a character reference is not compared.
  private static func isWriting(_ written: ArraySlice<UInt8>, of address: Substring.UTF8View) -> Bool {
    var written = written
    var address = address
    while let byte = written.popFirst() {
      if byte == 0x26, written.contains(0x3B) { return true }
      var meant = byte
      if byte == 0x5C, let escaped = written.first, InlineSyntax.isPunctuation(escaped) {
        meant = escaped
        written.removeFirst()
      }
      guard address.popFirst() == meant else { return false }
    }
    return address.isEmpty
  }

  // MARK: Raw HTML

  private static func firstLine(_ text: String) -> Substring.UTF8View {
    text.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
  }

  /// Where the first lines of raw blocks stand: lines after the first may have marks of quotes before them.
  private static func firstLines(
    of pieces: ArraySlice<RawHTML>, in block: Range<Int>, _ file: SourceFile
  ) -> [InlineMark] {
    var marks: [InlineMark] = []
    var start = block.lowerBound
    for piece in pieces {
      let line = Array(firstLine(piece.text))
      guard let first = line.first else { continue }
      while start + line.count <= block.upperBound {
        let place = start..<start + line.count
        if file.bytes[start] == first, file.bytes[place].elementsEqual(line) {
          marks.append(InlineMark(kind: .html, range: place, destination: place))
          start = place.upperBound
          break
        }
        start += 1
      }
    }
    return marks
  }
}

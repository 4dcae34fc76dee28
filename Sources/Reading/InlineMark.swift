/// A link, an image, an autolink or a raw tag as it stands in the source of one block.
struct InlineMark {
  enum Kind {
    case link, image, autolink, html
  }

  let kind: Kind
  /// From the first byte of its markup (`[`, `!` or `<`) to past the last.
  let range: Range<Int>
  /// The destination as written, here or in the definition that it refers to; for raw HTML the whole tag.
  let destination: Range<Int>
}

/// A link, an image, an autolink or a raw tag as it stands in the source of one block.
struct InlineMark {
  enum Kind {
    case link, image, autolink, html
  }

  enum Target {
    /// The destination as written, without its angle brackets; for raw HTML the whole tag.
    case written(Range<Int>)
    /// The label of a reference, without its brackets.
    case label(Range<Int>)
  }

  let kind: Kind
  /// From the first byte of its markup (`[`, `!` or `<`) to past the last.
  let range: Range<Int>
  let target: Target
}

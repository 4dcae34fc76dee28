/// The Markdown text of an entry or a page, cut at its second-level headings.
///
/// A class for the same reason as `Entry`.
public final class Body: Sendable {
  /// In order; the first has no heading and holds what stands before the first `##`.
  public let sections: [Section]
  /// Every heading of every level, in order.
  public let headings: [Heading]
  /// Every link and image, in order.
  public let links: [Link]
  /// Raw HTML other than comments, none of which reaches a page.
  public let rawHTML: [RawHTML]
  /// Fenced blocks with an info string, in order.
  public let blocks: [FencedBlock]
  /// Fences with an info string that are indented as far as code is, so that they open no block.
  public let indentedFences: [FencedBlock]
  /// Paragraphs that hold nothing to read: a lone full stop, or only blanks that are no spaces.
  public let strayParagraphs: [Range<Int>]
  /// Fences that are never closed, at their opening marks.
  public let unclosedFences: [Range<Int>]
  /// The most quotes within each other.
  public let quoteDepth: Int
  /// Where nesting first passed `Limits.blockDepth` or `Limits.inlineDepth`.
  public let tooDeep: Range<Int>?
  /// The block where there came to be more links and images than `Limits.links`.
  public let tooManyLinks: Range<Int>?

  public init(
    sections: [Section] = [], headings: [Heading] = [], links: [Link] = [], rawHTML: [RawHTML] = [],
    blocks: [FencedBlock] = [], indentedFences: [FencedBlock] = [], strayParagraphs: [Range<Int>] = [],
    unclosedFences: [Range<Int>] = [], quoteDepth: Int = 0, tooDeep: Range<Int>? = nil,
    tooManyLinks: Range<Int>? = nil
  ) {
    self.sections = sections
    self.headings = headings
    self.links = links
    self.rawHTML = rawHTML
    self.blocks = blocks
    self.indentedFences = indentedFences
    self.strayParagraphs = strayParagraphs
    self.unclosedFences = unclosedFences
    self.quoteDepth = quoteDepth
    self.tooDeep = tooDeep
    self.tooManyLinks = tooManyLinks
  }
}

/// A second-level heading and the text under it.
public struct Section: Sendable {
  public var heading: Heading?
  public var content = RichText()
  /// From the heading's first byte to the next heading's, or to the end of the text.
  public var range: Range<Int>
}

/// A heading with its place.
///
/// A class for the same reason as `Entry`.
public final class Heading: Sendable {
  /// 1 to 6.
  public let level: Int
  /// Without markup.
  public let text: String
  /// Its `id` on the page, unique within the body.
  public let anchor: String
  /// From the first `#` to the end of the line.
  public let range: Range<Int>

  init(level: Int, text: String, anchor: String, range: Range<Int>) {
    self.level = level
    self.text = text
    self.anchor = anchor
    self.range = range
  }
}

/// HTML made from Markdown, with holes for what only the whole catalogue or the theme can fill.
public struct RichText: Sendable {
  public var html: [UInt8] = []
  public var holes: [Hole] = []

  public init() {}

  public var isEmpty: Bool { html.isEmpty && holes.isEmpty }

  /// A place in `html` where something is to be put in.
  public struct Hole: Sendable {
    public enum Kind: Sendable {
      /// The address of `Body.links[index]`, as an attribute value.
      case address(Int)
      /// `Body.blocks[index]`, drawn by the theme.
      case block(Int)
    }
    public let offset: Int
    public let kind: Kind
  }
}

/// A link or an image of a Markdown text.
public struct Link: Sendable {
  public enum Kind: Sendable {
    case link, image
    /// `<https://…>`, whose text is its address.
    case autolink
  }

  public let kind: Kind
  /// As written, after CommonMark's escapes: not yet resolved or checked.
  public let destination: String
  /// The text shown, or an image's alternative text.
  public let text: String
  /// The paragraph, heading or list item's text that it stands in; see `InlineLocator` for its own place.
  public let block: Range<Int>
}

/// Raw HTML as written.
public struct RawHTML: Sendable {
  public let text: String
  /// The block that it stands in, or is.
  public let block: Range<Int>
  public let isInline: Bool
}

/// A fenced block that has an info string, such as `portaat`.
public struct FencedBlock: Sendable {
  /// The info string's first word.
  public let info: String
  public let infoRange: Range<Int>
  /// The opening fence's first byte to past the closing fence.
  public let range: Range<Int>
  /// The lines between the fences, as they stand in the file.
  public let content: Range<Int>
  /// False inside a list, a quote or an indentation, where the lines are not as they stand.
  public let isTopLevel: Bool
  /// The section that it stands in, as an index of `Body.sections`.
  public let section: Int
}

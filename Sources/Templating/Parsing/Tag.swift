/// A name as it is written in a tag.
struct TagName: Sendable {
  let text: String
  /// Its bytes in the template, without the sign before it and the spaces around it.
  let range: Range<Int>

  /// What comes before the names of the theme's words.
  static let labelPrefix = "labels."

  /// The name of the label that is meant, if one is.
  var label: String? {
    text.hasPrefix(TagName.labelPrefix) ? String(text.dropFirst(TagName.labelPrefix.count)) : nil
  }
}

/// One tag of a template: `{{name}}` and its kin.
struct Tag: Sendable {
  enum Kind: Sendable {
    case variable, unescaped, section, inverted, close, partial, parent, block, comment, delimiters

    /// Whether the tag opens something that `{{/name}}` closes.
    var isOpening: Bool {
      switch self {
      case .section, .inverted, .parent, .block: true
      default: false
      }
    }
  }

  let kind: Kind
  let name: TagName
  /// From the first byte of its opening delimiter to the last of its closing one.
  let range: Range<Int>
}

/// A template cut at its tags: text and tags in turn, beginning and ending with text, perhaps empty.
struct TagSequence: Sendable {
  var tags: [Tag] = []
  /// Where the content begins, after a byte order mark, and ends.
  let content: Range<Int>

  /// The text before the tag of an index; the text after the last tag for the index after it.
  func text(before index: Int) -> Range<Int> {
    let start = index == 0 ? content.lowerBound : tags[index - 1].range.upperBound
    let end = index == tags.count ? content.upperBound : tags[index].range.lowerBound
    return start..<end
  }
}

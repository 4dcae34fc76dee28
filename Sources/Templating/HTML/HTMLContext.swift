/// Where in a page a byte stands: between tags, in an attribute's value, in a script, …
///
/// Follows the literal bytes of a template as a browser's tokenizer would (WHATWG HTML, section 13.2.5), as
/// far as that decides how a value must be written at each place.
struct HTMLContext: Sendable, Hashable {
  enum State: Sendable, Hashable {
    /// Between tags.
    case content
    /// After `<`.
    case tagOpen
    case tagName
    /// Between attributes; separated when white space or a slash came last.
    case tag(separated: Bool)
    case attributeName
    case afterAttributeName
    case beforeValue
    /// In a value, which ends at the quote; without quotes, at white space.
    case value(quote: UInt8?)
    /// After `<!`, having seen so many dashes.
    case declarationOpen(dashes: Int)
    case declaration
    /// Having seen so many dashes that may end it.
    case comment(dashes: Int)
    /// In an element whose content is not markup: so many bytes of its end tag have been seen.
    case rawText(matched: Int)
  }

  private(set) var state = State.content
  /// The open tag's name, or that of the element whose content is not markup; lower case.
  private(set) var element: [UInt8] = []
  private(set) var attribute: [UInt8] = []
  private(set) var kind = AttributeKind.plain
  /// The value of the attribute that decides what the element is (`rel`, `type`, `http-equiv`).
  private(set) var qualifier: [UInt8]?
  private(set) var url: URLPosition = []
  private var word: [UInt8] = []
  /// Whether the attribute is the one that decides what the element is.
  private var isQualifying = false
  private var isEndTag = false
  private var hasFilledContent = false

  var isContent: Bool { state == .content }
  var elementName: String { String(decoding: element, as: UTF8.self) }
  var attributeName: String { String(decoding: attribute, as: UTF8.self) }

  /// Takes one literal byte.
  mutating func advance(over byte: UInt8) {
    switch state {
    case .content:
      if byte == UInt8(ascii: "<") { state = .tagOpen }
    case .tagOpen:
      openTag(byte)
    case .tagName:
      if HTMLContext.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        state = .tag(separated: true)
        advanceInTag(byte)
      } else {
        element.append(HTMLContext.lowercased(byte))
      }
    case .tag:
      advanceInTag(byte)
    case .attributeName, .afterAttributeName:
      advanceInName(byte)
    case .beforeValue:
      beginValue(byte)
    case .value(let quote):
      advanceInValue(byte, quote)
    case .declarationOpen(let dashes):
      if byte == UInt8(ascii: "-") {
        state = dashes == 1 ? .comment(dashes: 2) : .declarationOpen(dashes: 1)
      } else {
        state = byte == UInt8(ascii: ">") ? .content : .declaration
      }
    case .declaration:
      if byte == UInt8(ascii: ">") { state = .content }
    case .comment(let dashes):
      advanceInComment(byte, dashes)
    case .rawText(let matched):
      advanceInRawText(byte, matched)
    }
  }

  private mutating func openTag(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "!"): state = .declarationOpen(dashes: 0)
    case UInt8(ascii: "?"): state = .declaration
    case UInt8(ascii: "/"):
      isEndTag = true
    case _ where HTMLContext.isLetter(byte):
      state = .tagName
      element = [HTMLContext.lowercased(byte)]
    case UInt8(ascii: "<"): isEndTag = false
    default:
      state = isEndTag && byte != UInt8(ascii: ">") ? .declaration : .content
      isEndTag = false
    }
  }

  private mutating func advanceInTag(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      endTag()
    } else if HTMLContext.isSpace(byte) || byte == UInt8(ascii: "/") {
      state = .tag(separated: true)
    } else {
      state = .attributeName
      attribute = [HTMLContext.lowercased(byte)]
    }
  }

  private mutating func advanceInName(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      state = .beforeValue
    } else if HTMLContext.isSpace(byte) {
      state = .afterAttributeName
    } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || state == .afterAttributeName {
      attribute = []
      advanceInTag(byte)
    } else {
      attribute.append(HTMLContext.lowercased(byte))
    }
  }

  private mutating func beginValue(_ byte: UInt8) {
    if HTMLContext.isSpace(byte) { return }
    if byte == UInt8(ascii: ">") { return endTag() }
    let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    state = .value(quote: isQuote ? byte : nil)
    let qualifier = qualifier.map { String(decoding: $0, as: UTF8.self) }
    kind = AttributeKind(attributeName, of: elementName, qualifier: qualifier)
    if kind.isURL { url = .start }
    isQualifying = AttributeKind.qualifying[elementName] == attributeName
    if isQualifying { self.qualifier = [] }
    if !isQuote { noteValue(byte) }
  }

  private mutating func advanceInValue(_ byte: UInt8, _ quote: UInt8?) {
    if quote == nil, byte == UInt8(ascii: ">") { return endTag() }
    if byte == quote || (quote == nil && HTMLContext.isSpace(byte)) {
      state = .tag(separated: quote == nil)
      endValue()
    } else {
      noteValue(byte)
    }
  }

  private mutating func noteValue(_ byte: UInt8) {
    if isQualifying { qualifier?.append(HTMLContext.lowercased(byte)) }
    guard kind.isURL else { return }
    url = url.advanced(over: byte, word: word, isList: kind == .resourceList)
    word.append(byte)
    if url.isDisjoint(with: [.word, .host, .start]) { word = [] }
  }

  private mutating func endValue() {
    attribute = []
    kind = .plain
    url = []
    word = []
    isQualifying = false
  }

  private mutating func endTag() {
    let isRaw = !isEndTag && HTMLContext.rawElements.contains(elementName)
    var next = HTMLContext()
    if isRaw {
      next.state = .rawText(matched: 0)
      next.element = element
      next.qualifier = element == Array("script".utf8) ? qualifier : nil
    }
    self = next
  }

  private mutating func advanceInComment(_ byte: UInt8, _ dashes: Int) {
    switch byte {
    case UInt8(ascii: "-"): state = .comment(dashes: min(dashes + 1, 2))
    case UInt8(ascii: ">") where dashes >= 2: state = .content
    case UInt8(ascii: "!") where dashes == 2: state = .comment(dashes: 3)
    default: state = .comment(dashes: 0)
    }
  }

  private mutating func advanceInRawText(_ byte: UInt8, _ matched: Int) {
    let end = Array("</".utf8) + element
    if matched == end.count {
      if HTMLContext.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        isEndTag = true
        state = .tag(separated: true)
        advanceInTag(byte)
        return
      }
    } else if HTMLContext.lowercased(byte) == end[matched] {
      state = .rawText(matched: matched + 1)
      return
    }
    state = .rawText(matched: byte == UInt8(ascii: "<") ? 1 : 0)
  }

  static let rawElements: Set = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

extension HTMLContext {
  /// Marks that a value or the edge of a section stands here, over which no name in a tag goes on.
  mutating func pause() {
    switch state {
    case .tagName:
      state = .tag(separated: false)
    case .attributeName, .afterAttributeName:
      state = .tag(separated: state == .afterAttributeName)
      attribute = []
    case .rawText:
      state = .rawText(matched: 0)
    case .comment:
      state = .comment(dashes: 0)
    default:
      break
    }
  }

  /// Whether a literal byte may come right after a pause: in a tag, what follows a name or a value must be
  /// set off from it.
  func continues(with byte: UInt8) -> Bool {
    guard state == .tag(separated: false) else { return true }
    return HTMLContext.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// Marks that a URL value or a text was written into a URL attribute.
  mutating func wrote(wholeURL: Bool) {
    if kind.isURL { url = wholeURL ? .afterValue : url == .descriptor ? .descriptor : .decided }
    word = []
    if attribute == Array("content".utf8) { hasFilledContent = true }
  }

  /// Marks that a value was refused here; what follows is judged as if it had been right.
  mutating func refused() {
    if kind.isURL { url = .decided }
    word = []
  }

  /// Whether the open tag turns out to be `<meta http-equiv="refresh">` after its content was filled in.
  var refreshesFilledContent: Bool {
    hasFilledContent && elementName == "meta" && qualifier == Array("refresh".utf8)
  }

  /// The context after a section that may or may not have been rendered, if the two agree.
  func joined(with other: HTMLContext) -> HTMLContext? {
    var joined = self
    var other = other
    if case .tag(let a) = state, case .tag(let b) = other.state {
      joined.state = .tag(separated: a && b)
      other.state = joined.state
    }
    if kind.isURL, kind == other.kind {
      joined.url = url.union(other.url)
      joined.word = word == other.word ? word : Array("?".utf8)
      other.url = joined.url
      other.word = joined.word
    }
    if qualifier != other.qualifier {
      joined.qualifier = nil
      other.qualifier = nil
    }
    joined.hasFilledContent = hasFilledContent || other.hasFilledContent
    other.hasFilledContent = joined.hasFilledContent
    return joined == other ? joined : nil
  }
}

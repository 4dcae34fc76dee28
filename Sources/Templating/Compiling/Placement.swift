import Diagnosing

/// How a value must be written at a place of a page, decided when the template is compiled.
enum Placement {
  /// With `&`, `<`, `>`, `"` and `'` as character references.
  case escaped
  /// As it is: markup between tags, or JSON in a script.
  case asItIs
  /// Percent-encoded, as one part of a URL.
  case percentEncoded
  /// As a whole URL.
  case url
  /// As one URL of a list divided by commas.
  case listedURL

  /// Why a value may not stand at a place.
  enum Refusal: Error {
    /// Nothing may be filled in here.
    case closed(ClosedPlace)
    case unquoted(attribute: String)
    /// The value's shape does not fit; what would.
    case shape(Localized)
    case urlNeeded(attribute: String)
    case localNeeded(attribute: String)
    case textBeforeURL(attribute: String)
    /// A URL that may be missing, outside a section that asks whether it is there.
    case mayBeMissing(attribute: String)
    /// A text that was asked for unescaped.
    case unescaped
  }

  /// A place that takes no value at all.
  enum ClosedPlace {
    case tag
    case comment
    case declaration
    case rawText(element: String)
    case attribute(String)
    case paint(String)
  }

  /// - Parameter isKnown: whether a section around the place has found the value to be there.
  static func of(_ reader: Reader, unescaped: Bool, isKnown: Bool, in context: HTMLContext) -> Result<
    Placement, Refusal
  > {
    switch context.state {
    case .content:
      return between(reader, unescaped)
    case .rawText:
      return inRawText(reader, unescaped, context)
    case .beforeValue, .value(quote: nil):
      return .failure(.unquoted(attribute: context.attributeName))
    case .value:
      return inAttribute(reader, unescaped, isKnown, context)
    case .comment:
      return .failure(.closed(.comment))
    case .declaration, .declarationOpen:
      return .failure(.closed(.declaration))
    case .tagOpen, .tagName, .tag, .attributeName, .afterAttributeName:
      return .failure(.closed(.tag))
    }
  }

  private static func between(_ reader: Reader, _ unescaped: Bool) -> Result<Placement, Refusal> {
    switch reader {
    case .text, .url: unescaped ? .failure(.unescaped) : .success(.escaped)
    case .number: .success(.escaped)
    case .html: .success(.asItIs)
    default: .failure(.shape(Shapes.expected(reader)))
    }
  }

  private static func inRawText(_ reader: Reader, _ unescaped: Bool, _ context: HTMLContext) -> Result<
    Placement, Refusal
  > {
    let element = context.elementName
    switch element {
    case "title", "textarea":
      switch reader {
      case .text, .url: return unescaped ? .failure(.unescaped) : .success(.escaped)
      case .number: return .success(.escaped)
      default: return .failure(.shape(Shapes.text))
      }
    case "script":
      let type = context.qualifier.map { String(decoding: $0, as: UTF8.self) }
      guard type == "application/ld+json" || type == "application/json" else {
        return .failure(.closed(.rawText(element: element)))
      }
      if case .json = reader { return .success(.asItIs) }
      return .failure(.shape(Shapes.json))
    default:
      return .failure(.closed(.rawText(element: element)))
    }
  }

  private static func inAttribute(
    _ reader: Reader, _ unescaped: Bool, _ isKnown: Bool, _ context: HTMLContext
  ) -> Result<Placement, Refusal> {
    let attribute = context.attributeName
    switch reader {
    case .text, .url, .number: break
    default: return .failure(.shape(Shapes.text))
    }
    if case .number = reader {} else if unescaped { return .failure(.unescaped) }
    switch context.kind {
    case .plain:
      return .success(.escaped)
    case .closed:
      return .failure(.closed(.attribute(attribute)))
    case .paint:
      if case .number = reader { return .success(.escaped) }
      return .failure(.closed(.paint(attribute)))
    case .link, .resource, .resourceList:
      return inURL(reader, isKnown, context)
    }
  }

  private static func inURL(_ reader: Reader, _ isKnown: Bool, _ context: HTMLContext) -> Result<
    Placement, Refusal
  > {
    let attribute = context.attributeName
    if context.url == .descriptor {
      if case .number = reader { return .success(.escaped) }
      return .failure(.shape(Shapes.number))
    }
    if context.url.takesText { return .success(.percentEncoded) }
    guard case .url(_, let isOptional, let isLocal) = reader else {
      return .failure(context.url == .start ? .urlNeeded(attribute: attribute) : .textBeforeURL(attribute: attribute))
    }
    guard context.url == .start else { return .failure(.textBeforeURL(attribute: attribute)) }
    if context.kind != .link, !isLocal { return .failure(.localNeeded(attribute: attribute)) }
    if isOptional, !isKnown { return .failure(.mayBeMissing(attribute: attribute)) }
    return .success(context.kind == .resourceList ? .listedURL : .url)
  }

  var isWholeURL: Bool {
    switch self {
    case .url, .listedURL: true
    default: false
    }
  }

  /// The operation that writes a value in this way; nil where no value of the shape can be.
  func operation(_ reader: Reader, slot: Int) -> Operation? {
    switch (self, reader) {
    case (.escaped, .text(let read)): .text(slot, read)
    case (.escaped, .number(let read, _)), (.percentEncoded, .number(let read, _)): .number(slot, read)
    case (.escaped, .url(let read, _, _)), (.url, .url(let read, _, _)): .url(slot, read)
    case (.asItIs, .html(let read)): .html(slot, read)
    case (.asItIs, .json(let read)): .json(slot, read)
    case (.percentEncoded, .text(let read)): .percentEncoded(slot, read)
    case (.percentEncoded, .url(let read, _, _)): .percentEncodedURL(slot, read)
    case (.listedURL, .url(let read, _, _)): .listedURL(slot, read)
    default: nil
    }
  }

  /// A text that is known when the template is compiled, as the bytes to write.
  func constant(_ text: String) -> [UInt8] {
    var output = Output(capacity: text.utf8.count * 2)
    if case .percentEncoded = self { output.appendPercentEncoded(text) } else { output.appendEscaped(text) }
    return Array(output.bytes)
  }
}

import Diagnosing

extension Placement.Refusal {
  /// The finding for a value that may not stand where its tag is.
  func diagnostic(_ variable: Node.Variable, _ reader: Reader, in file: SourceFile) -> Diagnostic {
    let name = variable.name
    let tag = variable.tag
    switch self {
    case .closed(let place):
      return UnsafePlace.found(name, place, at: tag, in: file)
    case .unquoted(let attribute):
      return UnquotedAttribute.found(attribute, at: tag, in: file)
    case .shape(let expected):
      return WrongShape.found(name, reader, expected: expected, at: tag, in: file)
    case .urlNeeded(let attribute):
      return UnsafeURL.needed(name, attribute, at: tag, in: file)
    case .localNeeded(let attribute):
      return UnsafeURL.localNeeded(name, attribute, at: tag, in: file)
    case .textBeforeURL(let attribute):
      return UnsafeURL.afterURL(name, attribute, at: tag, in: file)
    case .mayBeMissing(let attribute):
      return UnsafeURL.mayBeMissing(name, attribute, at: tag, in: file)
    case .unescaped:
      return UnescapedText.found(name, at: tag, in: file)
    }
  }
}

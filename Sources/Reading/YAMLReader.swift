import CYAML
import Diagnosing

/// Reads one YAML document out of a range of a file, through libyaml's events where it is not plain (`PlainYAML`).
///
/// ```swift
/// let file = SourceFile(path: "content/site.yaml", text: "nimi: Mallisto\n")
/// let (node, faults) = YAMLReader.read(file)
/// node?["nimi"]?.scalar  // "Mallisto"
/// ```
///
/// Anchors, aliases, tags and a second document are refused; duplicate keys are kept, for a rule to
/// report. The first fault ends the reading, since what follows it cannot be trusted.
public enum YAMLReader {
  /// The document's node, nil where it is empty, and at most one fault.
  ///
  /// - Parameter range: the bytes of the document; nil for the whole file after a byte order mark.
  public static func read(_ file: SourceFile, in range: Range<Int>? = nil) -> (node: YAMLNode?, fault: Diagnostic?) {
    let range = range ?? file.contentStart..<file.bytes.count
    if let plain = file.bytes.withUnsafeBufferPointer({ PlainYAML.read($0, in: range) }) { return (plain, nil) }
    return readAny(file, in: range)
  }

  /// The same, of whatever YAML there is.
  static func readAny(_ file: SourceFile, in range: Range<Int>) -> (node: YAMLNode?, fault: Diagnostic?) {
    file.bytes.withUnsafeBufferPointer { bytes in
      var builder = YAMLTreeBuilder(bytes: bytes, range: range)
      do throws(YAMLFault) {
        return (try builder.document(), nil)
      } catch {
        return (nil, YAMLFaultFinder(file: file, range: range).diagnostic(for: error))
      }
    }
  }
}

/// Turns libyaml's events into nodes.
private struct YAMLTreeBuilder {
  private var events: YAMLEvents
  private var nodes = 0

  init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    events = YAMLEvents(bytes: bytes, range: range)
  }

  mutating func document() throws(YAMLFault) -> YAMLNode? {
    events.open()
    defer { events.close() }
    var event = try events.next()  // the stream's start
    event = try events.next()
    if event.kind == .streamEnd { return nil }
    event = try events.next()
    let root = try node(event, depth: 0)
    _ = try events.next()  // the document's end
    let last = try events.next()
    if last.kind != .streamEnd { throw .secondDocument(last.range) }
    return root
  }

  private mutating func node(_ event: YAMLEvents.Event, depth: Int) throws(YAMLFault) -> YAMLNode {
    nodes += 1
    if nodes > Limits.yamlNodes { throw .tooMany(event.range) }
    if depth > Limits.yamlDepth { throw .tooDeep(event.range) }
    if event.hasAnchor || event.hasTag { throw .reference(event.range) }
    switch event.kind {
    case .scalar:
      if let fault = events.silentFault(in: event) { throw fault }
      return YAMLNode(.scalar(event.text), range: event.range)
    case .alias:
      throw .reference(event.range)
    case .sequenceStart:
      var items: [YAMLNode] = []
      while true {
        let next = try events.next()
        if next.kind == .sequenceEnd {
          return YAMLNode(.sequence(items), range: extent(event, next, last: items.last?.range))
        }
        items.append(try node(next, depth: depth + 1))
      }
    case .mappingStart:
      var pairs: [YAMLPair] = []
      while true {
        let next = try events.next()
        if next.kind == .mappingEnd {
          return YAMLNode(.mapping(pairs), range: extent(event, next, last: pairs.last?.value.range))
        }
        let key = try node(next, depth: depth + 1)
        guard let text = key.scalar else { throw .keyNotText(key.range) }
        if events.startsWithStrangeBlank(key.range) { throw .strangeBlank(key.range.lowerBound) }
        var value = try node(try events.next(), depth: depth + 1)
        if value.range.lowerBound < key.range.upperBound {
          value = YAMLNode(value.content, range: key.range.upperBound..<key.range.upperBound)
        }
        pairs.append(YAMLPair(key: text, keyRange: key.range, value: value))
      }
    default:
      throw .syntax(problem: "", context: "", at: event.range.lowerBound, contextAt: event.range.lowerBound)
    }
  }

  /// A flow collection ends at its bracket; a block one where its last item does, since libyaml puts
  /// its end at the next token.
  private func extent(_ start: YAMLEvents.Event, _ end: YAMLEvents.Event, last: Range<Int>?) -> Range<Int> {
    let lower = start.range.lowerBound
    if start.isFlow { return lower..<max(lower, end.range.upperBound) }
    return lower..<max(lower, last?.upperBound ?? start.range.upperBound)
  }
}

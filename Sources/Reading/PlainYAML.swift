import Diagnosing

/// Reads the plain YAML that nearly all front matter is, without libyaml.
///
/// ```yaml
/// nimi: Porrasmalli
/// lyhyt kuvaus: >-
///   Poissaoloihin puututaan
///   portaittain.
/// alue: ["Tampere"]            # from here on it is libyaml's
/// linkit:
///   - nimi: "Opas: huoltajille"
///     osoite: https://example.org/
/// ```
///
/// Plain are maps and lists indented by spaces, whose values are one line, in double quotes or not, or folded lines.
/// Of anything else, and of every fault, it says nothing and leaves the text to libyaml, so it never differs from it:
/// it gives the same node, or none; `PlainYAMLTests` holds the two together. It takes a fifth of the instructions, and
/// front matter was a tenth of what a large build has to do.
struct PlainYAML {
  /// The text is not plain.
  private struct Refusal: Error {}

  /// Up to the text's end.
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int

  /// The node of a document, the same as libyaml's events give; nil where the text is not plain.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> YAMLNode? {
    if range.count > Limits.yamlNodes { return nil }
    var reader = PlainYAML(bytes: UnsafeBufferPointer(rebasing: bytes[..<range.upperBound]), index: range.lowerBound)
    do throws(Refusal) {
      return try reader.mapping(at: 0, depth: 0)
    } catch {
      return nil
    }
  }

  /// More is left to libyaml, which knows the limit.
  private static let depth = 6

  // MARK: Maps and lists

  /// - Parameter indent: the spaces before each key; the reader stands behind those of the first.
  private mutating func mapping(at indent: Int, depth: Int) throws(Refusal) -> YAMLNode {
    if depth > PlainYAML.depth { throw Refusal() }
    let start = index
    var end = start
    var pairs: [YAMLPair] = []
    repeat {
      let key = try key()
      let value = try value(below: indent, depth: depth + 1)
      end = value.range.upperBound
      pairs.append(YAMLPair(key: text(key), keyRange: key, value: value))
    } while try isFollowed(at: indent)
    return YAMLNode(.mapping(pairs), range: start..<end)
  }

  /// - Parameter indent: the spaces before each hyphen; the reader stands behind those of the first.
  private mutating func sequence(at indent: Int, depth: Int) throws(Refusal) -> YAMLNode {
    if depth > PlainYAML.depth { throw Refusal() }
    let start = index
    var end = start
    var items: [YAMLNode] = []
    repeat {
      guard byte(0) == 0x2D, byte(1) == 0x20 else { throw Refusal() }
      index += 2
      let item = isAtKey ? try mapping(at: indent + 2, depth: depth + 1) : try scalar(below: indent)
      end = item.range.upperBound
      items.append(item)
    } while try isFollowed(at: indent)
    return YAMLNode(.sequence(items), range: start..<end)
  }

  /// Whether the next line belongs to the same map or list; moves behind its spaces if so.
  private mutating func isFollowed(at indent: Int) throws(Refusal) -> Bool {
    let spaces = spaces
    if spaces > indent { throw Refusal() }
    if spaces < indent || index == bytes.count { return false }
    index += spaces
    return true
  }

  /// The bytes of a key; moves behind its colon.
  private mutating func key() throws(Refusal) -> Range<Int> {
    let start = index
    // libyaml looks for a key's colon within 1,024 characters.
    guard isLetter(byte(0)) else { throw Refusal() }
    while byte(0) != 0x3A {
      guard index - start < 200 else { throw Refusal() }
      switch byte(0) {
      case 0x20, 0x2D, 0x5F, 0x30...0x39: index += 1
      case let other where isLetter(other): index += 1
      default: index += try length(beyondASCII: index)
      }
    }
    if bytes[index - 1] == 0x20 { throw Refusal() }
    index += 1
    return start..<index - 1
  }

  /// Whether a key starts here: a colon that ends it stands in the line.
  private var isAtKey: Bool {
    if !isLetter(byte(0)) { return false }
    var place = index
    while true {
      place = bytes.firstIndex(from: place) { $0.equal(to: 0x3A) | $0.below(0x20) }
      guard place + 1 < bytes.count, bytes[place] == 0x3A else { return false }
      place += 1
      if bytes[place] <= 0x20 { return true }
    }
  }

  // MARK: Values

  /// What stands behind a colon, or in the lines below it.
  private mutating func value(below indent: Int, depth: Int) throws(Refusal) -> YAMLNode {
    switch byte(0) {
    case 0x20:
      index += 1
      return try scalar(below: indent)
    case 0x0A:
      index += 1
      let inner = spaces
      guard inner > indent else { throw Refusal() }
      index += inner
      return byte(0) == 0x2D ? try sequence(at: inner, depth: depth) : try mapping(at: inner, depth: depth)
    default: throw Refusal()
    }
  }

  /// A text; moves behind the end of its line.
  private mutating func scalar(below indent: Int) throws(Refusal) -> YAMLNode {
    switch byte(0) {
    case 0x22: try quoted()
    case 0x3E: try folded(below: indent)
    case 0x30...0x39, 0x80...0xFF: try plain()
    case let other where isLetter(other): try plain()
    default: throw Refusal()
    }
  }

  private mutating func plain() throws(Refusal) -> YAMLNode {
    let start = index
    try move {
      $0.equal(to: 0x3A) | $0.equal(to: 0x23)
    } passing: { bytes, next in
      // A colon before a blank ends a key, and a hash may start a comment.
      if bytes[next] == 0x3A, next + 1 < bytes.count, bytes[next + 1] > 0x20 { 1 } else { nil }
    }
    return try line(text(start..<index), start..<index)
  }

  private mutating func quoted() throws(Refusal) -> YAMLNode {
    let start = index
    index += 1
    try move {
      $0.equal(to: 0x22) | $0.equal(to: 0x5C)
    } passing: { bytes, next in
      bytes[next] == 0x22 ? 0 : nil
    }
    guard byte(0) == 0x22 else { throw Refusal() }
    index += 1
    return try line(text(start + 1..<index - 1), start..<index)
  }

  /// Lines that become one, `>-`: those of one indentation, none of them empty.
  private mutating func folded(below indent: Int) throws(Refusal) -> YAMLNode {
    let start = index
    guard byte(1) == 0x2D, byte(2) == 0x0A else { throw Refusal() }
    index += 3
    let inner = spaces
    guard inner > indent else { throw Refusal() }
    var words = ""
    var end = index
    repeat {
      index += inner
      let first = index
      if byte(0) == 0x20 { throw Refusal() }
      try move { _ in
        .zero
      } passing: { _, _ in
        nil
      }
      let line = try line(text(first..<index), first..<index)
      if !words.isEmpty { words += " " }
      words += line.scalar ?? ""
      end = line.range.upperBound
    } while spaces >= inner
    if spaces < bytes.count - index, bytes[index + spaces] == 0x0A { throw Refusal() }
    return YAMLNode(.scalar(words), range: start..<end)
  }

  /// A text that has come to the end of its line.
  private mutating func line(_ text: String, _ range: Range<Int>) throws(Refusal) -> YAMLNode {
    guard byte(0) == 0x0A || index == bytes.count, bytes[range.upperBound - 1] != 0x20, !range.isEmpty else {
      throw Refusal()
    }
    if index < bytes.count { index += 1 }
    return YAMLNode(.scalar(text), range: range)
  }

  // MARK: Bytes

  /// Moves over one line's characters up to its end or to where asked.
  ///
  /// - Parameters:
  ///   - stops: bytes of ASCII to ask about.
  ///   - passing: how many bytes to go on from one of them; 0 to stay there, nil where the text is not plain.
  @inline(__always)
  private mutating func move(
    _ stops: (SixteenBytes) -> SixteenBytes.Mask, passing: (UnsafeBufferPointer<UInt8>, Int) -> Int?
  ) throws(Refusal) {
    while true {
      index = bytes.firstIndex(from: index) { $0.below(0x20) | $0.equal(to: 0x7F) | $0.beyondASCII | stops($0) }
      if index == bytes.count || bytes[index] == 0x0A { return }
      if bytes[index] >= 0x80 {
        index += try length(beyondASCII: index)
        continue
      }
      guard bytes[index] >= 0x20, bytes[index] != 0x7F, let passed = passing(bytes, index) else { throw Refusal() }
      if passed == 0 { return }
      index += passed
    }
  }

  /// The bytes of a character up to U+07FF, or of a sign of U+2000…2FFF, that is no line end to YAML.
  private func length(beyondASCII place: Int) throws(Refusal) -> Int {
    func continues(_ offset: Int) -> Bool { place + offset < bytes.count && bytes[place + offset] & 0xC0 == 0x80 }
    guard place < bytes.count else { throw Refusal() }
    switch bytes[place] {
    case 0xC2 where continues(1) && bytes[place + 1] >= 0xA0: return 2
    case 0xC3...0xDF where continues(1): return 2
    case 0xE2 where continues(1) && continues(2) && !(bytes[place + 1] == 0x80 && bytes[place + 2] & 0xFE == 0xA8):
      return 3
    default: throw Refusal()
    }
  }

  private func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// How many spaces stand here.
  private var spaces: Int {
    var end = index
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    return end - index
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}

/// Tells whether an SVG picture only draws.
///
/// SVG is a document of its own: opened by its address it may run scripts and fetch other files with the
/// site's rights. A picture needs none of that, so anything of the kind makes it unfit, and whatever could
/// hide it too: another encoding than UTF-8, entities, style sheets from elsewhere.
///
/// ```swift
/// SVGContent.isPassive(Array("<svg onload=\"alert(1)\"/>".utf8))  // false
/// ```
///
/// Source: SVG 2, chapters "Linking", "Scripting and Interactivity" and "Conformance" (secure static mode).
public enum SVGContent {
  public static func isPassive(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    let plain = Array(text.utf8).map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }
    return !forbidden.contains { contains($0, in: plain) } && encodingIsUTF8(plain) && attributesArePassive(plain)
  }

  private static let forbidden = [
    "<script", ":script", "<foreignobject", ":foreignobject", "<iframe", "<embed", "<object", "<handler", "<audio",
    "<video", "<!entity", "<!attlist", "<?xml-stylesheet", "@import", "javascript:", "vbscript:", "xml:base", "\0",
  ].map { Array($0.utf8) }

  private static func contains(_ word: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    var rest = bytes[...]
    while let found = rest.firstIndex(of: first) {
      rest = rest[found...]
      if rest.starts(with: word) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether no declaration names an encoding in which the text would mean something else.
  private static func encodingIsUTF8(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: 0x3E), contains(Array("<?xml".utf8), in: Array(bytes[..<end])) else {
      return true
    }
    let declaration = String(decoding: bytes[..<end], as: UTF8.self)
    return !declaration.contains("encoding") || declaration.contains("utf-8")
  }

  /// Whether no attribute is an event's, and every reference stays in the picture.
  private static func attributesArePassive(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while let equals = bytes[index...].firstIndex(of: 0x3D) {
      index = equals + 1
      let name = nameBefore(equals, in: bytes)
      if name.starts(with: Array("on".utf8)) { return false }
      let value = valueAfter(equals, in: bytes)
      let local = name.split(separator: 0x3A).last.map(Array.init) ?? name
      if ["href", "src", "from", "to", "values", "by"].contains(String(decoding: local, as: UTF8.self)) {
        let isReference = local.elementsEqual("href".utf8) || local.elementsEqual("src".utf8)
        if isReference ? !staysInside(value) : contains(Array("script".utf8), in: value) { return false }
      }
    }
    return urlsStayInside(bytes)
  }

  private static func nameBefore(_ equals: Int, in bytes: [UInt8]) -> [UInt8] {
    var end = equals
    while end > 0, isSpace(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > 0, !isSpace(bytes[start - 1]), ![0x22, 0x27, 0x3C, 0x3E, 0x2F, 0x3D].contains(bytes[start - 1]) {
      start -= 1
    }
    return Array(bytes[start..<end])
  }

  private static func valueAfter(_ equals: Int, in bytes: [UInt8]) -> [UInt8] {
    var start = equals + 1
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    guard start < bytes.count, bytes[start] == 0x22 || bytes[start] == 0x27 else { return [] }
    let end = bytes[(start + 1)...].firstIndex(of: bytes[start]) ?? bytes.count
    return Array(bytes[(start + 1)..<end])
  }

  /// Whether every `url(…)` of a style names a part of the picture itself.
  private static func urlsStayInside(_ bytes: [UInt8]) -> Bool {
    let word = Array("url(".utf8)
    var index = 0
    while let found = bytes[index...].firstIndex(of: word[0]) {
      index = found + 1
      guard bytes[found...].starts(with: word) else { continue }
      let inner = bytes[(found + word.count)...].drop { isSpace($0) || $0 == 0x22 || $0 == 0x27 }
      if !staysInside(Array(inner.prefix(40))) { return false }
    }
    return true
  }

  private static func staysInside(_ address: [UInt8]) -> Bool {
    let start = address.drop { isSpace($0) }
    if start.isEmpty || start.first == 0x23 { return true }
    return ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"].contains {
      start.starts(with: Array($0.utf8))
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// Tells whether a page's markup is what Mallisto means to write: every tag closed, nothing that runs.
///
/// Stricter than a browser, which would mend what is broken; a reader apart from the ones that the program
/// uses, so that a mistake of theirs is not repeated here.
public enum PageMarkup {
  public static func fault(in page: [UInt8]) -> String? {
    var reader = MarkupReader(page)
    do {
      try reader.read()
      return nil
    } catch {
      return error.text
    }
  }
}

private struct MarkupFault: Error { let text: String }

private struct MarkupReader {
  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var mains = 0

  private static let void: Set = ["meta", "link", "br", "hr", "img", "input", "source", "wbr", "col", "path", "use"]
  private static let text: Set = ["script", "title", "style", "textarea"]
  private static let active: Set = [
    "script", "style", "iframe", "object", "embed", "applet", "base", "meta", "link", "frame", "frameset", "portal",
    "math", "foreignobject", "animate", "set", "template", "xmp", "plaintext", "noembed",
  ]
  private static let addresses: Set = ["href", "src", "action", "formaction", "poster", "data", "cite"]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() throws(MarkupFault) {
    while index < bytes.count {
      guard bytes[index] == 0x3C else {
        if bytes[index] < 0x20 && ![0x09, 0x0A, 0x0D].contains(bytes[index]) { throw fault("control character") }
        index += 1
        continue
      }
      index += 1
      switch peek {
      case 0x2F: try readEnd()
      case 0x21:
        guard word(10).lowercased().hasPrefix("!doctype") else { throw fault("a declaration") }
        try skip(past: 0x3E)
      default: try readStart()
      }
    }
    if !open.isEmpty { throw fault("not closed: \(open)") }
    if mains != 1 { throw fault("\(mains) main elements") }
  }

  private var peek: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func readEnd() throws(MarkupFault) {
    index += 1
    let name = try readName()
    if peek != 0x3E { throw fault("end tag of \(name)") }
    index += 1
    // Paragraphs and list items need no end tag in HTML, but ours have one.
    guard open.last == name else { throw fault("</\(name)> within \(open.last ?? "nothing")") }
    open.removeLast()
  }

  private mutating func readStart() throws(MarkupFault) {
    let name = try readName()
    var attributes: [String: String] = [:]
    while true {
      while [0x20, 0x0A].contains(peek) { index += 1 }
      if peek == 0x3E { break }
      if peek == 0x2F, index + 1 < bytes.count, bytes[index + 1] == 0x3E {
        index += 1
        break
      }
      let attribute = try readName()
      var value = ""
      if peek == 0x3D {
        index += 1
        if peek != 0x22 { throw fault("an unquoted \(attribute)") }
        let start = index + 1
        index = start
        try skip(past: 0x22)
        value = String(decoding: bytes[start..<index - 1], as: UTF8.self)
      }
      if attributes.updateValue(value, forKey: attribute) != nil { throw fault("\(attribute) twice") }
    }
    let isEmpty = bytes[index - 1] == 0x2F
    index += 1
    try check(name, attributes)
    if MarkupReader.void.contains(name) || isEmpty { return }
    open.append(name)
    if MarkupReader.text.contains(name) { try skipText(of: name) }
  }

  private mutating func check(_ name: String, _ attributes: [String: String]) throws(MarkupFault) {
    if name == "main" { mains += 1 }
    if open.contains("main"), MarkupReader.active.contains(name) { throw fault("<\(name)> in the text") }
    let isData = attributes["type"] == "application/ld+json" && attributes["src"] == nil
    if name == "script", !isData, attributes["src"]?.contains("/assets/") != true { throw fault("a script") }
    for (attribute, value) in attributes {
      if attribute.hasPrefix("on") || ["style", "srcdoc", "srcset", "ping"].contains(attribute) {
        throw fault("attribute \(attribute)")
      }
      guard MarkupReader.addresses.contains(attribute) || attribute.hasSuffix(":href") else { continue }
      if let scheme = MarkupReader.scheme(of: value), !["https", "http", "mailto", "tel"].contains(scheme) {
        throw fault("\(attribute) with \(scheme):")
      }
      if attribute == "src", value.hasPrefix("//") || value.contains("://") { throw fault("src \(value)") }
    }
  }

  /// What a browser would take for the scheme of an address.
  private static func scheme(of value: String) -> String? {
    let plain = value.replacing("&amp;", with: "&").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
    let bare = plain.unicodeScalars.filter { $0.value > 0x20 }
    guard let colon = bare.firstIndex(of: ":"), !bare[..<colon].contains(where: { "/?#".unicodeScalars.contains($0) })
    else { return nil }
    return String(String.UnicodeScalarView(bare[..<colon])).lowercased()
  }

  private mutating func skipText(of name: String) throws(MarkupFault) {
    let end = Array("</\(name)".utf8)
    while index + end.count < bytes.count {
      if peek == 0x3C {
        // Whatever the text holds, it must not hold the start of markup.
        if bytes[index..<index + end.count].elementsEqual(end) { return }
        if name == "script" { throw fault("< in JSON") }
      }
      index += 1
    }
    throw fault("\(name) is not closed")
  }

  private mutating func readName() throws(MarkupFault) -> String {
    let start = index
    while isNamePart(peek) { index += 1 }
    if start == index { throw fault("no name") }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x3A || byte == 0x5F
  }

  private mutating func skip(past byte: UInt8) throws(MarkupFault) {
    guard let found = bytes[index...].firstIndex(of: byte) else { throw fault("not closed") }
    index = found + 1
  }

  private func word(_ count: Int) -> String {
    String(decoding: bytes[index..<min(bytes.count, index + count)], as: UTF8.self)
  }

  private func fault(_ what: String) -> MarkupFault {
    let around = bytes[max(0, index - 60)..<min(bytes.count, index + 30)]
    return MarkupFault(text: "\(what) at \(index): \(String(decoding: around, as: UTF8.self).debugDescription)")
  }
}

/// The size at which a browser shows an SVG picture that nothing else sizes.
///
/// ```swift
/// SVGSize.find(in: Array("<svg width=\"210mm\" viewBox=\"0 0 2 1\"/>".utf8))  // 794 × 397 pixels
/// ```
///
/// `width` and `height` of the root in pixels, the side that is missing by the shape of `viewBox`, and where
/// neither is there or both are relative, the numbers of `viewBox`. nil where no SVG begins or no size is
/// stated. Sources: SVG 2, "Intrinsic sizing properties"; CSS Values 4, "Absolute lengths" (96 pixels an inch).
enum SVGSize {
  static func find(in bytes: [UInt8]) -> (Int, Int)? {
    guard let attributes = rootAttributes(bytes[...]) else { return nil }
    let width = attributes["width"].flatMap(pixels)
    let height = attributes["height"].flatMap(pixels)
    let box = attributes["viewBox"].flatMap(shape)
    switch (width, height, box) {
    case (let width?, let height?, _): return whole(width, height)
    case (let width?, nil, let box?): return whole(width, width * box.height / box.width)
    case (nil, let height?, let box?): return whole(height * box.width / box.height, height)
    case (nil, nil, let box?): return whole(box.width, box.height)
    default: return nil
    }
  }

  /// The attributes of the root, which may follow a declaration, comments and a document type.
  private static func rootAttributes(_ bytes: ArraySlice<UInt8>) -> [String: String]? {
    var rest = bytes
    while let start = rest.firstIndex(of: 0x3C) {
      rest = rest[start...]
      if rest.starts(with: Array("<svg".utf8)) { return attributes(rest.dropFirst(4)) }
      if rest.starts(with: Array("<!--".utf8)) {
        while !rest.isEmpty, !rest.starts(with: Array("-->".utf8)) { rest = rest.dropFirst() }
      } else if rest.starts(with: Array("<?".utf8)) || rest.starts(with: Array("<!".utf8)) {
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return nil
  }

  /// The attributes from here to the end of a tag; nil where it is not the name's end.
  private static func attributes(_ bytes: ArraySlice<UInt8>) -> [String: String]? {
    var rest = bytes
    guard let first = rest.first, SVGContent.isSpace(first) || first == 0x2F || first == 0x3E else { return nil }
    var found: [String: String] = [:]
    while true {
      rest = rest.drop(while: SVGContent.isSpace)
      let name = rest.prefix { !SVGContent.isSpace($0) && ![0x2F, 0x3D, 0x3E].contains($0) }
      rest = rest[name.endIndex...].drop(while: SVGContent.isSpace)
      guard !name.isEmpty, rest.first == 0x3D else { return found }
      rest = rest.dropFirst().drop(while: SVGContent.isSpace)
      guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return found }
      let value = rest.dropFirst().prefix { $0 != quote }
      found[String(decoding: name, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
      rest = rest[value.endIndex...].dropFirst()
    }
  }

  /// A length in pixels; nil where it depends on what is around it (`%`, `em`).
  private static func pixels(_ length: String) -> Double? {
    let text = length.lowercased().filter { !$0.isWhitespace }
    let number = text.prefix { "+-.0123456789".contains($0) }
    guard let scale = pixelsOfUnit[String(text[number.endIndex...])] else { return nil }
    return Double(number).map { $0 * scale }
  }

  private static let pixelsOfUnit: [String: Double] = [
    "": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96.0 / 72, "pc": 16,
  ]

  /// Width and height of a `viewBox`, above nothing.
  private static func shape(_ box: String) -> (width: Double, height: Double)? {
    let numbers = box.split { $0.isWhitespace || $0 == "," }.map { Double($0) }
    guard numbers.count == 4, let width = numbers[2], let height = numbers[3], width > 0, height > 0 else { return nil }
    return (width, height)
  }

  /// Whole pixels, at least one; nil where the size is no size, whatever was written.
  private static func whole(_ width: Double, _ height: Double) -> (Int, Int)? {
    let limit = Double(ImageSize.limit)
    guard width > 0, height > 0, width < limit, height < limit else { return nil }
    return (max(1, Int(width.rounded())), max(1, Int(height.rounded())))
  }
}

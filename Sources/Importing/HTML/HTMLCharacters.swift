/// Character references of HTML: `&auml;`, `&#8221;`, `&#x2022;`.
enum HTMLCharacters {
  /// Appends text with its references decoded; one that is not known stays as it is written.
  static func append(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "&"), let (scalar, end) = reference(at: index, in: text) {
        out.append(contentsOf: String(scalar).utf8)
        index = end
      } else {
        out.append(text[index])
        index += 1
      }
    }
  }

  static func decoded(_ text: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func reference(at index: Int, in text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    let limit = min(text.endIndex, index + 12)
    guard let end = text[index..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = text[(index + 1)..<end]
    if name.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
      guard var code = UInt32(number, radix: isHexadecimal ? 16 : 10), code > 0 else { return nil }
      if (0x80...0x9F).contains(code) { code = PageFile.windowsCharacters[Int(code) - 0x80] }
      return (Unicode.Scalar(code) ?? "\u{FFFD}", end + 1)
    }
    return named[String(decoding: name, as: UTF8.self)].map { ($0, end + 1) }
  }

  /// Those of HTML 4 that a text of letters can hold (HTML Living Standard, section 13.5).
  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
      "scaron": "š", "Zcaron": "Ž", "zcaron": "ž", "Yuml": "Ÿ", "ensp": "\u{2002}", "emsp": "\u{2003}",
      "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "ndash": "–", "mdash": "—", "lsquo": "‘",
      "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "dagger": "†", "Dagger": "‡", "bull": "•",
      "hellip": "…", "permil": "‰", "prime": "′", "Prime": "″", "lsaquo": "‹", "rsaquo": "›", "euro": "€",
      "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "minus": "−", "asymp": "≈",
      "ne": "≠", "le": "≤", "ge": "≥", "infin": "∞", "radic": "√", "sum": "∑", "check": "✓", "sol": "/", "lpar": "(",
      "rpar": ")", "lsqb": "[", "rsqb": "]", "colon": ":", "comma": ",", "period": ".", "num": "#", "ast": "*",
      "lowbar": "_", "hyphen": "‐", "NewLine": "\n", "Tab": "\t", "excl": "!", "quest": "?", "plus": "+",
      "percnt": "%", "commat": "@",
    ]
    // The upper half of Latin 1, in its order from A0.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
      micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
      Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
      Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
      ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml
      """
    for (offset, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(0xA0 + UInt32(offset))
    }
    return table
  }()
}

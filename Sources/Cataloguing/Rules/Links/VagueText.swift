/// Link texts that say nothing by themselves, in the three languages.
enum VagueText {
  /// Whether a text is empty, or one of the phrases that only point.
  static func saysNothing(_ text: String) -> Bool {
    // No phrase is longer; most links are told apart by this alone.
    if text.utf8.count > 40 { return false }
    let key = letters(of: text.utf8)
    return key.isEmpty ? !text.utf8.contains { $0 &- 0x30 < 10 } : phrases.contains(key)
  }

  /// Words in small letters with one space between them, without digits and signs.
  private static func letters(of text: String.UTF8View) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(40)
    var isGap = false
    func append(_ byte: UInt8) {
      if isGap, !out.isEmpty { out.append(0x20) }
      isGap = false
      out.append(byte)
    }
    var last: UInt8 = 0
    for byte in text {
      switch byte {
      case 0x41...0x5A: append(byte + 0x20)
      case 0x61...0x7A: append(byte)
      case 0x80...0x9E where last == 0xC3: append(byte + 0x20)
      case 0x80... where byte == 0xC3 || last == 0xC3: append(byte)
      case 0x2E, 0x2C, 0x3A, 0x21, 0x3F: break
      default: isGap = true
      }
      last = byte
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a text is nothing but an address on the web.
  static func isAddress(_ text: String) -> Bool {
    let bytes = text.utf8
    if bytes.contains(0x20) { return false }
    return bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8) || bytes.starts(with: "www.".utf8)
      || bytes.starts(with: "WWW.".utf8)
  }

  private static let phrases: Set<String> = [
    // Finnish
    "tästä", "tässä", "tähän", "tänne", "täällä", "täältä", "tämä", "tämä linkki", "tämä sivu", "tästä linkistä",
    "tältä sivulta", "klikkaa", "klikkaa tästä", "klikkaa tähän", "klikkaa tätä", "klikkaa täältä", "paina tästä",
    "paina tähän", "napsauta tästä", "napsauta tätä", "siirry", "siirry tästä", "siirry tänne", "katso", "katso tästä",
    "katso täältä", "katso lisää", "lue", "lue tästä", "lue täältä", "lue lisää", "lue lisää tästä", "lue lisää täältä",
    "lisää", "lisää tästä", "lisää täältä", "lisätietoa", "lisätietoja", "lisätietoa tästä", "lisätietoja tästä",
    "lisätietoja täältä", "linkki", "linkistä", "linkki tästä", "avaa", "avaa tästä", "lataa", "lataa tästä", "sivu",
    // Swedish
    "här", "hit", "där", "denna", "denna länk", "denna sida", "den här länken", "den här sidan", "klicka", "klicka här",
    "tryck här", "gå hit", "se", "se här", "se mer", "läs", "läs här", "läs mer", "läs mera", "läs mer här",
    "läs mera här", "mer", "mera", "mer info", "mer information", "mera information", "länk", "länken", "öppna",
    "öppna här", "ladda ner", "ladda ner här", "sida", "sidan",
    // English
    "here", "this", "this link", "this page", "click", "click here", "click this", "press here", "go here", "see here",
    "see more", "read", "read here", "read more", "read more here", "learn more", "more", "more here", "more info",
    "more information", "find out more", "link", "the link", "open", "open here", "download", "download here", "page",
  ]
}

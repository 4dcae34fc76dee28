import Cataloguing

/// The end of the platform's page in copied text, where no element tells it from the description.
enum PageFooter {
  /// Takes what is plainly the page's own matter off the end of the last part.
  static func remove(from description: inout Description) {
    guard let last = description.parts.indices.last else { return }
    let lines = description.parts[last].lines
    let words = lines.indices.filter { lines[$0].hasWords }
    let signs = words.filter { isSign(lines[$0].text) }
    guard let first = signs.first else { return }
    if description.parts[last].label == .field(.stage) {
      // The stage is one line, and the last of all.
      guard let value = words.first, value < first else { return }
      description.parts[last].lines = Array(lines[...value])
      return
    }
    // Text that goes on in sentences after a sign is the description's.
    let rest = words.filter { $0 >= first }
    guard signs.count > 1 || isCertain(lines[first].text),
      rest.allSatisfy({ isSign(lines[$0].text) || isShort(lines[$0].text) })
    else { return }
    var start = first
    for index in words.reversed() where index < first {
      guard isWeakSign(lines[index].text) else { break }
      start = index
    }
    description.parts[last].lines = Array(lines[..<start])
  }

  private static func isShort(_ text: String) -> Bool {
    text.utf8.count <= 160 && text.unicodeScalars.last.map { !".:;".unicodeScalars.contains($0) } == true
  }

  private static func isSign(_ text: String) -> Bool {
    guard text.utf8.count <= 500 else { return false }
    let key = NameKey.of(text)
    return signs.contains(key) || isCertain(text)
  }

  private static func isWeakSign(_ text: String) -> Bool {
    text.utf8.count <= 80 && weakSigns.contains(NameKey.of(text))
  }

  /// A copyright line, or the notice about cookies.
  private static func isCertain(_ text: String) -> Bool {
    let key = NameKey.of(text)
    if key.hasPrefix("©") || key.hasPrefix("copyright ") || key == "takaisin ylös" { return true }
    return (key.contains("evästeitä") || key.contains("evästeet"))
      && ["sivusto", "palvelu", "käytämme", "hyväksy", "innokylä"].contains { key.contains($0) }
  }

  private static let signs: Set<String> = [
    "tietosuoja", "tietosuojaseloste", "rekisteriseloste", "saavutettavuusseloste", "saavutettavuus", "käyttöehdot",
    "evästeet", "evästeasetukset", "hyväksy kaikki", "hyväksy kaikki evästeet", "hyväksy vain välttämättömät",
    "takaisin ylös", "palaa ylös", "siirry sivun alkuun", "kirjaudu sisään", "rekisteröidy", "tilaa uutiskirje",
    "anna palautetta", "ota yhteyttä", "seuraa meitä", "hyppää pääsisältöön", "muita toimintamalleja",
    "muut toimintamallit", "samankaltaisia toimintamalleja", "katso myös muut toimintamallit",
  ]

  /// Words that stand in a page's footer beside the signs, and alone could be anyone's.
  private static let weakSigns: Set<String> = [
    "innokylä", "tietoa palvelusta", "tietoa innokylästä", "etusivu", "palaute", "yhteystiedot", "ohjeet", "facebook",
    "twitter", "linkedin", "youtube", "instagram", "x", "suomi", "svenska", "english", "jaa", "tulosta", "på svenska",
    "in english",
  ]
}

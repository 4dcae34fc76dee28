import Diagnosing
import Reading

/// A link's text says where it leads.
enum LinkText: TextRule {
  static let rule = Rule(
    "link-text", .warning,
    title: Localized(
      fi: "Linkin teksti kertoo, mihin linkki vie", sv: "En länks text talar om vart länken leder",
      en: "A link's text says where it leads"),
    explanation: Localized(
      fi: "Ruudunlukijan käyttäjä kuulee usein pelkät linkit. ”Tästä” tai pelkkä osoite ei silloin kerro mitään. "
        + "Kirjoita tekstiksi kohteen nimi: [Poissaoloportaat](osoite).",
      sv: "Den som använder skärmläsare hör ofta bara länkarna. ”Här” eller en adress säger då ingenting. "
        + "Skriv målets namn som text: [Frånvarotrappan](adress).",
      en: "People with screen readers often hear the links alone, and “here” or a bare address then says nothing. "
        + "Write the name of what it leads to: [Absence steps](address)."),
    example: RuleExample(
      wrong: "Portaat löytyvät [tästä](/mallit/).", right: "Portaat löytyvät [mallien luettelosta](/mallit/)."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for body in text.bodies {
      for (index, link) in body.links.enumerated() where link.kind != .image {
        guard let message = message(about: link), !isPicture(index, in: body, text.file) else { continue }
        let isLocated = found.count < FindingLimit.perRule
        let place =
          isLocated
          ? InlineLocator.range(of: index, in: body, file: text.file) : link.block.lowerBound..<link.block.lowerBound
        found.append(Diagnostic(rule, in: text.file, at: place, message, notes: [rule.explanation]))
      }
    }
    return found + bareAddresses(in: text)
  }

  /// Whether a link without text shows a picture, which then lacks the words.
  private static func isPicture(_ index: Int, in body: Body, _ file: SourceFile) -> Bool {
    let next = index + 1
    guard body.links[index].text.isEmpty, next < body.links.count, body.links[next].kind == .image,
      body.links[next].block == body.links[index].block
    else { return false }
    let place = InlineLocator.range(of: index, in: body, file: file)
    return place.contains(InlineLocator.range(of: next, in: body, file: file).lowerBound)
  }

  /// What is wrong with a link's text; nil where it says something.
  private static func message(about link: Link) -> Localized? {
    if link.kind == .autolink || VagueText.isAddress(link.text) {
      // An e-mail address has a rule of its own.
      return link.destination.hasPrefix("mailto:") ? nil : bareAddress(link.text)
    }
    guard VagueText.saysNothing(link.text) else { return nil }
    if link.text.isEmpty {
      return Localized(fi: "Linkillä ei ole tekstiä", sv: "Länken har ingen text", en: "The link has no text")
    }
    return Localized(
      fi: "Linkin teksti ”\(link.text)” ei kerro, mihin linkki vie",
      sv: "Länkens text ”\(link.text)” talar inte om vart länken leder",
      en: "The link's text “\(link.text)” does not say where it leads")
  }

  private static func bareAddress(_ address: String) -> Localized {
    Localized(
      fi: "Linkin teksti on pelkkä osoite ”\(address)”", sv: "Länkens text är bara adressen ”\(address)”",
      en: "The link's text is the bare address “\(address)”")
  }

  // MARK: Addresses that are no links

  private static func bareAddresses(in text: WrittenText) -> [Diagnostic] {
    BareAddress.all(in: text).map { address in
      let words = text.file.text(address)
      return Diagnostic(
        rule, in: text.file, at: address,
        Localized(
          fi: "Osoite ”\(words)” ei ole linkki", sv: "Adressen ”\(words)” är ingen länk",
          en: "The address “\(words)” is no link"),
        notes: [
          Localized(
            fi: "Kirjoita linkki näin: [sivun nimi](\(full(words)))",
            sv: "Skriv länken så här: [sidans namn](\(full(words)))",
            en: "Write the link like this: [name of the page](\(full(words)))")
        ])
    }
  }

  private static func full(_ address: String) -> String {
    address.contains("://") ? address : "https://" + address
  }
}

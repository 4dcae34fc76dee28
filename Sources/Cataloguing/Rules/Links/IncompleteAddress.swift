import Diagnosing

/// A web address is whole: its scheme, then its host.
enum IncompleteAddress: LinkRule {
  static let rule = Rule(
    "incomplete-address", .error,
    title: Localized(
      fi: "Verkko-osoite kirjoitetaan kokonaan", sv: "En webbadress skrivs i sin helhet",
      en: "A web address is written whole"),
    explanation: Localized(
      fi: "Osoite alkaa https:// ja jatkuu palvelimen nimellä, jossa on piste: www.esimerkki.fi. Ilman alkua selain "
        + "etsisi tiedostoa tältä sivustolta. Sanaa mailto: seuraa sähköpostiosoite ja sanaa tel: puhelinnumero.",
      sv:
        "Adressen börjar med https:// och fortsätter med serverns namn, som har en punkt: www.exempel.fi. Utan början "
        + "skulle webbläsaren leta efter en fil på den här webbplatsen. Efter mailto: kommer en e-postadress och efter "
        + "tel: ett telefonnummer.",
      en: "The address starts with https:// and goes on with the host's name, which has a full stop: www.example.org. "
        + "Without the start, a browser would look for a file of this site. An e-mail address follows mailto:, and a "
        + "telephone number tel:."),
    example: RuleExample(
      wrong: "Lue [kunnan ohje](www.esimerkki.fi/ohje).", right: "Lue [kunnan ohje](https://www.esimerkki.fi/ohje)."))

  static func check(_ link: FaultyLink, _ site: LinkContext) -> Diagnostic? {
    guard link.fault == .incomplete else { return nil }
    return link.diagnostic(
      rule,
      Localized(
        fi: "Osoite ”\(link.destination)” ei ole kokonainen", sv: "Adressen ”\(link.destination)” är inte fullständig",
        en: "The address “\(link.destination)” is not whole"),
      fix: completed(link.destination).flatMap(link.fix))
  }

  private static func completed(_ address: String) -> String? {
    guard let scheme = LinkResolver.scheme(of: address) else { return WebAddress.withScheme(address) }
    let rest = address.drop { $0 != ":" }.drop { ":/.".contains($0) }
    if scheme == "mailto" || scheme == "tel" { return nil }
    if LinkResolver.scheme(of: String(rest)) != nil { return String(rest) }
    return rest.isEmpty || !rest.prefix(while: { $0 != "/" }).dropFirst().contains(".") ? nil : "\(scheme)://\(rest)"
  }
}

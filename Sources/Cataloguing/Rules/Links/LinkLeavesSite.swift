import Diagnosing

/// A path stays within the site.
enum LinkLeavesSite: LinkRule {
  static let rule = Rule(
    "link-leaves-site", .error,
    title: Localized(
      fi: "Polku pysyy sivuston sisällä", sv: "En sökväg stannar inom webbplatsen", en: "A path stays within the site"),
    explanation: Localized(
      fi:
        "Polku ei saa viedä content-kansion ulkopuolelle eikä omalle tietokoneelle. Tallenna tiedosto mallin viereen, "
        + "tai kirjoita toisen sivuston koko osoite: https://…",
      sv: "En sökväg får inte leda ut ur mappen content eller till den egna datorn. Spara filen bredvid modellen, "
        + "eller skriv hela adressen till en annan webbplats: https://…",
      en: "A path must not lead out of the folder content, nor to your own computer. Save the file beside the model, "
        + "or write another site's whole address: https://…"),
    example: RuleExample(
      wrong: "Katso [luettelo](../../../luettelo.pdf).", right: "Katso [kaikki mallit](/mallit/)."))

  static func check(_ link: FaultyLink, _ site: LinkContext) -> Diagnostic? {
    guard link.fault == .leavesSite else { return nil }
    let isHost = link.destination.hasPrefix("//")
    return link.diagnostic(
      rule,
      Localized(
        fi: "Polku ”\(link.destination)” vie sivuston ulkopuolelle",
        sv: "Sökvägen ”\(link.destination)” leder ut ur webbplatsen",
        en: "The path “\(link.destination)” leads out of the site"),
      fix: isHost ? link.fix("https:" + link.destination) : nil)
  }
}

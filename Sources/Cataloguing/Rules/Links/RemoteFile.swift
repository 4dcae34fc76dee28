import Diagnosing

/// Pictures and attachments are files of the site's own.
enum RemoteFile: LinkRule {
  static let rule = Rule(
    "remote-image", .error,
    title: Localized(
      fi: "Kuva tai liite on sivuston oma tiedosto", sv: "En bild eller bilaga är webbplatsens egen fil",
      en: "A picture or an attachment is a file of the site's own"),
    explanation: Localized(
      fi: "Toisen palvelimen kuva kertoisi sille, kuka sivua lukee, ja katoaisi jonakin päivänä. Tallenna kuva mallin "
        + "viereen, jos sinulla on lupa julkaista se. Toisen sivuston tiedostoon viitataan tavallisella linkillä.",
      sv: "En bild på en annan server skulle avslöja vem som läser sidan och försvinna en dag. Spara bilden bredvid "
        + "modellen, om du får publicera den. En fil på en annan webbplats nås med en vanlig länk.",
      en:
        "A picture of another server would tell it who reads the page, and one day be gone. Save it beside the model, "
        + "if you may publish it. A file of another site is reached by an ordinary link."),
    example: RuleExample(
      wrong: "![Kolme porrasta, joista kukin on edellistä korkeampi](https://esimerkki.fi/portaat.png",
      right: "![Kolme porrasta, joista kukin on edellistä korkeampi](portaat.png"))

  static func check(_ link: FaultyLink, _ site: LinkContext) -> Diagnostic? {
    guard link.fault == .remote else { return nil }
    return link.diagnostic(
      rule,
      link.use == .image
        ? Localized(
          fi: "Kuva ”\(link.destination)” on toisella palvelimella",
          sv: "Bilden ”\(link.destination)” finns på en annan server",
          en: "The picture “\(link.destination)” is on another server")
        : Localized(
          fi: "Tiedosto ”\(link.destination)” on toisella palvelimella",
          sv: "Filen ”\(link.destination)” finns på en annan server",
          en: "The file “\(link.destination)” is on another server"))
  }
}

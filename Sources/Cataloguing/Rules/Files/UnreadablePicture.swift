import Diagnosing
import Reading

/// A picture is one that browsers show and whose camera data can be taken out.
enum UnreadablePicture: SiteRule {
  static let rule = Rule(
    "unreadable-picture", .warning,
    title: Localized(
      fi: "Kuva on muotoa JPEG, PNG, WebP, GIF tai SVG", sv: "En bild har formatet JPEG, PNG, WebP, GIF eller SVG",
      en: "A picture is a JPEG, PNG, WebP, GIF or SVG"),
    explanation: Localized(
      fi: "Kuvaa ei osata lukea, joten selain ei ehkä näytä sitä eikä siitä osata poistaa kuvauspaikkaa. "
        + "Avaa kuva kuvankäsittelyohjelmassa ja tallenna se JPEG- tai PNG-muotoon.",
      sv: "Bilden kan inte läsas: webbläsare visar den kanske inte, och platsen där den togs kan inte tas bort. "
        + "Öppna bilden i ett bildprogram och spara den som JPEG eller PNG.",
      en: "The picture cannot be read: browsers may not show it, and the place where it was taken cannot be removed. "
        + "Open it in a picture program and save it as JPEG or PNG."))

  static func check(_ site: MatchedSite) -> [Diagnostic] {
    site.unreadablePictures.filter(PublishedFolder.holds).sorted().map { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return Diagnostic(
        rule, in: SourceFile(path: path, bytes: []), at: 0..<0,
        Localized(
          fi: "Kuvaa ”\(name)” ei osata lukea", sv: "Bilden ”\(name)” kan inte läsas",
          en: "The picture “\(name)” cannot be read"), notes: [rule.explanation])
    }
  }
}

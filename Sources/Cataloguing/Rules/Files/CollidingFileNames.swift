import Diagnosing
import Reading

/// No two texts have the same address.
enum CollidingFileNames: SiteRule {
  static let rule = Rule(
    "colliding-file-names", .error,
    title: Localized(
      fi: "Kahdella tekstillä ei ole samaa osoitetta", sv: "Två texter har inte samma adress",
      en: "No two texts have the same address"),
    explanation: Localized(
      fi: "Mallin ja sivun osoite tulee tiedoston nimestä, ei kansiosta. Anna toiselle tiedostolle toinen nimi.",
      sv: "En modells eller sidas adress kommer från filens namn, inte från mappen. Ge den ena filen ett annat namn.",
      en: "The address of a model or page comes from the file's name, not from its folder. Give one of the files "
        + "another name."))

  static func check(_ site: MatchedSite) -> [Diagnostic] {
    let practices = site.entries.map { ("practices/" + $0.slug, $0) }
    let pages = site.pages.map { ("pages/\($0.name).\($0.language.rawValue)", $0.matched) }
    return files(site) + site.pages.compactMap(taken)
      + SharedNames.groups(practices + pages).flatMap { entries in
        entries.map { entry in
          let others = entries.filter { $0.path != entry.path }.prefix(3).map(\.path)
            .joined(separator: ", ")
          let start = entry.file.contentStart
          return Diagnostic(
            rule, in: entry.file, at: start..<min(start + 3, max(start, entry.entry.frontMatterRange.upperBound)),
            Localized(
              fi: "Samanniminen tiedosto on myös toisaalla", sv: "En fil med samma namn finns också på annat håll",
              en: "A file of the same name stands elsewhere too"),
            notes: [Localized(fi: "Toinen on \(others)", sv: "Den andra är \(others)", en: "The other is \(others)")]
              + [rule.explanation])
        }
      }
  }

  /// A page must not stand where a part of the site does, such as the list of all models.
  private static func taken(_ page: ContentPage) -> Diagnostic? {
    let address = SiteAddresses.path(of: page)
    guard !SiteAddresses.isOwn(page), SiteAddresses.fixed.contains(address) else { return nil }
    return Diagnostic(
      rule, in: page.entry.file, at: page.opening,
      Localized(
        fi: "Osoitteessa \(address) on sivuston oma sivu",
        sv: "På adressen \(address) finns en av webbplatsens egna sidor",
        en: "The address \(address) is that of a page of the site's own"),
      notes: [rule.explanation])
  }

  /// Pictures and attachments: those of practices and those of pages are published in one folder.
  private static func files(_ site: MatchedSite) -> [Diagnostic] {
    let (practices, pages) = ("content/practices/", "content/pages/")
    return site.files.filter { $0.hasPrefix(pages) && !$0.hasSuffix(".md") }.sorted().flatMap { page in
      let other = practices + page.dropFirst(pages.count)
      return site.files.contains(other) ? [(page, other), (other, page)].map(file) : []
    }
  }

  private static func file(_ path: String, _ other: String) -> Diagnostic {
    Diagnostic(
      rule, in: SourceFile(path: path, bytes: []), at: 0..<0,
      Localized(
        fi: "Samanniminen tiedosto on myös toisaalla", sv: "En fil med samma namn finns också på annat håll",
        en: "A file of the same name stands elsewhere too"),
      notes: [Localized(fi: "Toinen on \(other)", sv: "Den andra är \(other)", en: "The other is \(other)")])
  }
}

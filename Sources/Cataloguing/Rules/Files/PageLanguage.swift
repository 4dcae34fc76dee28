import Diagnosing
import Reading

/// A page's language is one of the site's.
enum PageLanguage: SiteRule {
  static let rule = Rule(
    "page-language", .error,
    title: Localized(
      fi: "Sivun kieli on jokin sivuston kielistä", sv: "En sidas språk är något av webbplatsens språk",
      en: "A page's language is one of the site's"),
    explanation: Localized(
      fi: "Sivun kieli on tiedoston nimessä ennen päätettä: about.fi.md, about.sv.md tai about.en.md. "
        + "Sivuston kielet ovat tiedostossa content/site.yaml.",
      sv: "Sidans språk står i filens namn före ändelsen: about.fi.md, about.sv.md eller about.en.md. "
        + "Webbplatsens språk finns i filen content/site.yaml.",
      en: "A page's language stands in the file's name before its ending: about.fi.md, about.sv.md or about.en.md. "
        + "The site's languages are in the file content/site.yaml."))

  static func check(_ site: MatchedSite) -> [Diagnostic] {
    site.pages.compactMap { page in
      let parts = page.entry.slug.split(separator: ".", omittingEmptySubsequences: false)
      let written = parts.count > 1 ? String(parts[parts.count - 1]) : page.language.rawValue
      let language = Language(rawValue: written)
      if parts.count <= 2, let language, site.configuration.languages.contains(language) { return nil }
      let list = site.configuration.languages.map(\.rawValue).joined(separator: ", ")
      return Diagnostic(
        rule, in: page.entry.file, at: page.opening,
        Localized(
          fi: "Sivuston kieliin ei kuulu ”\(written)”", sv: "Webbplatsen har inte språket ”\(written)”",
          en: "The site has no language “\(written)”"),
        notes: [
          Localized(
            fi: "Sivuston kielet: \(list)", sv: "Webbplatsens språk: \(list)", en: "The site's languages: \(list)")
        ] + [rule.explanation])
    }
  }
}

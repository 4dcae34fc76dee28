import Diagnosing

/// A link starts with `https`, `http`, `mailto` or `tel`, or is a path within the site.
enum ForbiddenScheme: LinkRule {
  static let rule = Rule(
    "forbidden-scheme", .error,
    title: Localized(
      fi: "Linkin alku on https:, http:, mailto: tai tel:", sv: "En länk börjar med https:, http:, mailto: eller tel:",
      en: "A link starts with https:, http:, mailto: or tel:"),
    explanation: Localized(
      fi: "Muunlaiset linkit eivät toimi kaikilla lukijoilla, ja osa niistä voi ajaa ohjelmia. "
        + "Verkkosivun osoite alkaa https://",
      sv: "Andra slags länkar fungerar inte för alla läsare, och en del av dem kan köra program. "
        + "En webbsidas adress börjar med https://",
      en: "Links of other kinds do not work for every reader, and some of them can run programs. "
        + "The address of a web page starts with https://"),
    example: RuleExample(
      wrong: "Lataa [ohje](ftp://esimerkki.fi/ohje.pdf).", right: "Lataa [ohje](https://esimerkki.fi/ohje.pdf)."))

  static func check(_ link: FaultyLink, _ site: LinkContext) -> Diagnostic? {
    guard case .forbiddenScheme(let scheme) = link.fault else { return nil }
    return link.diagnostic(
      rule,
      Localized(
        fi: "Linkki ei voi alkaa ”\(scheme):”", sv: "En länk kan inte börja med ”\(scheme):”",
        en: "A link cannot start with “\(scheme):”"),
      fix: meant(by: scheme).flatMap { link.fix($0 + link.destination.drop { $0 != ":" }) })
  }

  /// The scheme that a misspelt one was meant to be.
  private static func meant(by scheme: String) -> String? {
    NearestName.suggestions(for: scheme, among: ["https", "http", "mailto"], limit: 1).first
  }
}

import Diagnosing
import Reading

/// Where each kind of page stands, in each language: paths from the site's root, with `/` at both ends.
///
/// ```swift
/// SiteAddresses.practice("porrasmalli", .sv)  // "/sv/modeller/porrasmalli/"
/// ```
public enum SiteAddresses {
  /// A kind of page that lists or holds others.
  public enum Kind: Int, Sendable, CaseIterable {
    case home, practices, regions, funders, stages, keywords, audiences, years, compare, about, accessibility, data,
      guide, completeness

    /// Pages for those who write, which search engines do not index.
    public static let hidden: [Kind] = [.completeness]
  }

  public static func path(_ kind: Kind, _ language: Language) -> String {
    let found = paths[kind.rawValue]
    return found[language]
  }

  private static let paths = Kind.allCases.map { kind in
    Localized(fi: written(kind, .fi), sv: written(kind, .sv), en: written(kind, .en))
  }

  private static func written(_ kind: Kind, _ language: Language) -> String {
    let prefix = language == .fi ? "/" : "/\(language.rawValue)/"
    let folder: Localized
    switch kind {
    case .home: return prefix
    case .practices: folder = Localized(fi: "mallit", sv: "modeller", en: "practices")
    case .regions: folder = Localized(fi: "alueet", sv: "omraden", en: "regions")
    case .funders: folder = Localized(fi: "rahoittajat", sv: "finansiarer", en: "funders")
    case .stages: folder = Localized(fi: "vaiheet", sv: "skeden", en: "stages")
    case .keywords: folder = Localized(fi: "asiasanat", sv: "amnesord", en: "keywords")
    case .audiences: folder = Localized(fi: "kohderyhmat", sv: "malgrupper", en: "audiences")
    case .years: folder = Localized(fi: "vuodet", sv: "ar", en: "years")
    case .compare: folder = Localized(fi: "vertaa", sv: "jamfor", en: "compare")
    case .about: folder = Localized(fi: "tietoa", sv: "om", en: "about")
    case .accessibility: folder = Localized(fi: "saavutettavuus", sv: "tillganglighet", en: "accessibility")
    case .data: folder = Localized(fi: "avoin-data", sv: "oppna-data", en: "open-data")
    case .guide: folder = Localized(fi: "ohje", sv: "guide", en: "guide")
    case .completeness: folder = Localized(fi: "taydennettavaa", sv: "att-komplettera", en: "to-complete")
    }
    return "\(prefix)\(folder[language])/"
  }

  public static func practice(_ slug: String, _ language: Language) -> String {
    String(joining: [path(.practices, language), slug, "/"])
  }

  /// The page of one region, funder or stage.
  public static func term(_ kind: Kind, _ term: Vocabulary.Term, _ language: Language) -> String {
    "\(path(kind, language))\(slug(of: term, kind, language))/"
  }

  private static let own: [String: Kind] = [
    "about": .about, "accessibility": .accessibility, "guide": .guide, "data": .data,
  ]

  /// Whether a text of `content/pages/` is one that the site has an address for.
  static func isOwn(_ page: ContentPage) -> Bool { own[page.name] != nil }

  /// The addresses that no other text may have.
  static let fixed = Set(Kind.allCases.flatMap { kind in Language.allCases.map { path(kind, $0) } })

  /// The page of a text of `content/pages/`: those that the site knows have addresses of their own.
  public static func path(of page: ContentPage) -> String {
    own[page.name].map { path($0, page.language) } ?? "\(path(.home, page.language))\(page.name)/"
  }

  /// A page of a long list; the first is the list itself.
  public static func page(_ number: Int, of path: String, _ language: Language) -> String {
    if number == 1 { return path }
    let word = Localized(fi: "sivu", sv: "sida", en: "page")[language]
    return "\(path)\(word)/\(number)/"
  }

  /// The last part of a term's address. A name that stands at two levels gets its level's word before it.
  static func slug(of term: Vocabulary.Term, _ kind: Kind, _ language: Language) -> String {
    switch kind {
    case .stages: return term.code
    case .regions where term.level == "maakunta":
      let word = Localized(fi: "maakunta", sv: "landskapet", en: "region")[language]
      return "\(word)-\(Anchor.id(for: term.names[language]))"
    default: return Anchor.id(for: term.names[language])
    }
  }
}

import Diagnosing
import Reading

/// The addresses of the site that a text may link to, apart from those of practices and of its own pages.
///
/// These are the pages of every kind in the site's languages, the pages of the regions, funders and stages
/// that have practices, the feeds beside them, and the files of open data. Later pages of long lists are
/// left out: what stands on them changes from day to day.
public struct KnownAddresses: Sendable {
  public let paths: Set<String>

  public init(_ site: MatchedSite) {
    var paths: Set<String> = [
      "/404.html", "/sitemap.xml", "/robots.txt", "/data/practices.json", "/data/practices.csv",
      "/data/catalogue.jsonld", "/data/schema/practice.json",
    ]
    let schema = site.schema
    let regions = KnownAddresses.terms(.region, in: site).flatMap { schema.containment?.holders[$0] ?? [$0] }
    let funders = KnownAddresses.terms(.funder, in: site)
    let stages = KnownAddresses.terms(.stage, in: site)
    let lists: [(SiteAddresses.Kind, Vocabulary?, [Int])] = [
      (.regions, schema.regionVocabulary, Array(Set(regions))), (.funders, schema.funderVocabulary, Array(funders)),
      (.stages, schema.stageVocabulary, Array(stages)),
    ]
    let keywords = KnownAddresses.keywords(in: site)
    for language in site.configuration.languages {
      for kind in SiteAddresses.Kind.allCases { paths.insert(SiteAddresses.path(kind, language)) }
      paths.insert(SiteAddresses.path(.home, language) + "atom.xml")
      for (kind, vocabulary, terms) in lists {
        guard let vocabulary else { continue }
        for term in terms {
          let path = SiteAddresses.term(kind, vocabulary.terms[term], language)
          paths.insert(path)
          paths.insert(path + "atom.xml")
        }
      }
      for keyword in keywords { paths.insert("\(SiteAddresses.path(.keywords, language))\(keyword)/") }
    }
    self.paths = paths
  }

  public func contains(_ path: String) -> Bool { paths.contains(path) }

  /// The terms that entries name in a field.
  private static func terms(_ role: Role, in site: MatchedSite) -> Set<Int> {
    guard let field = site.schema.template.field(role) else { return [] }
    var found: Set<Int> = []
    for entry in site.entries {
      if case .terms(let terms)? = entry.fields[field]?.value { for term in terms { found.insert(term.value.term) } }
    }
    return found
  }

  private static func keywords(in site: MatchedSite) -> Set<String> {
    guard let field = site.schema.template.field(.keywords) else { return [] }
    var words: Set<String> = []
    for entry in site.entries {
      if case .texts(let texts)? = entry.fields[field]?.value { for text in texts { words.insert(text.value) } }
    }
    return Set(words.map(Anchor.id(for:)))
  }
}

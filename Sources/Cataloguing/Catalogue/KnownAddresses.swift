import Diagnosing
import Reading

/// The addresses of the site that a text may link to, apart from those of practices and of its own pages.
///
/// These are the pages of every kind in the site's languages, the pages of the regions, funders, stages, audiences and
/// years that have practices, the feeds beside them, the later pages of long lists, and the files of open data.
public final class KnownAddresses: Sendable {
  private let fixed: Set<String>
  // Few links lead to a list, and only for those the practices are counted.
  private let lateLists = Late<Set<String>>()
  private let makeLists: @Sendable () -> Set<String>

  init(of entries: [MatchedEntry], _ schema: Schema, languages: [Language]) {
    var fixed: Set<String> = [
      "/404.html", "/sitemap.xml", "/robots.txt", "/data/practices.json", "/data/practices.csv",
      "/data/catalogue.jsonld", "/data/schema/practice.json",
    ]
    for language in languages {
      fixed.insert(SiteAddresses.path(.home, language) + "atom.xml")
      for kind in SiteAddresses.Kind.allCases where kind != .audiences && kind != .years {
        fixed.insert(SiteAddresses.path(kind, language))
      }
    }
    self.fixed = fixed
    makeLists = { KnownAddresses.lists(of: entries, schema, languages: languages) }
  }

  public func contains(_ path: String) -> Bool { fixed.contains(path) || lists.contains(path) }

  /// All of them.
  public var paths: Set<String> { fixed.union(lists) }

  private var lists: Set<String> { lateLists.value(makeLists) }

  /// The lists that are there for what entries say, with their feeds and later pages.
  private static func lists(of entries: [MatchedEntry], _ schema: Schema, languages: [Language]) -> Set<String> {
    var paths: Set<String> = []
    let lists: [(SiteAddresses.Kind, Vocabulary?, [Int: Int])] = [
      (.regions, schema.regionVocabulary, KnownAddresses.regions(in: entries, schema)),
      (.funders, schema.funderVocabulary, KnownAddresses.counts(.funder, in: entries, schema) { [$0] }),
      (.stages, schema.stageVocabulary, KnownAddresses.counts(.stage, in: entries, schema) { [$0] }),
    ]
    let audiences = WrittenValues(gathering: entries.lazy.map { RoleValues($0, schema).texts(.audience) }).values
    var years: [Int: Int] = [:]
    for entry in entries {
      if let date = RoleValues(entry, schema).date(.modified) { years[date.year, default: 0] += 1 }
    }
    for language in languages {
      func insert(list path: String, of practices: Int) {
        for page in 1...Paging.pageCount(of: practices) { paths.insert(SiteAddresses.page(page, of: path, language)) }
      }
      if !audiences.isEmpty { paths.insert(SiteAddresses.path(.audiences, language)) }
      if !entries.isEmpty { paths.insert(SiteAddresses.path(.years, language)) }
      insert(list: SiteAddresses.path(.practices, language), of: entries.count)
      for value in audiences {
        insert(list: "\(SiteAddresses.path(.audiences, language))\(value.slug)/", of: value.practices.count)
      }
      for (year, count) in years { insert(list: "\(SiteAddresses.path(.years, language))\(year)/", of: count) }
      for (kind, vocabulary, counts) in lists {
        guard let vocabulary else { continue }
        for (term, count) in counts {
          let path = SiteAddresses.term(kind, vocabulary.terms[term], language)
          insert(list: path, of: count)
          paths.insert(path + "atom.xml")
        }
      }
    }
    return paths
  }

  /// Regions by their terms, with how many entries each holds; a national entry stands on no other region's list.
  private static func regions(in entries: [MatchedEntry], _ schema: Schema) -> [Int: Int] {
    counts(.region, in: entries, schema) { schema.containment?.holders[$0] ?? [$0] }
  }

  /// Terms with how many entries have them, or what lies in them, in a field.
  private static func counts(
    _ role: Role, in entries: [MatchedEntry], _ schema: Schema, _ holders: (Int) -> [Int]
  ) -> [Int: Int] {
    guard let field = schema.template.field(role) else { return [:] }
    var counts: [Int: Int] = [:]
    for entry in entries {
      guard case .terms(let terms)? = entry.fields[field]?.value else { continue }
      if terms.count == 1 {
        for holder in holders(terms[0].value.term) { counts[holder, default: 0] += 1 }
      } else {
        for holder in Set(terms.flatMap { holders($0.value.term) }) { counts[holder, default: 0] += 1 }
      }
    }
    return counts
  }
}

import BitCollections
import Diagnosing
import Reading

/// All practices of a site and how they are found.
public struct Catalogue: Sendable {
  public let schema: Schema
  public let configuration: SiteConfiguration
  public let pages: [ContentPage]
  /// In the order of their slugs.
  public private(set) var practices: [Practice]
  /// By a region's term: the practices found under it, national ones left out.
  public let practicesByRegion: [[Int]]
  /// Practices of the whole country, which are found under every region but told apart.
  public let nationalPractices: [Int]
  public let practicesByFunder: [[Int]]
  public let practicesByStage: [[Int]]
  /// Keywords in the order of the alphabet, each with its practices.
  public let keywords: [(word: String, practices: [Int])]
  /// The practices' places in the orders that lists have.
  public let order: PracticeOrder
  /// By the practice's index: its keywords in its own order, as indices of `keywords`.
  public let keywordsByPractice: [[Int]]

  /// Whether any practice says that it is a translation of another.
  public let hasTranslations: Bool

  /// Entries that lack something required are left out; a site with errors is never published, so this
  /// only shows in a preview.
  public init(_ site: MatchedSite) {
    let schema = site.schema
    self.schema = schema
    configuration = site.configuration
    pages = site.pages
    var practices = Parallel.map(site.entries, chunk: 256) { Practice($0, schema: schema) }.compactMap { $0 }
    // Most catalogues lie in one folder, whose files come in this order.
    func precedes(_ a: Practice, _ b: Practice) -> Bool { a.slug.precedesInBytes(b.slug) }
    if !zip(practices, practices.dropFirst()).allSatisfy(precedes) { practices.sort(by: precedes) }
    self.practices = practices
    let sorted = practices

    let lists: Lists
    ((keywords, keywordsByPractice), (lists, order)) = Parallel.both {
      Catalogue.keywords(of: Parallel.map(sorted, chunk: 256) { RoleValues($0.source, schema).texts(.keywords) })
    } and: {
      (Lists(of: sorted, schema), PracticeOrder(sorted))
    }
    hasTranslations = practices.contains { RoleValues($0.source, schema).text(.translationOf) != nil }
    practicesByRegion = lists.byRegion
    practicesByFunder = lists.byFunder
    practicesByStage = lists.byStage
    nationalPractices = lists.national
  }

  /// Practices by the terms of vocabularies.
  private struct Lists: Sendable {
    var byRegion: [[Int]]
    var byFunder: [[Int]]
    var byStage: [[Int]]
    var national: [Int] = []

    init(of practices: [Practice], _ schema: Schema) {
      byRegion = [[Int]](repeating: [], count: schema.regionVocabulary?.terms.count ?? 0)
      byFunder = [[Int]](repeating: [], count: schema.funderVocabulary?.terms.count ?? 0)
      byStage = [[Int]](repeating: [], count: schema.stageVocabulary?.terms.count ?? 0)
      for (index, practice) in practices.enumerated() {
        for region in Catalogue.found(practice, schema) { byRegion[region].append(index) }
        if practice.regions.contains(where: { schema.regionVocabulary?.terms[$0].level == "maa" }) {
          national.append(index)
        }
        for funder in practice.funders { byFunder[funder].append(index) }
        byStage[practice.stage].append(index)
      }
    }
  }

  /// The keywords of all practices, spellings with the same ``NameKey`` being one, and which of them each practice has.
  private static func keywords(
    of texts: [[String]]
  ) -> (keywords: [(word: String, practices: [Int])], byPractice: [[Int]]) {
    var found: [(word: String, practices: [Int])] = []
    var byKey: [String: Int] = [:]
    // The same spellings come again and again, so a key is made once for each.
    var bySpelling: [Spelling: Int] = [:]
    var byPractice: [[Int]] = []
    byPractice.reserveCapacity(texts.count)
    bySpelling.reserveCapacity(texts.count * 2)
    byKey.reserveCapacity(texts.count * 2)
    for (practice, words) in texts.enumerated() {
      byPractice.append(
        words.map { word in
          let spelling = Spelling(word)
          let keyword =
            bySpelling[spelling]
            ?? {
              let key = NameKey.of(word)
              let keyword = byKey[key] ?? found.count
              if keyword == found.count { found.append((word, [])) }
              byKey[key] = keyword
              bySpelling[spelling] = keyword
              return keyword
            }()
          if found[keyword].practices.last != practice { found[keyword].practices.append(practice) }
          return keyword
        })
    }
    let order = FinnishOrder.sorted(Array(found.indices)) { found[$0].word }
    var places = [Int](repeating: 0, count: order.count)
    for (place, keyword) in order.enumerated() { places[keyword] = place }
    return (order.map { found[$0] }, byPractice.map { $0.map { places[$0] } })
  }

  /// Every region that a practice is found under: those that hold one of its own regions.
  public static func found(_ practice: Practice, _ schema: Schema) -> [Int] {
    guard let containment = schema.containment else { return [] }
    if practice.regions.count == 1 { return containment.holders[practice.regions[0]] }
    return Array(BitSet(practice.regions.flatMap { containment.holders[$0] }))
  }

  /// The keywords of the most practices, those of as many in the order of the alphabet, as indices of `keywords`.
  public func commonestKeywords(_ limit: Int) -> [Int] {
    var commonest: [Int] = []
    for index in keywords.indices {
      let count = keywords[index].practices.count
      if commonest.count == limit, let last = commonest.last, keywords[last].practices.count >= count { continue }
      let place = commonest.firstIndex { keywords[$0].practices.count < count } ?? commonest.count
      commonest.insert(index, at: place)
      if commonest.count > limit { commonest.removeLast() }
    }
    return commonest
  }

  /// The catalogue with other texts of practices that are otherwise the same.
  public func replacing(_ entries: [MatchedEntry]) -> Catalogue {
    var catalogue = self
    let fresh = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, practice) in practices.enumerated() {
      guard let entry = fresh[practice.source.path], let replaced = Practice(entry, schema: schema) else { continue }
      catalogue.practices[index] = replaced
    }
    return catalogue
  }
}

import Cataloguing
import Diagnosing
import Reading
import Templating

extension LocalSite {
  /// A practice as it stands in lists.
  func card(_ index: Int) -> CardView {
    let practice = model.catalogue.practices[index]
    return CardView(
      slug: practice.slug, url: model.practiceURLs[index], title: practice.title, summary: practice.summary,
      stage: stage(practice.stage, withPath: false), regions: names(practice.regions, .regions),
      funders: names(practice.funders, .funders), modified: date(practice.modified), foreign: foreign(practice))
  }

  func cards(_ practices: some Sequence<Int>) -> [CardView] { practices.map(card) }

  /// The rows of some practices; nil where there are none.
  func rows(_ practices: ArraySlice<Int>) -> SafeHTML? {
    if practices.isEmpty { return nil }
    return rowList.value {
      RowList(count: model.catalogue.practices.count) { templates.row.render(row($0), into: &$1) }
    }.html(practices)
  }

  private func row(_ index: Int) -> RowLinkView {
    let practice = model.catalogue.practices[index]
    return RowLinkView(
      slug: practice.slug, url: model.practiceURLs[index], title: practice.title,
      stage: names([practice.stage], .stages), modified: date(practice.modified), foreign: foreign(practice))
  }

  /// Names of terms, divided by commas.
  func names(_ terms: [Int], _ kind: SiteAddresses.Kind) -> String {
    let vocabulary = vocabulary(kind)
    if terms.count == 1 { return vocabulary?.terms[terms[0]].names[language] ?? "" }
    return String(joining: terms.map { vocabulary?.terms[$0].names[language] ?? "" }, separator: ", ")
  }

  func vocabulary(_ kind: SiteAddresses.Kind) -> Vocabulary? {
    switch kind {
    case .regions: model.schema.regionVocabulary
    case .funders: model.schema.funderVocabulary
    case .stages: model.schema.stageVocabulary
    default: nil
    }
  }

  /// The page of a term, where it has one: a term without practices has none.
  func url(of term: Int, _ kind: SiteAddresses.Kind) -> SafeURL? {
    let late: Late<[SafeURL?]>
    switch kind {
    case .regions: late = regionURLs
    case .funders: late = funderURLs
    case .stages: late = stageURLs
    default: return nil
    }
    guard let vocabulary = vocabulary(kind) else { return nil }
    return late.value {
      vocabulary.terms.indices.map { index in
        model.hasPage(kind, index) ? model.url(SiteAddresses.term(kind, vocabulary.terms[index], language)) : nil
      }
    }[term]
  }

  /// Regions, and of a municipality the county that it lies in; wider regions speak for themselves.
  func regionLinks(_ regions: [Int]) -> [LinkView] {
    guard let vocabulary = vocabulary(.regions) else { return [] }
    let links = lateRegionLinks.value { vocabulary.terms.indices.map { regionLink($0, vocabulary) } }
    return regions.map { links[$0] }
  }

  private func regionLink(_ region: Int, _ vocabulary: Vocabulary) -> LinkView {
    let term = vocabulary.terms[region]
    var within = ""
    if term.level == "kunta", let holders = model.schema.containment?.holders,
      let county = holders[region].first(where: { vocabulary.terms[$0].level == "hva" }),
      // Helsinki is its own county, whose name would only say it twice.
      !holders[county].contains(region)
    {
      within = vocabulary.terms[county].names[language]
    }
    return LinkView(text: term.names[language], url: url(of: region, .regions), detail: within)
  }

  /// A stage with its place on the path; the path is drawn only where it is shown.
  func stage(_ index: Int, withPath: Bool) -> StageView {
    let stages = model.schema.stageVocabulary?.terms ?? []
    return StageView(
      position: index + 1, name: stages[index].names[language], url: url(of: index, .stages),
      path: withPath
        ? stages.enumerated().map {
          PathStepView(name: $1.names[language], isReached: $0 <= index, isCurrent: $0 == index)
        } : [])
  }
}

extension SiteModel {
  /// The practices found under a term, in the catalogue's order.
  func practices(_ kind: SiteAddresses.Kind, _ term: Int) -> [Int] {
    switch kind {
    case .regions: catalogue.practicesByRegion[term]
    case .funders: catalogue.practicesByFunder[term]
    case .stages: catalogue.practicesByStage[term]
    default: []
    }
  }

  func hasPage(_ kind: SiteAddresses.Kind, _ term: Int) -> Bool { !practices(kind, term).isEmpty }

  /// The practices of a term, in the catalogue's order, but for those that a region has with the whole country.
  func ownPractices(_ kind: SiteAddresses.Kind, _ term: Int) -> [Int] {
    kind == .regions ? ownPracticesByRegion[term] : practices(kind, term)
  }

  /// The practices of the whole country, the last changed first, where a term's page has them apart from its own.
  func nationalPractices(_ kind: SiteAddresses.Kind, _ term: Int) -> [Int] {
    kind == .regions && schema.regionVocabulary?.terms[term].level != "maa" ? nationalPractices : []
  }

  private var nationalPractices: [Int] {
    lateNationalPractices.value { newestFirst(catalogue.nationalPractices) }
  }

  private var ownPracticesByRegion: [[Int]] {
    lateOwnPractices.value {
      var isNational = [Bool](repeating: false, count: catalogue.practices.count)
      for practice in catalogue.nationalPractices { isNational[practice] = true }
      return catalogue.practicesByRegion.enumerated().map { term, practices in
        schema.regionVocabulary?.terms[term].level == "maa" ? practices : practices.filter { !isNational[$0] }
      }
    }
  }

  /// Practices with the last changed first; ties in the order of their names.
  func newestFirst(_ practices: [Int]) -> [Int] { order.newestFirst(practices) }
}

import Cataloguing
import Diagnosing
import Reading
import Templating

extension LocalSite {
  func homePage() -> Page {
    page(path(.home)) { site in
      let model = site.model
      let all = model.newestFirst(Array(model.catalogue.practices.indices))
      let frame = PageFrame(
        title: site.name(model.configuration.name), description: site.name(model.configuration.description),
        path: site.path(.home), counterparts: model.counterparts(.home), section: .home,
        structuredData: site.siteData(), feed: nil)
      return site.templates.home.render(
        HomeView(
          chrome: site.chrome(frame), heading: site.words[.homeHeading], lead: site.words[.homeLead],
          catalogue: site.url(.practices), count: all.count, subjects: site.subjects(), map: site.map(),
          ladder: site.ladder(), stages: site.url(.stages), latest: site.cards(all.prefix(3)),
          bars: Array(site.bars(.funders, where: { _ in true }).prefix(6)), funders: site.url(.funders),
          openData: site.url(.data)))
    }
  }

  func regionsPage() -> Page {
    page(path(.regions)) { site in
      let levels = site.model.schema.regionVocabulary?.levels ?? []
      let groups = levels.map { level in
        BarGroupView(name: level.names[site.language], bars: site.bars(.regions) { $0.level == level.id })
      }
      return site.templates.regions.render(
        RegionsView(
          chrome: site.overview(.regions, .regionsTitle), crumbs: site.crumbs(), map: site.map(),
          groups: groups.filter { !$0.bars.isEmpty }))
    }
  }

  func fundersPage() -> Page {
    page(path(.funders)) { site in
      let kinds: [(Word, @Sendable (Vocabulary.Term) -> Bool)] = [
        (.kindMinistry, { $0.kind == "ministry" }), (.kindAgency, { $0.kind == "agency" }),
        (.kindOther, { $0.kind != "ministry" && $0.kind != "agency" }),
      ]
      let groups = kinds.map { BarGroupView(name: site.words[$0.0], bars: site.bars(.funders, where: $0.1)) }
      return site.templates.funders.render(
        FundersView(
          chrome: site.overview(.funders, .fundersTitle), crumbs: site.crumbs(),
          groups: groups.filter { !$0.bars.isEmpty }))
    }
  }

  func stagesPage() -> Page {
    page(path(.stages)) { site in
      site.templates.stages.render(
        StagesView(
          chrome: site.overview(.stages, .stagesTitle), crumbs: site.crumbs(), ladder: site.ladder()))
    }
  }

  /// The frame of a page that lists all of a kind.
  func overview(_ kind: SiteAddresses.Kind, _ title: Word) -> PageChrome {
    chrome(
      PageFrame(
        title: words[title], description: name(model.configuration.description), path: path(kind),
        counterparts: model.counterparts(kind), section: kind))
  }

  // MARK: Figures

  /// Terms with practices, each with a bar, in the vocabulary's order for regions and by number otherwise.
  private func bars(_ kind: SiteAddresses.Kind, where isShown: (Vocabulary.Term) -> Bool) -> [BarView] {
    guard let vocabulary = vocabulary(kind) else { return [] }
    var counted = vocabulary.terms.indices.filter { isShown(vocabulary.terms[$0]) && model.hasPage(kind, $0) }
      .map { (term: $0, count: model.practices(kind, $0).count) }
    counted.sort { a, b in
      if kind != .regions, a.count != b.count { return a.count > b.count }
      return FinnishOrder.precedes(
        vocabulary.terms[a.term].names[language], vocabulary.terms[b.term].names[language])
    }
    // One scale for all groups of a page, so that bars of one length mean one number.
    let largest = vocabulary.terms.indices.map { model.practices(kind, $0).count }.max() ?? 1
    return counted.compactMap { term, count in
      url(of: term, kind).map {
        BarView(
          text: vocabulary.terms[term].names[language], url: $0, count: count, percent: max(1, count * 100 / largest))
      }
    }
  }

  private func ladder() -> [LadderStepView] {
    let stages = model.schema.stageVocabulary?.terms ?? []
    // From nothing on: no legend tells here what a shade means, so nearly the same numbers look nearly the same.
    let scale = ToneScale(largest: model.catalogue.practicesByStage.map(\.count).max() ?? 0)
    return stages.enumerated().map { index, stage in
      let count = model.catalogue.practicesByStage[index].count
      return LadderStepView(
        name: stage.names[language], url: url(of: index, .stages), count: count, tone: scale.tone(of: count),
        help: stage.description.map(name) ?? "")
    }
  }

  /// The map of counties; national practices stand in none of them.
  private func map() -> MapView {
    guard let vocabulary = model.schema.regionVocabulary else { return MapView(model.theme.outlines, counts: [:]) }
    var counts: [String: AreaCount] = [:]
    for (index, term) in vocabulary.terms.enumerated() where term.level == "hva" {
      counts[term.code] = AreaCount(
        name: term.names[language], count: model.catalogue.practicesByRegion[index].count, url: url(of: index, .regions)
      )
    }
    return MapView(model.theme.outlines, counts: counts)
  }

  /// The keywords that most practices share.
  private func subjects() -> [LinkView] {
    model.catalogue.commonestKeywords(8).map { index in
      let keyword = model.catalogue.keywords[index]
      return LinkView(
        text: keyword.word, url: keywordURL(index),
        language: mark(keyword.practices.first.map { model.catalogue.practices[$0].language }))
    }
  }

  /// The catalogue, searched for a word.
  func search(_ words: String) -> SafeURL {
    model.url("\(path(.practices))?q=\(words.percentEncoded)")
  }
}

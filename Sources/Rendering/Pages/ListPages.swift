import Cataloguing
import Diagnosing
import Reading
import Templating

extension LocalSite {
  /// The pages of the catalogue itself.
  func cataloguePages() -> [Page] {
    let count = model.catalogue.practices.count
    let paging = Late<Paging>()
    let total = Paging.pageCount(of: count)
    let root = path(.practices)
    return (1...total).map { number in
      let path = SiteAddresses.page(number, of: root, language)
      return page(path) { site in
        let paging = paging.value { Paging(items: site.model.newestFirst(Array(0..<count))) }
        let title = site.words[.practicesTitle]
        let frame = PageFrame(
          title: number == 1 ? title : site.words[.pageNumber, ["title": title, "page": "\(number)"]],
          description: site.name(site.model.configuration.description), path: path,
          counterparts: site.model.pagedCounterparts(.practices, number), section: .practices)
        return site.templates.catalogue.render(
          CatalogueView(
            chrome: site.chrome(frame), crumbs: site.crumbs(), home: site.url(.practices), count: count,
            cards: site.cards(paging.cards(on: number)), rows: site.rows(paging.rows(on: number)),
            pager: site.pager(number, total, root),
            filter: number == 1 && site.model.hasSearch ? site.filter() : nil))
      }
    }
  }

  /// The pages of every region, funder or stage that has practices.
  func termPages(_ kind: SiteAddresses.Kind) -> [Page] {
    guard let vocabulary = vocabulary(kind) else { return [] }
    return vocabulary.terms.indices.filter { model.hasPage(kind, $0) }.flatMap { termPages(kind, $0) }
  }

  private func termPages(_ kind: SiteAddresses.Kind, _ index: Int) -> [Page] {
    guard let term = vocabulary(kind)?.terms[index] else { return [] }
    let own = model.ownPractices(kind, index)
    let paging = Late<Paging>()
    let total = Paging.pageCount(of: own.count)
    let root = SiteAddresses.term(kind, term, language)
    return (1...total).map { number in
      let path = SiteAddresses.page(number, of: root, language)
      return page(path) { site in
        let paging = paging.value { Paging(items: site.model.newestFirst(own)) }
        let title = term.names[site.language]
        let feed = (
          path: root + "atom.xml",
          title: site.words[.documentTitle, ["title": title, "site": site.name(site.model.configuration.name)]]
        )
        let lead = site.lead(kind, term, count: own.count)
        let frame = PageFrame(
          title: number == 1 ? title : site.words[.pageNumber, ["title": title, "page": "\(number)"]],
          description: lead, path: path,
          counterparts: number == 1 ? site.model.counterparts(kind, term) : [:], section: kind, feed: feed)
        return site.templates.facetPage.render(
          FacetPageView(
            chrome: site.chrome(frame), crumbs: site.crumbs([kind]), heading: title, lead: lead,
            stage: kind == .stages ? site.stage(index, withPath: true) : nil,
            facts: kind == .regions ? site.regionFacts(index) : [],
            placeMap: kind == .regions ? site.placeMap([index], site.regionLinks([index])) : nil, count: own.count,
            cards: site.cards(paging.cards(on: number)), rows: site.rows(paging.rows(on: number)),
            pager: site.pager(number, total, root),
            national: number == 1 ? site.cards(site.model.nationalPractices(kind, index).prefix(Paging.cards)) : [],
            filter: site.filterURL(kind, term), feed: site.model.url(feed.path)))
      }
    }
  }

  private func lead(_ kind: SiteAddresses.Kind, _ term: Vocabulary.Term, count: Int) -> String {
    let word: Word =
      switch kind {
      case .regions: .regionLead
      case .funders: .funderLead
      default: .stageLead
      }
    if kind == .stages, let description = term.description { return name(description) }
    return words[word, ["count": "\(count)", "name": term.names[language]]]
  }

  func pager(_ page: Int, _ pages: Int, _ root: String) -> PagerView? {
    guard pages > 1 else { return nil }
    func url(_ number: Int) -> SafeURL? {
      (1...pages).contains(number) ? model.url(SiteAddresses.page(number, of: root, language)) : nil
    }
    return PagerView(page: page, pages: pages, previous: url(page - 1), next: url(page + 1))
  }

  /// The catalogue with one value chosen; none where there is no search to choose by.
  func filterURL(_ kind: SiteAddresses.Kind, _ term: Vocabulary.Term) -> SafeURL? {
    guard model.hasSearch else { return nil }
    let name =
      switch kind {
      case .regions: "region"
      case .funders: "funder"
      default: "stage"
      }
    return model.url("\(path(.practices))?\(name)=\(term.code)")
  }

  /// What a region lies in, and the municipalities in it that have practices.
  private func regionFacts(_ index: Int) -> [FactView] {
    guard let vocabulary = model.schema.regionVocabulary, let containment = model.schema.containment else { return [] }
    let term = vocabulary.terms[index]
    func links(_ terms: [Int]) -> [LinkView] {
      terms.map { LinkView(text: vocabulary.terms[$0].names[language], url: url(of: $0, .regions)) }
    }
    var facts: [FactView] = []
    let holders = containment.holders[index].filter { $0 != index }
    let counties = holders.filter { vocabulary.terms[$0].level == "hva" }
    let regions = holders.filter { vocabulary.terms[$0].level == "maakunta" }
    if !counties.isEmpty { facts.append(FactView(label: words[.factCounty], links: links(counties))) }
    if !regions.isEmpty { facts.append(FactView(label: words[.factRegion], links: links(regions))) }
    if term.level != "kunta" {
      let inside = containment.municipalities[index].filter { model.hasPage(.regions, $0) }
        .sorted { FinnishOrder.precedes(vocabulary.terms[$0].names[language], vocabulary.terms[$1].names[language]) }
      if !inside.isEmpty { facts.append(FactView(label: words[.factMunicipalities], links: links(inside))) }
    }
    return facts
  }

  /// A page of the site at a path, made when it is asked for.
  func page(_ path: String, _ render: @escaping @Sendable (LocalSite) -> [UInt8]) -> Page {
    model.sitePage(String(path.dropFirst()) + "index.html") { render(self) }
  }
}

extension SiteModel {
  func pagedCounterparts(_ kind: SiteAddresses.Kind, _ number: Int) -> [Language: String] {
    counterparts(kind).reduce(into: [:]) { $0[$1.key] = SiteAddresses.page(number, of: $1.value, $1.key) }
  }
}

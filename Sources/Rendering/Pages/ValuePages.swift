import Cataloguing
import Diagnosing
import Reading
import Templating

extension LocalSite {
  /// The pages of audiences or of years: one that lists them, and the lists of each.
  func valuePages(_ facet: WrittenFacet) -> [Page] {
    guard let kind = SiteAddresses.Kind(facet.kind) else { return [] }
    return [valuesPage(facet, kind)] + facet.values.flatMap { valuePages($0, facet.kind, kind) }
  }

  private func valuesPage(_ facet: WrittenFacet, _ kind: SiteAddresses.Kind) -> Page {
    page(path(kind)) { site in
      let largest = facet.values.map(\.practices.count).max() ?? 1
      return site.templates.values.render(
        ValuesView(
          chrome: site.overview(kind, facet.kind == .year ? .yearsTitle : .audiencesTitle), crumbs: site.crumbs(),
          heading: site.words[facet.kind == .year ? .yearsTitle : .audiencesTitle],
          lead: site.words[facet.kind == .year ? .yearsLead : .audiencesLead],
          bars: facet.values.map { value in
            BarView(
              text: value.text, url: site.url(of: value, facet.kind), count: value.practices.count,
              percent: max(1, value.practices.count * 100 / largest), language: site.mark(value.language))
          }))
    }
  }

  private func valuePages(_ value: WrittenFacet.Value, _ facet: WrittenFacet.Kind, _ kind: SiteAddresses.Kind) -> [Page]
  {
    let paging = Late<Paging>()
    let total = Paging.pageCount(of: value.practices.count)
    let root = path(kind) + value.slug + "/"
    return (1...total).map { number in
      let path = SiteAddresses.page(number, of: root, language)
      return page(path) { site in
        let paging = paging.value { Paging(items: site.model.newestFirst(value.practices)) }
        let title = facet == .year ? site.words[.yearHeading, ["year": value.text]] : value.text
        let frame = PageFrame(
          title: number == 1 ? title : site.words[.pageNumber, ["title": title, "page": "\(number)"]],
          description: site.name(site.model.configuration.description), path: path,
          counterparts: number == 1 ? site.model.counterparts(kind).mapValues { $0 + value.slug + "/" } : [:],
          section: kind)
        return site.templates.facetPage.render(
          FacetPageView(
            chrome: site.chrome(frame), crumbs: site.crumbs([kind]), heading: title,
            headingLanguage: facet == .year ? "" : site.mark(value.language), count: value.practices.count,
            cards: site.cards(paging.cards(on: number)), rows: site.rows(paging.rows(on: number)),
            pager: site.pager(number, total, root), filter: site.filterURL(facet, value)))
      }
    }
  }

  private func filterURL(_ facet: WrittenFacet.Kind, _ value: WrittenFacet.Value) -> SafeURL? {
    guard model.hasSearch else { return nil }
    return model.url("\(path(.practices))?\(facet.rawValue)=\(value.text.percentEncoded)")
  }
}

extension SiteAddresses.Kind {
  /// Where a facet's values have pages; those of keywords stand in their index.
  init?(_ facet: WrittenFacet.Kind) {
    switch facet {
    case .audience: self = .audiences
    case .keyword: return nil
    case .year: self = .years
    }
  }
}

import Cataloguing
import Diagnosing

extension LocalSite {
  /// One feed for all practices, and one beside every region, funder and stage page.
  func feeds() -> [Page] {
    let all = feed(path(.home), name(model.configuration.name), Array(model.catalogue.practices.indices))
    return [all]
      + [SiteAddresses.Kind.regions, .funders, .stages].flatMap { kind -> [Page] in
        guard let vocabulary = vocabulary(kind) else { return [] }
        return vocabulary.terms.indices.filter { model.hasPage(kind, $0) }.map { term in
          let found = vocabulary.terms[term]
          let title = words[
            .documentTitle, ["title": found.names[language], "site": name(model.configuration.name)]]
          return feed(SiteAddresses.term(kind, found, language), title, model.practices(kind, term))
        }
      }
  }

  private func feed(_ path: String, _ title: String, _ practices: [Int]) -> Page {
    let site = self
    return model.sitePage(String((path + "atom.xml").dropFirst())) {
      let newest = site.model.newestFirst(practices).prefix(AtomFeed.limit)
      return AtomFeed(
        title: title, subtitle: site.name(site.model.configuration.tagline),
        author: site.name(site.model.configuration.publisher.name), language: site.language,
        address: site.model.absolute(path + "atom.xml"), page: site.model.absolute(path),
        entries: newest.map { index in
          let practice = site.model.catalogue.practices[index]
          return AtomFeed.Entry(
            title: practice.title, summary: practice.summary,
            address: site.model.absolute(practice.path),
            language: practice.language, created: practice.created, modified: practice.modified,
            categories: practice.regions.map { site.names([$0], .regions) }
              + practice.funders.map { site.names([$0], .funders) })
        }
      ).bytes()
    }
  }
}

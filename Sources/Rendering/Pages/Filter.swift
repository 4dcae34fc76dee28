import Cataloguing
import Diagnosing
import Templating

extension LocalSite {
  /// The catalogue's facets with their counts.
  func filter() -> FilterView {
    FilterView(
      facets: [
        FacetView(id: "region", name: words[.facetRegion], choices: regionChoices()),
        FacetView(id: "funder", name: words[.facetFunder], choices: choices(.funders, "funder")),
        FacetView(id: "stage", name: words[.facetStage], choices: choices(.stages, "stage", all: true)),
      ], more: model.writtenFacets.filter(\.isChoice).map(facet), hasData: model.configuration.formats.contains(.json))
  }

  private func facet(_ facet: WrittenFacet) -> FacetView {
    FacetView(
      id: facet.kind.rawValue, name: name(of: facet),
      choices: facet.values.map { value in
        ChoiceView(
          facet: facet.kind.rawValue, code: value.text, text: value.text, language: mark(value.language),
          count: value.practices.count, url: url(of: value, facet.kind))
      })
  }

  /// Terms with practices in the vocabulary's order, or all its terms: the path of stages is shown whole.
  private func choices(_ kind: SiteAddresses.Kind, _ facet: String, all: Bool = false) -> [ChoiceView] {
    guard let vocabulary = vocabulary(kind) else { return [] }
    return vocabulary.terms.indices.filter { all || model.hasPage(kind, $0) }.map { choice(kind, facet, $0) }
  }

  private func choice(
    _ kind: SiteAddresses.Kind, _ facet: String, _ term: Int, children: [ChoiceView] = []
  ) -> ChoiceView {
    let found = vocabulary(kind)?.terms[term]
    return ChoiceView(
      facet: facet, code: found?.code ?? "", text: found?.names[language] ?? "", count: count(kind, term),
      url: url(of: term, kind), children: children)
  }

  /// National practices are found under every region.
  private func count(_ kind: SiteAddresses.Kind, _ term: Int) -> Int {
    let own = model.practices(kind, term)
    guard kind == .regions, vocabulary(kind)?.terms[term].level != "maa" else { return own.count }
    return Set(own).union(model.catalogue.nationalPractices).count
  }

  /// The whole country, then counties with their municipalities, then regions; each by name, as on the regions' page.
  private func regionChoices() -> [ChoiceView] {
    guard let vocabulary = model.schema.regionVocabulary, let containment = model.schema.containment else { return [] }
    func precedes(_ a: Int, _ b: Int) -> Bool {
      FinnishOrder.precedes(vocabulary.terms[a].names[language], vocabulary.terms[b].names[language])
    }
    let shown = vocabulary.terms.indices.filter { model.hasPage(.regions, $0) }
    let levels = vocabulary.levels.map(\.id).filter { $0 != "kunta" }
    let ordered = levels.flatMap { level in shown.filter { vocabulary.terms[$0].level == level }.sorted(by: precedes) }
    return ordered.map { term in
      guard vocabulary.terms[term].level == "hva" else { return choice(.regions, "region", term) }
      let inside = containment.municipalities[term].filter { model.hasPage(.regions, $0) }.sorted(by: precedes)
      return choice(.regions, "region", term, children: inside.map { choice(.regions, "region", $0) })
    }
  }
}

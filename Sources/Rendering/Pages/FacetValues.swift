import Cataloguing
import Diagnosing
import Templating

extension SiteModel {
  func writtenFacet(_ kind: WrittenFacet.Kind) -> WrittenFacet? { writtenFacets.first { $0.kind == kind } }

  /// The codes of every practice, by its index, in one facet.
  func writtenCodes(_ facet: WrittenFacet) -> [[String]] {
    var codes = [[String]](repeating: [], count: catalogue.practices.count)
    for value in facet.values {
      for practice in value.practices { codes[practice].append(value.text) }
    }
    return codes
  }
}

extension SiteModel {
  /// The keyword that a value is, as an index of `Catalogue.keywords`.
  fileprivate func keyword(of value: WrittenFacet.Value) -> Int? {
    value.practices.first.flatMap { practice in
      catalogue.keywordsByPractice[practice].first { catalogue.keywords[$0].word == value.text }
    }
  }
}

extension LocalSite {
  /// The name of a facet over its choices.
  func name(of facet: WrittenFacet) -> String {
    switch facet.kind {
    case .audience: words[.facetAudience]
    case .keyword: words[.facetKeyword]
    case .year: words[.facetYear]
    }
  }

  /// The page of a value: a keyword's is its place in the index.
  func url(of value: WrittenFacet.Value, _ kind: WrittenFacet.Kind) -> SafeURL {
    switch kind {
    case .audience: model.url(path(.audiences) + value.slug + "/")
    case .keyword: model.keyword(of: value).map(keywordURL) ?? url(.keywords)
    case .year: model.url(path(.years) + value.slug + "/")
    }
  }

  /// A language to mark a text with; empty when it is the page's own.
  func mark(_ other: Language?) -> String { other == nil || other == language ? "" : other?.rawValue ?? "" }
}

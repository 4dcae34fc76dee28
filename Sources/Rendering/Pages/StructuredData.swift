import Cataloguing
import Diagnosing
import Templating

extension LocalSite {
  /// A practice as schema.org's `Article`, with its place on the site.
  ///
  /// - Parameter address: the whole one of the practice's page.
  func structuredData(_ practice: Practice, at address: String) -> JSONValue {
    let common = practiceData.value { CommonPracticeData(self) }
    let article: JSONValue = [
      "@type": "Article", "@id": .string(address), "url": .string(address), "headline": .string(practice.title),
      "description": .string(practice.summary), "inLanguage": .string(practice.language.rawValue),
      "dateCreated": .string(practice.created.iso), "datePublished": .string(practice.created.iso),
      "dateModified": .string(practice.modified.iso), "publisher": common.publisher,
      "author": ["@type": "Organization", "name": .string(practice.place)],
      "spatialCoverage": .array(practice.regions.map { common.places[$0] }),
      "funder": .array(practice.funders.map { common.funders[$0] }),
      "license": common.licence,
    ]
    let crumbs: JSONValue = [
      "@type": "BreadcrumbList",
      "itemListElement": .array(common.crumbs + [.crumb(3, practice.title)]),
    ]
    return ["@context": "https://schema.org", "@graph": [article, crumbs]]
  }

  /// The site as schema.org's `WebSite`, with its search where it has one.
  func siteData() -> JSONValue {
    var members: [JSONValue.Member] = [
      ("@context", "https://schema.org"), ("@type", "WebSite"),
      ("name", .string(name(model.configuration.name))),
      ("description", .string(name(model.configuration.description))),
      ("url", .string(model.absolute(path(.home)))), ("inLanguage", .string(language.rawValue)),
    ]
    if model.hasSearch {
      let action: JSONValue = [
        "@type": "SearchAction", "target": .string(model.absolute(path(.practices)) + "?q={search_term_string}"),
        "query-input": "required name=search_term_string",
      ]
      members.append(("potentialAction", action))
    }
    return .object(members)
  }
}

/// What the data of every practice in one language has in common.
struct CommonPracticeData: Sendable {
  let publisher: JSONValue
  let licence: JSONValue
  /// By the term's index.
  let places: [JSONValue]
  let funders: [JSONValue]
  /// The way to the list of practices.
  let crumbs: [JSONValue]

  init(_ site: LocalSite) {
    let model = site.model
    let organization: JSONValue = [
      "@type": "Organization", "name": .string(site.name(model.configuration.publisher.name)),
    ]
    publisher = organization.written
    licence = JSONValue.string(model.configuration.licence.map { site.name($0.address) } ?? "").written
    func named(_ terms: [Vocabulary.Term]?, as type: JSONValue) -> [JSONValue] {
      (terms ?? []).map { term in
        let named: JSONValue = ["@type": type, "name": .string(term.names[site.language])]
        return named.written
      }
    }
    places = named(model.schema.regionVocabulary?.terms, as: "Place")
    funders = named(model.schema.funderVocabulary?.terms, as: "Organization")
    crumbs = [
      JSONValue.crumb(1, site.words[.homeTitle], model.absolute(site.path(.home))),
      .crumb(2, site.words[.practicesTitle], model.absolute(site.path(.practices))),
    ].map(\.written)
  }
}

extension JSONValue {
  /// - Parameter address: nil for the page itself, the last of the way.
  fileprivate static func crumb(_ position: Int, _ name: String, _ address: String? = nil) -> JSONValue {
    .object(
      [("@type", "ListItem"), ("position", .integer(position)), ("name", .string(name))]
        + (address.map { [("item", .string($0))] } ?? []))
  }
}

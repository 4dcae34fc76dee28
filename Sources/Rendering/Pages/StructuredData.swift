import Cataloguing
import Diagnosing
import Templating

extension LocalSite {
  /// A practice as schema.org's `Article`, with its place on the site.
  ///
  /// - Parameter path: the practice's own.
  func structuredData(_ practice: Practice, at path: String) -> JSONValue {
    let address = model.absolute(path)
    let common = practiceData.value { CommonPracticeData(self) }
    let article: JSONValue = [
      "@type": "Article", "@id": .string(address), "url": .string(address), "headline": .string(practice.title),
      "description": .string(practice.summary), "inLanguage": .string(practice.language.rawValue),
      "dateCreated": .string(practice.created.iso), "datePublished": .string(practice.created.iso),
      "dateModified": .string(practice.modified.iso), "publisher": common.publisher,
      "author": ["@type": "Organization", "name": .string(practice.place)],
      "spatialCoverage": .array(practice.regions.map { ["@type": "Place", "name": .string(names([$0], .regions))] }),
      "funder": .array(practice.funders.map { ["@type": "Organization", "name": .string(names([$0], .funders))] }),
      "license": common.licence,
    ]
    let crumbs: JSONValue = [
      "@type": "BreadcrumbList",
      "itemListElement": .array(common.crumbs + [.crumb(3, practice.title, address)]),
    ]
    return ["@context": "https://schema.org", "@graph": [article, crumbs]]
  }

  /// The site as schema.org's `WebSite`, with its search where it has one.
  func siteData() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("@context", "https://schema.org"), .init("@type", "WebSite"),
      .init("name", .string(name(model.configuration.name))),
      .init("description", .string(name(model.configuration.description))),
      .init("url", .string(model.absolute(path(.home)))), .init("inLanguage", .string(language.rawValue)),
    ]
    if model.hasSearch {
      let action: JSONValue = [
        "@type": "SearchAction", "target": .string(model.absolute(path(.practices)) + "?q={search_term_string}"),
        "query-input": "required name=search_term_string",
      ]
      members.append(.init("potentialAction", action))
    }
    return .object(members)
  }
}

/// What the data of every practice in one language has in common.
struct CommonPracticeData: Sendable {
  let publisher: JSONValue
  let licence: JSONValue
  /// The way to the list of practices.
  let crumbs: [JSONValue]

  init(_ site: LocalSite) {
    let model = site.model
    publisher = ["@type": "Organization", "name": .string(site.name(model.configuration.publisher.name))]
    licence = .string(model.configuration.licence.map { site.name($0.address) } ?? "")
    crumbs = [
      .crumb(1, site.words[.homeTitle], model.absolute(site.path(.home))),
      .crumb(2, site.words[.practicesTitle], model.absolute(site.path(.practices))),
    ]
  }
}

extension JSONValue {
  fileprivate static func crumb(_ position: Int, _ name: String, _ address: String) -> JSONValue {
    ["@type": "ListItem", "position": .integer(position), "name": .string(name), "item": .string(address)]
  }
}

import Cataloguing
import Diagnosing
import Templating

/// `/data/catalogue.jsonld`: the open data described for portals of open data, by DCAT-AP 3.
///
/// One catalogue with one data set, whose distributions are the JSON, the CSV and a feed in each language.
/// Codes of languages, places, formats and so on are those of the EU Publications Office's authority tables.
struct DataCatalogue: Sendable {
  let model: SiteModel

  private var configuration: SiteConfiguration { model.configuration }

  var value: JSONValue {
    var members: [JSONValue.Member] = [
      ("@context", DataCatalogue.context), ("@id", .string(address("catalogue.jsonld"))),
      ("@type", "dcat:Catalog"),
    ]
    members += described
    members += [
      ("homepage", .string(model.absolute(SiteAddresses.path(.home, configuration.defaultLanguage)))),
      ("dataset", [dataset]),
    ]
    return .object(members)
  }

  private var dataset: JSONValue {
    let practices = model.catalogue.practices
    var members: [JSONValue.Member] = [
      ("@id", .string(address("catalogue.jsonld") + "#practices")), ("@type", "dcat:Dataset"),
      ("identifier", .string(address("practices.json"))),
    ]
    members += described
    members.append(
      ("landingPage", .array(model.languages.map { .string(model.absolute(SiteAddresses.path(.data, $0))) })))
    if !configuration.publisher.email.isEmpty {
      members.append(
        (
          "contactPoint",
          [
            "@type": "vcard:Kind", "fn": text(configuration.publisher.name),
            "hasEmail": .string("mailto:\(configuration.publisher.email)"),
          ]
        ))
    }
    members += [
      ("theme", [.string(DataCatalogue.authority("data-theme", "GOVE"))]),
      ("frequency", .string(DataCatalogue.authority("frequency", "IRREG"))),
    ]
    if let first = practices.map(\.created).min(), let last = practices.map(\.modified).max() {
      members.append(
        (
          "temporal",
          ["@type": "dct:PeriodOfTime", "startDate": .string(first.iso), "endDate": .string(max(first, last).iso)]
        ))
    }
    members.append(("distribution", .array(distributions)))
    return .object(members)
  }

  /// What the catalogue and its one data set say alike.
  private var described: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      ("title", text(configuration.name)), ("description", text(configuration.description)),
      (
        "publisher",
        [
          "@id": .string(model.absolute("/") + "#publisher"), "@type": "foaf:Agent",
          "name": text(configuration.publisher.name),
        ]
      ),
      ("language", .array(model.languages.map { .string(DataCatalogue.address(of: $0)) })),
      ("spatial", [.string(DataCatalogue.authority("country", "FIN"))]),
    ]
    if let licence { members.append(("license", licence)) }
    if let modified = model.catalogue.practices.map(\.modified).max() {
      members.append(("modified", .string(modified.iso)))
    }
    return members
  }

  private var distributions: [JSONValue] {
    let data = configuration.name
    let files = [
      distribution(
        address("practices.json"), Localized(fi: "\(data.fi) (JSON)", sv: "\(data.sv) (JSON)", en: "\(data.en) (JSON)"),
        "JSON", "application/json"),
      distribution(
        address("practices.csv"), Localized(fi: "\(data.fi) (CSV)", sv: "\(data.sv) (CSV)", en: "\(data.en) (CSV)"),
        "CSV", "text/csv"),
    ]
    return files
      + model.languages.compactMap { language in
        guard let words = model.theme.words[language] else { return nil }
        let title = words[.feedTitle, ["site": data[language]]]
        let feed = model.absolute(SiteAddresses.path(.home, language) + "atom.xml")
        return .object(
          [("title", .object([(language.rawValue, .string(title))]))]
            + file(feed, "ATOM", "application/atom+xml")
            + [("language", .string(DataCatalogue.address(of: language)))])
      }
  }

  private func distribution(_ url: String, _ title: Localized, _ format: String, _ media: String) -> JSONValue {
    .object([("title", text(title))] + file(url, format, media))
  }

  private func file(_ url: String, _ format: String, _ media: String) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      ("@id", .string(url + "#distribution")), ("@type", "dcat:Distribution"),
      ("accessURL", .string(url)),
      ("downloadURL", .string(url)), ("format", .string(DataCatalogue.authority("file-type", format))),
      ("mediaType", .string("https://www.iana.org/assignments/media-types/\(media)")),
      ("availability", .string(DataCatalogue.authority("planned-availability", "STABLE"))),
    ]
    if let licence { members.append(("license", licence)) }
    return members
  }

  private var licence: JSONValue? {
    guard let licence = configuration.licence else { return nil }
    return [
      "@id": .string(DataCatalogue.legalCode(licence.address.en)), "@type": "dct:LicenseDocument",
      "title": text(licence.name), "identifier": .string(licence.code),
    ]
  }

  /// The licence itself rather than its summary in one language: `…/by/4.0/` of `…/by/4.0/deed.en`.
  private static func legalCode(_ address: String) -> String {
    guard let slash = address.lastIndex(of: "/"), address[slash...].hasPrefix("/deed") else { return address }
    return String(address[...slash])
  }

  // MARK: Terms

  private func address(_ file: String) -> String { model.absolute("/data/\(file)") }

  /// A text in the site's languages, as a language map.
  private func text(_ text: Localized) -> JSONValue {
    .object(model.languages.map { ($0.rawValue, .string(text[$0])) })
  }

  private static func authority(_ table: String, _ code: String) -> String {
    "http://publications.europa.eu/resource/authority/\(table)/\(code)"
  }

  private static func address(of language: Language) -> String {
    let code =
      switch language {
      case .fi: "FIN"
      case .sv: "SWE"
      case .en: "ENG"
      }
    return authority("language", code)
  }

  /// What each short name stands for, so that no other file is needed to read this one.
  private static let context: JSONValue = {
    func link(_ term: String) -> JSONValue { ["@id": .string(term), "@type": "@id"] }
    func texts(_ term: String) -> JSONValue { ["@id": .string(term), "@container": "@language"] }
    func date(_ term: String) -> JSONValue { ["@id": .string(term), "@type": "xsd:date"] }
    return [
      "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
      "vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
      "title": texts("dct:title"), "description": texts("dct:description"), "name": texts("foaf:name"),
      "fn": texts("vcard:fn"), "hasEmail": link("vcard:hasEmail"), "identifier": "dct:identifier",
      "publisher": link("dct:publisher"), "license": link("dct:license"), "language": link("dct:language"),
      "spatial": link("dct:spatial"), "temporal": link("dct:temporal"), "modified": date("dct:modified"),
      "startDate": date("dcat:startDate"), "endDate": date("dcat:endDate"), "homepage": link("foaf:homepage"),
      "dataset": link("dcat:dataset"), "landingPage": link("dcat:landingPage"),
      "contactPoint": link("dcat:contactPoint"), "theme": link("dcat:theme"),
      "frequency": link("dct:accrualPeriodicity"), "distribution": link("dcat:distribution"),
      "accessURL": link("dcat:accessURL"), "downloadURL": link("dcat:downloadURL"), "format": link("dct:format"),
      "mediaType": link("dcat:mediaType"), "availability": link("http://data.europa.eu/r5r/availability"),
    ]
  }()
}

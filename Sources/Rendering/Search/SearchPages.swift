import Cataloguing
import Diagnosing
import Reading
import Searching

extension SiteModel {
  /// What the search knows of each practice.
  func searchDocuments() -> [SearchDocument] {
    let written = writtenFacets.filter(\.isChoice).map { (name: $0.kind.rawValue, codes: writtenCodes($0)) }
    let (ranks, codes) = (order.name, VocabularyCodes(schema))
    return Parallel.map(Array(catalogue.practices.indices), chunk: 256) { index in
      let facets = written.map { SearchFacet($0.name, $0.codes[index]) }
      return document(catalogue.practices[index], nameRank: ranks[index], facets, codes)
    }
  }

  /// The codes of the vocabularies by number, taken out once: a term has much beside its code.
  private struct VocabularyCodes {
    let regions, funders, stages: [String]

    init(_ schema: Schema) {
      func codes(_ vocabulary: Vocabulary?) -> [String] { vocabulary?.terms.map(\.code) ?? [] }
      regions = codes(schema.regionVocabulary)
      funders = codes(schema.funderVocabulary)
      stages = codes(schema.stageVocabulary)
    }
  }

  private func document(
    _ practice: Practice, nameRank: Int, _ written: [SearchFacet], _ codes: VocabularyCodes
  ) -> SearchDocument {
    let source = practice.source
    let (regions, funders) = (practice.regions.map { codes.regions[$0] }, practice.funders.map { codes.funders[$0] })
    let stage = codes.stages.isEmpty ? "" : codes.stages[practice.stage]
    let modified = practice.modified.iso
    return SearchDocument(
      slug: practice.slug, language: practice.language, title: practice.title, summary: practice.summary,
      keywords: RoleValues(source, schema).texts(.keywords),
      body: SectionText.lines(of: source), fingerprint: inputs?.texts[source.path] ?? 0,
      facets: [SearchFacet("region", regions), SearchFacet("funder", funders), SearchFacet("stage", [stage])] + written,
      orders: [SearchOrder("modified", modified), SearchOrder("name", SiteModel.rankCode(nameRank))],
      stored: [
        SearchField("stage", stage), SearchField("regions", regions), SearchField("funders", funders),
        SearchField("modified", modified),
      ])
  }

  /// The codes that a practice of each region is found under: those of all that hold it; a national one is under every region.
  private func regionHolders() -> [String: [String]] {
    guard let vocabulary = schema.regionVocabulary, let containment = schema.containment else { return [:] }
    let all = vocabulary.terms.map(\.code)
    let holders = vocabulary.terms.indices.map { index in
      (all[index], vocabulary.terms[index].level == "maa" ? all : containment.holders[index].map { all[$0] })
    }
    return Dictionary(holders) { first, _ in first }
  }

  /// A number whose text sorts as the number does.
  private static func rankCode(_ rank: Int) -> String {
    let digits = String(rank, radix: 36)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The files of the search, below `/search/`, made with what earlier builds remember of words.
  public func searchPages(memory: inout SearchMemory) throws(EnvironmentFailure) -> [Page] {
    do {
      let module = String(theme.assets.path) + "/search.js"
      let folders = Language.allCases.map { ($0, SiteAddresses.path(.practices, $0)) }
      let index = try SearchIndex(
        searchDocuments(), module: module, folders: Dictionary(uniqueKeysWithValues: folders),
        widening: ["region": regionHolders()], folded: Set(WrittenFacet.Kind.allCases.map(\.rawValue)),
        inOrderOf: ["region", "funder"], fingerprint: inputs?.site, memory: &memory)
      return index.files.map { file in
        Page(path: "search/" + file.path, fingerprint: inputs?.fingerprint(of: file.fingerprint), bytes: file.bytes)
      } + openSearch() + otherNames()
    } catch {
      throw EnvironmentFailure(error.message)
    }
  }

  /// The names of the regions and funders that no practice has, by facet and code, for addresses that ask for them:
  /// `{"region hva-06": "Kanta-Hämeen hyvinvointialue"}`, one file in each language.
  private func otherNames() -> [Page] {
    let vocabularies = [("region", SiteAddresses.Kind.regions), ("funder", .funders)]
    return languages.compactMap { LocalSite(self, $0) }.map { site in
      sitePage("search/names-\(site.language.rawValue).json") {
        var json = JSONWriter()
        json.object { json in
          for (facet, kind) in vocabularies {
            for (index, term) in (site.vocabulary(kind)?.terms ?? []).enumerated() where !self.hasPage(kind, index) {
              json.member("\(facet) \(term.code)", term.names[site.language])
            }
          }
        }
        return json.bytes
      }
    }
  }

  /// A description of the search for browsers (OpenSearch 1.1), one in each language.
  private func openSearch() -> [Page] {
    languages.compactMap { LocalSite(self, $0) }.map { site in
      sitePage("opensearch-\(site.language.rawValue).xml") {
        var out = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
        out += Array("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>".utf8)
        out += String(site.name(self.configuration.name).prefix(16)).escapedHTML
        out += Array("</ShortName>\n<Description>".utf8) + site.name(self.configuration.tagline).escapedHTML
        out += Array("</Description>\n<InputEncoding>UTF-8</InputEncoding>\n".utf8)
        out += Array("<Url type=\"text/html\" template=\"".utf8) + self.absolute(site.path(.practices)).escapedHTML
        return out + Array("?q={searchTerms}\"/>\n</OpenSearchDescription>\n".utf8)
      }
    }
  }
}

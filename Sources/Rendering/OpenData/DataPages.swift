import Cataloguing
import Diagnosing
import Templating

extension SiteModel {
  /// The open data of the whole catalogue.
  func dataPages() -> [Page] {
    [
      sitePage("data/practices.json") {
        JSONValue.bytes(ofArray: self.catalogue.practices.lazy.map { PracticeData($0, in: self).value })
      },
      sitePage("data/practices.csv") { PracticeTable.bytes(self) },
      sitePage("data/catalogue.jsonld") { DataCatalogue(model: self).value.bytes },
      sitePage("data/schema/practice.json") {
        FrontMatterSchema(schema: self.schema, address: self.absolute("/data/schema/practice.json")).value.bytes
      },
    ]
  }
}

extension LocalSite {
  /// The data beside one practice's page, in the formats that `content/site.yaml` asks for.
  func practiceFiles(_ index: Int) -> [Page] {
    let practice = model.catalogue.practices[index]
    let folder = String(practice.path.dropFirst())
    let site = self
    let fingerprint = model.inputs?.fingerprint(of: practice)
    var pages: [Page] = []
    if model.configuration.formats.contains(.json) {
      pages.append(
        Page(path: folder + "index.json", fingerprint: fingerprint) {
          PracticeData(practice, in: site.model).valueWithSections(site).bytes
        })
    }
    if model.configuration.formats.contains(.markdown) {
      pages.append(Page(path: folder + "index.md", fingerprint: fingerprint) { practice.source.file.bytes })
    }
    return pages
  }
}

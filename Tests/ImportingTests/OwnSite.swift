import Cataloguing
import Diagnosing
import Foundation
import Importing
import Reading

/// The site's own template, vocabularies and practices, and pages that are imported into it.
enum OwnSite {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func file(_ path: String) -> SourceFile {
    let data = (try? Data(contentsOf: root.appending(path: path))) ?? Data()
    return SourceFile(path: path, bytes: Array(data))
  }

  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())) ?? []).sorted()
  }

  static let schema: Schema = {
    let vocabularies = ["funders", "publication", "regions", "stages"].compactMap {
      VocabularyReader.read(file("content/vocabularies/\($0).yaml")).0
    }
    let (template, faults) = TemplateReader.read(
      file("content/template.yaml"), vocabularies: Vocabularies(vocabularies))
    guard let template, faults.isEmpty else { fatalError("content/template.yaml has faults: \(faults)") }
    return Schema(template: template, vocabularies: Vocabularies(vocabularies), defaultLanguage: .fi)
  }()

  static let practices = names(in: "content/practices").filter { $0.hasSuffix(".md") }
    .map { file("content/practices/\($0)") }
}

/// A page as it came into the catalogue.
struct Imported {
  let entry: ImportedEntry?
  /// What the import could not do, as `line:column rule`.
  let findings: [String]

  init(_ page: String, path: String = "sivu.txt") {
    self.init(bytes: Array(page.utf8), path: path)
  }

  init(bytes: [UInt8], path: String = "sivu.txt") {
    let (entry, found) = ImportedEntry.read(path: path, bytes: bytes, schema: OwnSite.schema)
    self.entry = entry
    findings = found.map { "\($0.position) \($0.rule)" }
  }

  var text: String { entry?.text ?? "" }

  /// The entry held against the template.
  var matched: MatchedEntry { Imported.matched(text) }

  static func matched(_ text: String) -> MatchedEntry {
    let file = SourceFile(path: "content/practices/tuotu.md", text: text)
    return EntryMatcher.match(Entry.read(file), schema: OwnSite.schema)
  }

  /// The values of the front matter, by their keys.
  var fields: [String: String] {
    Dictionary(uniqueKeysWithValues: matched.entry.fields.map { ($0.key, Imported.words($0.value)) })
  }

  private static func words(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text): text
    case .sequence(let nodes): nodes.map(words).joined(separator: " | ")
    case .mapping(let pairs): pairs.map { "\($0.key)=\(words($0.value))" }.joined(separator: " ")
    }
  }

  /// The Markdown under a section's heading.
  func section(_ heading: String) -> String? {
    guard let start = text.range(of: "## \(heading)\n\n")?.upperBound else { return nil }
    let rest = text[start...]
    let end = rest.range(of: "\n\n## ")?.lowerBound ?? rest.range(of: "\n\n<!--")?.lowerBound ?? rest.endIndex
    return String(rest[..<end]).trimmingCharacters(in: .newlines)
  }

  /// The comment at the end, without its marks.
  var comment: String {
    guard let start = text.range(of: "<!--\nTuonnissa jäi sijoittamatta:\n\n")?.upperBound else { return "" }
    return String(text[start...].dropLast("\n-->\n".count))
  }

  /// What `check` finds in the new entry alone.
  var checked: [String] {
    Rulebook.findings(in: matched, schema: OwnSite.schema).map { "\($0.severity) \($0.rule)" }
  }

  /// The page again, as an export gives it.
  var exported: String { Imported.exported(matched) }

  static func exported(_ entry: MatchedEntry) -> String {
    PlatformText(entry, schema: OwnSite.schema) { address in
      address.contains(":") ? address : nil
    }.text
  }
}

/// A page's text with everything that is asked of a model, to which a test adds what it is about.
enum Sample {
  static let summary =
    "Koulun aikuiset puuttuvat poissaoloihin yhdessä sovituin askelin. Jokaisella askeleella on selvä tuntiraja, "
    + "tehtävät ja vastuuhenkilö, ja huoltajat ovat mukana."

  static func page(
    title: String = "Läsnäolon malli", basics: String = "", idea: String = "Malli etenee askelin.", end: String = ""
  ) -> String {
    """
    Toimintamallin nimi
    \(title)
    Toimintamallin lyhyt kuvaus
    \(summary)
    Toteutuspaikka
    Esimerkkilän koulut
    Paikkakunta, maakunta tai hyvinvointialue
    Lempäälä
    Toimintamallin rahoittaja
    Kunta
    \(basics)
    Luotu
    1.8.2025
    Viimeksi muokattu
    15.1.2026
    Ratkaisun perusidea

    \(idea)

    \(end)
    """
  }

  /// The same as a saved page, each part in an element of its own.
  static func html(idea: String, before: String = "", between: String = "", after: String = "") -> String {
    func field(_ label: String, _ value: String) -> String {
      "<div class=\"field\"><div class=\"field__label\">\(label)</div><div class=\"field__item\">\(value)</div></div>\n"
    }
    return "<!DOCTYPE html><html><body>\(before)<main><article>"
      + field("Toimintamallin nimi", "Läsnäolon malli") + field("Toimintamallin lyhyt kuvaus", "<p>\(summary)</p>")
      + field("Toteutuspaikka", "Esimerkkilän koulut")
      + field("Paikkakunta, maakunta tai hyvinvointialue", "Lempäälä") + field("Toimintamallin rahoittaja", "Kunta")
      + field("Luotu", "1.8.2025") + field("Viimeksi muokattu", "15.1.2026") + between
      + field("Ratkaisun perusidea", idea) + "</article></main>\(after)</body></html>"
  }
}

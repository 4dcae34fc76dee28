import Diagnosing
import Reading

/// Reads one file of `content/vocabularies/`.
public enum VocabularyReader {
  public static func read(_ file: SourceFile) -> (Vocabulary?, [Diagnostic]) {
    var settings = Settings(file)
    guard let root = settings.root() else { return (nil, settings.faults) }
    settings.allow(["name", "source", "levels", "values"], in: root)
    let name = settings.requiredLocalized("name", in: root)
    let levels = settings.maps("levels", in: root).map { level in
      settings.allow(["id", "names"], in: level)
      return Vocabulary.Level(
        id: settings.requiredText("id", in: level), names: settings.requiredLocalized("names", in: level))
    }
    if root["values"] == nil { settings.missing("values", in: root) }
    let values = settings.maps("values", in: root)
    let terms = values.map { term($0, &settings) }
    reportSharedNames(terms, values, &settings)
    if settings.faults.isEmpty {
      for fault in SettingsAddress.faults(of: terms, values, in: file) { settings.add(fault) }
    }
    let fileName = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let id = fileName.split(separator: ".").first.map(String.init) ?? fileName
    return (Vocabulary(id: id, name: name, levels: levels, terms: terms), settings.faults)
  }

  private static func term(_ node: YAMLNode, _ settings: inout Settings) -> Vocabulary.Term {
    settings.allow(
      [
        "code", "names", "other_names", "short", "kind", "description", "provenance", "maakunta", "hva", "inflected",
        "ambiguous",
      ], in: node)
    return Vocabulary.Term(
      code: settings.requiredName("code", in: node), names: settings.requiredLocalized("names", in: node),
      otherNames: settings.texts("other_names", in: node), short: settings.text("short", in: node),
      kind: settings.text("kind", in: node), description: settings.localized("description", in: node),
      maakunta: settings.text("maakunta", in: node), hva: settings.text("hva", in: node),
      inflected: settings.texts("inflected", in: node), ambiguous: settings.texts("ambiguous", in: node))
  }

  private static func reportSharedNames(
    _ terms: [Vocabulary.Term], _ nodes: [YAMLNode], _ settings: inout Settings
  ) {
    var owners: [String: Int] = [:]
    for (index, term) in terms.enumerated() {
      for name in Set(([term.code] + term.names.all + term.otherNames).map(NameKey.of)).sorted() {
        guard let owner = owners[name] else {
          owners[name] = index
          continue
        }
        if owner == index { continue }
        settings.wrong(
          nodes[index],
          Localized(
            fi: "Nimi ”\(name)” on jo arvolla \(terms[owner].code)",
            sv: "Namnet ”\(name)” tillhör redan värdet \(terms[owner].code)",
            en: "The name “\(name)” belongs to \(terms[owner].code) already"))
      }
    }
  }
}

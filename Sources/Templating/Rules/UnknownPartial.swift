import Diagnosing

/// A partial or parent is a file of the theme.
enum UnknownPartial {
  static let rule = Rule(
    "template-unknown-partial", .error,
    title: Localized(
      fi: "Osapohja ja pohja ovat teeman tiedostoja",
      sv: "En delmall och en grund är filer i temat",
      en: "A partial and a parent are files of the theme"),
    explanation: Localized(
      fi:
        "{{>nimi}} ja {{<nimi}} tarkoittavat tiedostoa nimi.mustache teeman kansiossa templates. Alikansio "
        + "kuuluu nimeen: {{>partials/card}}.",
      sv:
        "{{>namn}} och {{<namn}} avser filen namn.mustache i temats mapp templates. En undermapp hör till "
        + "namnet: {{>partials/card}}.",
      en:
        "{{>name}} and {{<name}} stand for the file name.mustache in the folder templates of the theme. A "
        + "folder in it is part of the name: {{>partials/card}}."))

  static func found(_ name: TagName, among names: [String], in file: SourceFile) -> Diagnostic {
    let suggestions = NearestName.suggestions(for: name.text, among: names)
    return Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "Teemassa ei ole tiedostoa ”\(name.text).mustache”", sv: "Temat har ingen fil ”\(name.text).mustache”",
        en: "The theme has no file ”\(name.text).mustache”"),
      fix: suggestions.first.map { Fix(replacing: name.range, with: $0) })
  }

  /// A template that the program itself asks for.
  static func missingPage(_ name: String, at path: String) -> Diagnostic {
    Diagnostic(
      rule, in: SourceFile(path: path, bytes: []), at: 0..<0,
      Localized(
        fi: "Teemasta puuttuu sivupohja ”\(name)”", sv: "Temat saknar sidmallen ”\(name)”",
        en: "The theme lacks the template ”\(name)”"))
  }
}

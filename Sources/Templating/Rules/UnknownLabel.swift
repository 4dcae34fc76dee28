import Diagnosing

/// A label is one that the language has.
enum UnknownLabel {
  static let rule = Rule(
    "template-unknown-label", .error,
    title: Localized(
      fi: "Sivupohja käyttää vain sanoja, jotka teemassa on",
      sv: "En sidmall använder bara ord som temat har",
      en: "A template uses only words that the theme has"),
    explanation: Localized(
      fi: "{{labels.nimi}} hakee sanan teeman kielitiedostosta. Sana tarvitaan jokaisella sivuston kielellä.",
      sv: "{{labels.namn}} hämtar ett ord ur temats språkfil. Ordet behövs på varje språk som webbplatsen har.",
      en:
        "{{labels.name}} takes a word from the theme's file of words. The word is needed in every language of "
        + "the site."))

  static func found(_ name: TagName, in file: SourceFile, _ labels: Labels) -> Diagnostic {
    let label = String(name.text.dropFirst(TagName.labelPrefix.count))
    let suggestions = NearestName.suggestions(for: label, among: labels.all.map(\.name))
    let language = labels.language.rawValue
    return Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "Teemassa ei ole sanaa ”\(label)” kielellä \(language)",
        sv: "Temat har inget ord ”\(label)” på språket \(language)",
        en: "The theme has no word ”\(label)” in the language \(language)"),
      fix: suggestions.first.map { Fix(replacing: name.range, with: TagName.labelPrefix + $0) })
  }
}

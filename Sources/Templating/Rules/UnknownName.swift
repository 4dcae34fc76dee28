import Diagnosing

/// A name is one that the view offers.
enum UnknownName {
  static let rule = Rule(
    "template-unknown-name", .error,
    title: Localized(
      fi: "Sivupohja käyttää vain nimiä, jotka sivulla on",
      sv: "En sidmall använder bara namn som sidan har",
      en: "A template uses only names that its page has"),
    explanation: Localized(
      fi:
        "Väärin kirjoitettu nimi jättäisi sivulle aukon kenenkään huomaamatta. Nimeä haetaan sisimmästä "
        + "osiosta ulospäin. Sivupohjan sanat löytyvät nimellä labels.",
      sv:
        "Ett felstavat namn skulle lämna en lucka på sidan utan att någon märker det. Namnet söks från den "
        + "innersta sektionen och utåt. Mallens egna ord finns under labels.",
      en:
        "A misspelt name would leave a gap in the page that nobody notices. A name is looked for from the "
        + "innermost section outward. The words of the theme are found under labels."))

  static func found(_ name: TagName, _ failure: Scopes.Failure, in file: SourceFile) -> Diagnostic {
    switch failure {
    case .unknown(let part, let near):
      return unknown(part, of: name, near: near, in: file)
    case .notRecord(let part):
      return Diagnostic(
        rule, in: file, at: name.range,
        part == "."
          ? Localized(
            fi: "Nimellä ”.” ei ole tässä arvoa: se on tekstiluettelon kohta tai osion teksti",
            sv: "”.” har inget värde här: det är en post i en textlista eller sektionens text",
            en: "”.” has no value here: it is an item of a list of texts, or a section's text")
          : Localized(
            fi: "Arvolla ”\(part)” ei ole kenttiä", sv: "”\(part)” har inga fält", en: "”\(part)” has no fields"))
    }
  }

  private static func unknown(_ part: String, of name: TagName, near: [String], in file: SourceFile) -> Diagnostic {
    let suggestions = NearestName.suggestions(for: part, among: near)
    let known = near.joined(separator: ", ")
    let list = Localized(fi: "nimet tässä: \(known)", sv: "namn här: \(known)", en: "names here: \(known)")
    var fix: Fix?
    if let nearest = suggestions.first {
      let parts = name.text.split(separator: ".", omittingEmptySubsequences: false)
      let mended = parts.map { $0 == part ? Substring(nearest) : $0 }.joined(separator: ".")
      fix = Fix(replacing: name.range, with: mended)
    }
    return Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "Nimeä ”\(part)” ei ole tässä", sv: "Namnet ”\(part)” finns inte här",
        en: "There is no name ”\(part)” here"),
      notes: near.isEmpty ? [] : [list], fix: fix)
  }

  /// A name with `@` that is not the place of an item in its list.
  static func notPosition(_ name: TagName, in file: SourceFile) -> Diagnostic {
    unknown(name.text, of: name, near: ["@first", "@last"], in: file)
  }
}

import Diagnosing

/// A translation names the practice that it is a translation of.
enum UnknownTranslation: SiteRule {
  static let rule = Rule(
    "unknown-translation", .error,
    title: Localized(
      fi: "Käännöksen alkuperäinen malli on sivustolla", sv: "Översättningens ursprungliga modell finns på webbplatsen",
      en: "The original of a translation is on the site"),
    explanation: Localized(
      fi: "Kentässä on alkuperäisen mallin tiedoston nimi ilman loppua .md, esimerkiksi poissaolojen-porrasmalli. "
        + "Malli ei voi olla oma käännöksensä.",
      sv: "Fältet har namnet på den ursprungliga modellens fil utan slutet .md, till exempel poissaolojen-porrasmalli. "
        + "En modell kan inte vara en översättning av sig själv.",
      en: "The field holds the file name of the original model without its ending .md, for example "
        + "poissaolojen-porrasmalli. A model cannot be a translation of itself."),
    example: RuleExample(
      wrong: "kieli: fi\nkäännös mallista: puuttuva-malli",
      right: "kieli: fi"))

  static func check(_ site: MatchedSite) -> [Diagnostic] {
    guard let index = site.schema.template.field(.translationOf) else { return [] }
    let translations = site.entries.filter { $0.fields[index]?.value != nil }
    if translations.isEmpty { return [] }
    let slugs = Set(site.entries.map(\.slug))
    return translations.compactMap { entry in
      guard let field = entry.fields[index], case .text(let name)? = field.value else { return nil }
      let isSelf = name == entry.slug
      if slugs.contains(name), !isSelf { return nil }
      return diagnostic(name, isSelf, at: field.range, slugs, site.schema.template.fields[index], in: entry)
    }
  }

  private static func diagnostic(
    _ name: String, _ isSelf: Bool, at range: Range<Int>, _ slugs: Set<String>, _ field: FieldDefinition,
    in entry: MatchedEntry
  ) -> Diagnostic {
    let others = slugs.filter { $0 != entry.slug }.sorted()
    let plain = name.hasSuffix(".md") ? String(name.dropLast(3).split(separator: "/").last ?? "") : name
    let near = isSelf ? [] : others.contains(plain) ? [plain] : NearestName.suggestions(for: plain, among: others)
    var notes = [field.help]
    if near.count > 1 {
      let list = near.joined(separator: ", ")
      notes.append(Localized(fi: "Lähimmät: \(list)", sv: "Närmast: \(list)", en: "Nearest: \(list)"))
    }
    return Diagnostic(
      rule, in: entry.file, at: range,
      isSelf
        ? Localized(
          fi: "”\(field.labels.fi)”: malli ei voi olla oma käännöksensä",
          sv: "”\(field.labels.sv)”: en modell kan inte vara en översättning av sig själv",
          en: "“\(field.labels.en)”: a model cannot be a translation of itself")
        : Localized(
          fi: "”\(field.labels.fi)”: mallia ”\(name)” ei ole",
          sv: "”\(field.labels.sv)”: modellen ”\(name)” finns inte",
          en: "“\(field.labels.en)”: there is no model “\(name)”"),
      notes: notes, fix: near.first.map { Fix(replacing: range, with: $0) })
  }
}

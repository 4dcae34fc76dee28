import Diagnosing
import Reading

/// A page has a title and a summary, each once, and no other fields.
enum PageField: PageRule {
  static let rule = Rule(
    "page-field", .error,
    title: Localized(
      fi: "Sivulla on vain nimi ja lyhyt kuvaus, kumpikin kerran",
      sv: "En sida har bara namn och kort beskrivning, vardera en gång",
      en: "A page has only a title and a summary, each once"),
    explanation: Localized(
      fi: "Muut kentät kuuluvat malleihin, eivätkä ne näkyisi sivulla. Sivun kieli tulee tiedoston nimestä: "
        + "tietoa.sv.md on ruotsiksi.",
      sv: "Andra fält hör till modellerna och skulle inte synas på sidan. Sidans språk framgår av filens namn: "
        + "om.sv.md är på svenska.",
      en: "Other fields belong to models and would not show on the page. The page's language comes from the file's "
        + "name: about.sv.md is in Swedish."))

  static func check(_ page: ContentPage, _ template: NationalTemplate) -> [Diagnostic] {
    let allowed = [Role.title, .summary].compactMap { template.field($0) }
    var seen: Set<Int> = []
    return page.entry.fields.compactMap { pair in
      if let index = template.field(named: pair.key), allowed.contains(index) {
        return seen.insert(index).inserted ? nil : diagnostic(pair, in: page, isRepeated: true, near: nil)
      }
      let names = allowed.flatMap { template.fields[$0].keys.all }
      let near = NearestName.suggestions(for: NameKey.of(pair.key), among: names, limit: 1).first
      return diagnostic(pair, in: page, isRepeated: false, near: near)
    }
  }

  private static func diagnostic(_ pair: YAMLPair, in page: ContentPage, isRepeated: Bool, near: String?) -> Diagnostic
  {
    let message =
      isRepeated
      ? Localized(
        fi: "Kenttä ”\(pair.key)” on jo annettu", sv: "Fältet ”\(pair.key)” finns redan",
        en: "The field “\(pair.key)” is given already")
      : Localized(
        fi: "Sivulla ei ole kenttää ”\(pair.key)”", sv: "En sida har inget fält ”\(pair.key)”",
        en: "A page has no field “\(pair.key)”")
    return Diagnostic(
      rule, in: page.entry.file, at: pair.keyRange, message, notes: [rule.explanation],
      fix: near.map { Fix(replacing: pair.keyRange, with: $0) })
  }
}

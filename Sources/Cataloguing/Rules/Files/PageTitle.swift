import Diagnosing
import Reading

/// A page has a title.
enum PageTitle: PageRule {
  static let rule = Rule(
    "page-title", .error,
    title: Localized(fi: "Sivulla on nimi", sv: "En sida har en rubrik", en: "A page has a title"),
    explanation: Localized(
      fi: "Nimi on sivun pääotsikko ja näkyy selaimen välilehdessä. Lisää tiedoston alkuun rivi ”nimi: …”.",
      sv: "Namnet är sidans huvudrubrik och syns på webbläsarens flik. Lägg till raden ”namn: …” i filens början.",
      en: "The title is the page's main heading and shows on the browser's tab. Add a line “title: …” at the start."))

  static func check(_ page: ContentPage, _ template: NationalTemplate) -> [Diagnostic] {
    guard page.entry.hasReadableFields, page.title.utf8.allSatisfy({ $0 <= 0x20 }) else { return [] }
    let index = template.field(.title)
    let field = page.entry.fields.first { template.field(named: $0.key) == index }
    let message =
      field == nil
      ? Localized(fi: "Sivun nimi puuttuu", sv: "Sidans namn saknas", en: "The page's title is missing")
      : Localized(fi: "Sivun nimi on tyhjä", sv: "Sidans namn är tomt", en: "The page's title is empty")
    return [
      Diagnostic(
        rule, in: page.entry.file, at: field?.keyRange ?? page.opening, message, notes: [rule.explanation])
    ]
  }
}

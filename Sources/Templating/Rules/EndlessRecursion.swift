import Diagnosing

/// A partial that contains itself goes on to smaller parts.
enum EndlessRecursion {
  static let rule = Rule(
    "template-endless", .error,
    title: Localized(
      fi: "Osapohja, joka sisältää itsensä, etenee pienempään osaan",
      sv: "En delmall som innehåller sig själv går vidare till en mindre del",
      en: "A partial that contains itself goes on to a smaller part"),
    explanation: Localized(
      fi:
        "Kutsu on osiossa, joka käy läpi osapohjan oman näkymän luetteloa tai kenttää: "
        + "{{#children}}{{>tree}}{{/children}}. Muuten sivu ei koskaan valmistuisi.",
      sv:
        "Anropet står i en sektion över en lista eller ett fält i delmallens egen vy: "
        + "{{#children}}{{>tree}}{{/children}}. Annars skulle sidan aldrig bli klar.",
      en:
        "The call stands in a section on a list or a field of the partial's own view: "
        + "{{#children}}{{>tree}}{{/children}}. Otherwise the page would never be done."))

  static func found(_ name: TagName, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "”\(name.text)” sisältää itsensä loputtomasti", sv: "”\(name.text)” innehåller sig själv utan slut",
        en: "”\(name.text)” contains itself without end"))
  }
}

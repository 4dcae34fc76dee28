import Diagnosing
import Templating

/// What the script in the page is told: how new the site is, and what is wrong with it.
enum PreviewNews {
  static func bytes(version: Int, findings: [Diagnostic], language: Language) -> [UInt8] {
    let format = TextFormat(language: language)
    let errors = findings.filter { $0.severity == .error }
    let heading = Localized(
      fi: errors.count == 1 ? "Sisällössä on virhe" : "Sisällössä on \(errors.count) virhettä",
      sv: errors.count == 1 ? "Innehållet har ett fel" : "Innehållet har \(errors.count) fel",
      en: errors.count == 1 ? "The content has an error" : "The content has \(errors.count) errors")
    let note = Localized(
      fi: "Sivulla näkyy viimeisin virheetön versio.", sv: "Sidan visar den senaste felfria versionen.",
      en: "The page shows the last version without errors.")
    let news: JSONValue = [
      "version": .integer(version), "heading": .string(heading[language]), "note": .string(note[language]),
      "errors": .array(
        errors.prefix(50).map { error in
          [
            "place": .string("\(error.file.path):\(error.position)"), "rule": .string(error.rule),
            "text": .string(format.render(error)),
          ]
        }),
    ]
    return news.bytes
  }
}

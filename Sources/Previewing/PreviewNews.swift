import Diagnosing
import Templating

/// What the script in the page is told: how new the site is, what is wrong with it, and what is a draft.
enum PreviewNews {
  static func bytes(_ state: PreviewSite.State, language: Language) -> [UInt8] {
    let errors = state.findings.filter { $0.severity == .error }
    let news: JSONValue = [
      "version": .integer(state.version), "heading": .string(heading(errors.count, state.failure)[language]),
      "note": .string(note[language]), "hide": .string(hide[language]), "draft": .string(draft[language]),
      "drafts": .array(state.drafts.map { .string($0) }), "errors": .array(texts(state, errors, language)),
    ]
    return news.bytes
  }

  /// As many as one can read; each as `check` prints it.
  private static func texts(_ state: PreviewSite.State, _ errors: [Diagnostic], _ language: Language) -> [JSONValue] {
    let format = TextFormat(language: language)
    let told: [JSONValue] = errors.prefix(50).map { error in
      [
        "place": .string("\(error.file.path):\(error.position)"), "rule": .string(error.rule),
        "text": .string(format.render(error)),
      ]
    }
    guard let failure = state.failure else { return told }
    return [["place": "", "rule": "", "text": .string(failure[language])]] + told
  }

  private static func heading(_ count: Int, _ failure: Localized?) -> Localized {
    if failure != nil {
      return Localized(
        fi: "Sisältöä ei voi lukea", sv: "Innehållet går inte att läsa", en: "The content cannot be read")
    }
    return Localized(
      fi: count == 1 ? "Sisällössä on virhe" : "Sisällössä on \(count) virhettä",
      sv: count == 1 ? "Innehållet har ett fel" : "Innehållet har \(count) fel",
      en: count == 1 ? "The content has an error" : "The content has \(count) errors")
  }

  private static let note = Localized(
    fi: "Sivulla näkyy viimeisin virheetön versio.", sv: "Sidan visar den senaste felfria versionen.",
    en: "The page shows the last version without errors.")
  private static let hide = Localized(fi: "Näytä sivu", sv: "Visa sidan", en: "Show the page")
  private static let draft = Localized(
    fi: "Luonnos: näkyy vain esikatselussa", sv: "Utkast: visas bara i förhandsgranskningen",
    en: "Draft: shown in the preview only")
}

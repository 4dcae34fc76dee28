import Diagnosing

/// The configuration of a Git-based content management system whose form mirrors the template.
///
/// Decap CMS and Sveltia CMS read the same file, `config.yml`. There is one list of entries for each of the
/// site's languages: fields in the template's order under their labels, with its help as hints, vocabularies
/// as choices, and the sections as headings of the text.
///
/// The format is that of Decap CMS 3, <https://decapcms.org/docs/configuration-options/>.
public struct EntryForm: Sendable {
  private let schema: Schema
  private let languages: [Language]

  public init(schema: Schema, languages: [Language]) {
    self.schema = schema
    self.languages = languages
  }

  public var text: String { EntryForm.comment + configuration.text }

  private static let comment = """
    # Made from content/template.yaml by `mallisto export --cms`: change that, not this.
    # Below backend stand the repository and the branch that the form writes to. Set them to your own.

    """

  private var configuration: YAMLOutline {
    .map([
      ("backend", .map([("name", "github"), ("repo", "ORGANISATION/REPOSITORY"), ("branch", "main")])),
      ("publish_mode", "editorial_workflow"),
      ("locale", .string(schema.defaultLanguage.rawValue)),
      ("media_folder", "content/practices/kuvat"),
      ("slug", .map([("encoding", "ascii"), ("clean_accents", true), ("sanitize_replacement", "-")])),
      ("collections", .list(languages.map(collection))),
    ])
  }

  private func collection(_ language: Language) -> YAMLOutline {
    let title = schema.template.field(.title).map { schema.template.fields[$0].keys[language] } ?? "title"
    var members: [(String, YAMLOutline)] = [
      ("name", .string(EntryForm.name(language))), ("label", .string(EntryForm.label[language])),
      ("folder", "content/practices"), ("create", true), ("extension", "md"), ("format", "yaml-frontmatter"),
      ("identifier_field", .string(title)), ("summary", .string("{{\(title)}}")),
      // Pictures and attachments lie beside the entries, and are addressed from there.
      ("media_folder", "kuvat"), ("public_folder", "kuvat"),
    ]
    if language != schema.defaultLanguage, let key = key(of: .language, language) {
      members.append(("filter", .map([("field", .string(key)), ("value", .string(language.rawValue))])))
    }
    let fields = schema.template.fields.filter { $0.id != Role.language.id }
    let own = fields.map { widget($0, language, isOptional: $0.required != .always) }
    members.append(("fields", .list(own + languageField(language) + [body(language)])))
    return .map(members)
  }

  static func name(_ language: Language) -> String { "practices-\(language.rawValue)" }

  private static let label = Localized(
    fi: "Toimintamallit suomeksi", sv: "Verksamhetsmodeller på svenska", en: "Practice models in English")

  private func key(of role: Role, _ language: Language) -> String? {
    schema.template.field(role).map { schema.template.fields[$0].keys[language] }
  }

  /// An entry in another language than the site's says so, without being asked.
  private func languageField(_ language: Language) -> [YAMLOutline] {
    guard language != schema.defaultLanguage, let key = key(of: .language, language) else { return [] }
    return [.map([("name", .string(key)), ("widget", "hidden"), ("default", .string(language.rawValue))])]
  }

  // MARK: Fields

  private func widget(_ field: FieldDefinition, _ language: Language, isOptional: Bool) -> YAMLOutline {
    var members: [(String, YAMLOutline)] = [
      ("name", .string(field.keys[language])), ("label", .string(field.labels[language])),
    ]
    if !field.help[language].isEmpty { members.append(("hint", .string(field.help[language]))) }
    members.append(("required", .flag(!isOptional)))
    return .map(members + kind(of: field, language))
  }

  private func kind(of field: FieldDefinition, _ language: Language) -> [(String, YAMLOutline)] {
    switch field.type {
    case .text, .link, .language: return [("widget", "string")]
    case .paragraph: return [("widget", "text")]
    case .date:
      return [
        ("widget", "datetime"), ("format", .string(language == .en ? "YYYY-MM-DD" : "D.M.YYYY")),
        ("date_format", "D.M.YYYY"), ("time_format", false), ("default", "{{now}}"),
      ]
    case .url:
      return [("widget", "string"), ("pattern", .list([#"^(https?://|mailto:|tel:|/|[^:]+$)"#, "https://…"]))]
    case .amount: return [("widget", "string"), ("pattern", .list([#"^\d[\d   ,.]* ?(€|euroa)?$"#, "680 000 €"]))]
    case .percentage: return [("widget", "string"), ("pattern", .list([#"^\d{1,3}(,\d+)? ?%?$"#, "20 %"]))]
    case .period: return [("widget", "string"), ("pattern", .list([#"\d{4}"#, "1.1.2024–31.7.2025"]))]
    case .file: return [("widget", "file")]
    case .texts: return [("widget", "list")]
    case .practice:
      let title = key(of: .title, language) ?? "title"
      return [
        ("widget", "relation"), ("collection", .string(EntryForm.name(schema.defaultLanguage))),
        ("value_field", "{{slug}}"),
        ("search_fields", .list([.string(key(of: .title, schema.defaultLanguage) ?? title)])),
        ("display_fields", .list([.string(key(of: .title, schema.defaultLanguage) ?? title)])),
      ]
    case .terms(let vocabulary, let many): return choices(schema.vocabularies.all[vocabulary], many, field, language)
    // A group that is left empty asks for nothing; an item of a list is there because someone added it.
    case .record:
      let nested = field.fields.map { widget($0, language, isOptional: true) }
      return [("widget", "object"), ("collapsed", true), ("fields", .list(nested))]
    case .records:
      let nested = field.fields.map { widget($0, language, isOptional: $0.required != .always) }
      return [("widget", "list"), ("collapsed", true), ("fields", .list(nested))]
    }
  }

  private func choices(_ vocabulary: Vocabulary, _ many: Bool, _ field: FieldDefinition, _ language: Language)
    -> [(String, YAMLOutline)]
  {
    var members: [(String, YAMLOutline)] = [("widget", "select")]
    if many {
      members.append(("multiple", true))
      if field.required == .always { members.append(("min", 1)) }
    }
    return members + [("options", .list(vocabulary.terms.map { .string($0.names[language]) }))]
  }

  // MARK: The text

  /// The sections, as headings that stand ready in a new entry, and what belongs under each.
  private func body(_ language: Language) -> YAMLOutline {
    let sections = schema.template.sections
    let text = sections.map { "## \($0.labels[language])\n\n\n" }.joined()
    let hints = sections.map { section in
      "\(section.labels[language]) (\(when(section.required, language))): \(section.help[language])"
    }
    return .map([
      ("name", "body"), ("label", .string(EntryForm.bodyLabel[language])), ("widget", "markdown"),
      ("hint", .string((hints + [EntryForm.bodyHint[language]]).joined(separator: " "))), ("default", .string(text)),
    ])
  }

  private func when(_ requirement: Requirement, _ language: Language) -> String {
    switch requirement {
    case .always: Localized(fi: "pakollinen", sv: "obligatoriskt", en: "required")[language]
    case .never: Localized(fi: "vapaaehtoinen", sv: "frivilligt", en: "optional")[language]
    case .fromStage(let stage):
      Localized(fi: "vaiheesta", sv: "från skedet", en: "from stage")[language] + " "
        + (schema.stageVocabulary?.terms[stage].names[language] ?? "")
    }
  }

  private static let bodyLabel = Localized(fi: "Kuvaus", sv: "Beskrivning", en: "Description")
  private static let bodyHint = Localized(
    fi: "Poista otsikot, joita mallin vaihe ei vaadi ja joiden alle et kirjoita.",
    sv: "Ta bort de rubriker som skedet inte kräver och som du inte skriver något under.",
    en: "Delete the headings that the stage does not require and that you write nothing under.")
}

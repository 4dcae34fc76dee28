import Diagnosing

/// What a practice model's description holds: the national template, read from `content/template.yaml`.
///
/// The template is data. Mallisto itself knows only the roles in `Role`; every other field, section and
/// block is checked and shown by what is said of it here. A class for the same reason as `Entry`.
public final class NationalTemplate: Sendable {
  public let name: Localized
  public let groups: [FieldGroup]
  public let fields: [FieldDefinition]
  public let sections: [SectionDefinition]
  public let blocks: [BlockDefinition]
  /// The name of the vocabulary that holds the stages in order.
  public let stages: String

  private let fieldNames: NameIndex
  private let sectionNames: NameIndex
  private let blockNames: NameIndex
  /// By the role's number.
  private let roles: [Int?]

  init(
    name: Localized, groups: [FieldGroup], fields: [FieldDefinition], sections: [SectionDefinition],
    blocks: [BlockDefinition], stages: String
  ) {
    self.name = name
    self.groups = groups
    self.fields = fields
    self.sections = sections
    self.blocks = blocks
    self.stages = stages
    fieldNames = NameIndex(fields.map(\.allNames))
    sectionNames = NameIndex(sections.map(\.allNames))
    blockNames = NameIndex(blocks.map { $0.info.all })
    roles = Role.allCases.map { role in fields.firstIndex { $0.id == role.id } }
  }

  /// The index of the field that a key names, in any of its languages and names.
  public func field(named name: String) -> Int? { fieldNames[name] }

  /// The index of the section that a heading names.
  public func section(named name: String) -> Int? { sectionNames[name] }

  /// The index of the block that an info string names.
  public func block(named name: String) -> Int? { blockNames[name] }

  /// The index of the field with a role.
  public func field(_ role: Role) -> Int? { roles[role.rawValue] }
}

/// The fields that Mallisto itself gives a meaning.
public enum Role: Int, Sendable, CaseIterable {
  case title, summary, place, region, funder, programme, stage, author, created, modified, keywords, audience
  case links, attachments, cover, image, funding, sources, language, translationOf, publication

  /// As the template names it: `translation_of`.
  public var id: String { Role.ids[rawValue] }

  public init?(id: String) {
    guard let number = Role.ids.firstIndex(of: id) else { return nil }
    self.init(rawValue: number)
  }

  private static let ids = allCases.map { $0 == .translationOf ? "translation_of" : "\($0)" }
}

/// A heading that fields are grouped under.
public struct FieldGroup: Sendable {
  public let id: String
  public let labels: Localized
}

/// When a field or a section must be there.
public enum Requirement: Sendable, Hashable {
  case always
  /// From the stage with this place in the vocabulary of stages on.
  case fromStage(Int)
  case never

  /// Whether it holds at a stage; at an unknown stage only `always` does.
  public func applies(atStage stage: Int?) -> Bool {
    switch self {
    case .always: true
    case .fromStage(let first): stage.map { $0 >= first } ?? false
    case .never: false
    }
  }
}

/// What a field's value is.
public enum FieldType: Sendable, Hashable {
  case text, paragraph, date, texts, link, language, practice
  case url, file, amount, percentage, period
  case record, records
  /// Terms of the vocabulary with this place in `Vocabularies.all`; one, or one or more.
  case terms(vocabulary: Int, many: Bool)
}

/// A field of the template, or a nested key of one.
///
/// A class for the same reason as `Entry`: rules hand it on for every value of every entry.
public final class FieldDefinition: Sendable {
  public let id: String
  public let group: String
  public let type: FieldType
  public let required: Requirement
  /// The key that an editor writes.
  public let keys: Localized
  /// The label that readers see.
  public let labels: Localized
  public let otherNames: [String]
  /// Names that people write though they are not accepted: each tells what was meant.
  public let mistakenNames: [String]
  public let help: Localized
  /// A value as it would stand after the key.
  public let example: Localized?
  /// Guidance in characters.
  public let length: ClosedRange<Int>?
  /// Whether a description without it counts as incomplete.
  public let isRecommended: Bool
  /// Nested keys of a record.
  public let fields: [FieldDefinition]

  /// The same field with the nested keys of a link, where the template gives it none.
  let asLink: FieldDefinition?

  private let nestedNames: NameIndex

  init(
    id: String, group: String = "", type: FieldType, required: Requirement = .never, keys: Localized,
    labels: Localized, otherNames: [String] = [], mistakenNames: [String] = [],
    help: Localized = Localized(same: ""), example: Localized? = nil, length: ClosedRange<Int>? = nil,
    isRecommended: Bool = false, fields: [FieldDefinition] = []
  ) {
    self.id = id
    self.group = group
    self.type = type
    self.required = required
    self.keys = keys
    self.labels = labels
    self.otherNames = otherNames
    self.mistakenNames = mistakenNames
    self.help = help
    self.example = example
    self.length = length
    self.isRecommended = isRecommended
    self.fields = fields
    nestedNames = NameIndex(fields.map(\.allNames))
    asLink =
      type == .link && fields.isEmpty
      ? FieldDefinition(
        id: id, group: group, type: type, required: required, keys: keys, labels: labels, otherNames: otherNames,
        mistakenNames: mistakenNames, help: help, example: example, length: length, isRecommended: isRecommended,
        fields: FieldDefinition.linkFields)
      : nil
  }

  /// The nested keys of a field of type `link`, where the template does not give its own.
  public static let linkFields = [
    FieldDefinition(nested: "name", .text, Localized(fi: "nimi", sv: "namn", en: "name"), other: ["title"]),
    FieldDefinition(nested: "url", .url, Localized(fi: "osoite", sv: "adress", en: "url"), other: []),
  ]

  private convenience init(nested id: String, _ type: FieldType, _ keys: Localized, other: [String]) {
    self.init(id: id, type: type, keys: keys, labels: keys, otherNames: other)
  }

  /// Every accepted spelling.
  public var allNames: [String] { keys.all + labels.all + otherNames }

  public func field(named name: String) -> Int? { nestedNames[name] }
}

/// A section of the description, which an editor writes under a `##` heading.
public struct SectionDefinition: Sendable {
  public let id: String
  public let group: String
  public let required: Requirement
  public let labels: Localized
  public let otherNames: [String]
  /// Names that people write though they are not accepted.
  public let mistakenNames: [String]
  public let help: Localized

  public var allNames: [String] { labels.all + otherNames }
}

/// A fenced block that has a meaning, such as a step model.
public final class BlockDefinition: Sendable {
  public enum Form: String, Sendable, CaseIterable {
    /// A list of maps, such as the steps of a step model.
    case records
    /// One map, such as a video.
    case record
    /// Rows of cells between bars.
    case table
    /// Markdown text, such as a note.
    case markdown
  }

  public let id: String
  public let form: Form
  /// The info strings after the fence.
  public let info: Localized
  /// Info strings that people write though they are not accepted.
  public let mistakenNames: [String]
  public let labels: Localized
  /// The key of a table's caption line.
  public let caption: Localized?
  public let help: Localized
  /// The nested fields as one definition, so that a block is matched as a record of the front matter is.
  public let asField: FieldDefinition

  init(
    id: String, form: Form, info: Localized, mistakenNames: [String] = [], labels: Localized, caption: Localized?,
    help: Localized, fields: [FieldDefinition]
  ) {
    self.id = id
    self.form = form
    self.info = info
    self.mistakenNames = mistakenNames
    self.labels = labels
    self.caption = caption
    self.help = help
    asField = FieldDefinition(
      id: id, type: form == .records ? .records : .record, keys: info, labels: labels, help: help, fields: fields)
  }

  public var fields: [FieldDefinition] { asField.fields }
}

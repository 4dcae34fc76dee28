import Diagnosing
import Reading

/// Reads `content/template.yaml`.
public enum TemplateReader {
  /// The template and what is wrong with its file.
  ///
  /// - Parameter vocabularies: those that fields of type `vocabulary` may name; the one that `stages`
  ///   names gives the order that `from:` counts in.
  public static func read(_ file: SourceFile, vocabularies: Vocabularies) -> (NationalTemplate?, [Diagnostic]) {
    var reader = Reader(settings: Settings(file), vocabularies: vocabularies)
    guard let root = reader.settings.root() else { return (nil, reader.settings.faults) }
    let template = reader.template(root)
    return (template, reader.settings.faults)
  }

  private struct Reader {
    var settings: Settings
    let vocabularies: Vocabularies
    var stages: Vocabulary?

    mutating func template(_ root: YAMLNode) -> NationalTemplate {
      settings.allow(["name", "provenance", "stages", "groups", "fields", "sections", "blocks"], in: root)
      let stagesName = settings.requiredText("stages", in: root)
      stages = vocabularies.all.first { $0.id == stagesName }
      if stages == nil, let node = root["stages"] { unknown(stagesName, vocabularies.all.map(\.id), at: node) }
      let name = settings.requiredLocalized("name", in: root)
      let groups = settings.maps("groups", in: root).map { group in
        settings.allow(["id", "labels"], in: group)
        return FieldGroup(
          id: settings.requiredText("id", in: group), labels: settings.requiredLocalized("labels", in: group))
      }
      let fields = settings.maps("fields", in: root).map { field($0, isNested: false) }
      let sections = settings.maps("sections", in: root).map { section($0) }
      let blocks = settings.maps("blocks", in: root).compactMap { block($0) }
      for role in [Role.title, .summary, .place, .region, .funder, .stage, .created, .modified]
      where !fields.contains(where: { $0.id == role.id }) {
        settings.missing("fields: \(role.id)", in: root)
      }
      return NationalTemplate(
        name: name, groups: groups, fields: fields, sections: sections, blocks: blocks, stages: stagesName)
    }

    private mutating func field(_ node: YAMLNode, isNested: Bool) -> FieldDefinition {
      settings.allow(
        [
          "id", "group", "type", "vocabulary", "many", "required", "keys", "labels", "other_names",
          "mistaken_names", "help", "example", "length", "recommended", "provenance", "fields",
        ], in: node)
      let fields = settings.maps("fields", in: node).map { field($0, isNested: true) }
      let keys = settings.requiredLocalized("keys", in: node)
      return FieldDefinition(
        id: settings.requiredText("id", in: node), group: settings.text("group", in: node) ?? "", type: type(node),
        required: requirement(node), keys: keys, labels: settings.localized("labels", in: node) ?? keys,
        otherNames: settings.texts("other_names", in: node),
        mistakenNames: settings.texts("mistaken_names", in: node),
        help: settings.localized("help", in: node) ?? Localized(same: ""),
        example: settings.localized("example", in: node), length: length(node),
        isRecommended: settings.text("recommended", in: node) == "true", fields: fields)
    }

    private mutating func section(_ node: YAMLNode) -> SectionDefinition {
      settings.allow(
        ["id", "group", "required", "labels", "other_names", "mistaken_names", "help", "provenance"], in: node)
      return SectionDefinition(
        id: settings.requiredText("id", in: node), group: settings.text("group", in: node) ?? "",
        required: requirement(node), labels: settings.requiredLocalized("labels", in: node),
        otherNames: settings.texts("other_names", in: node),
        mistakenNames: settings.texts("mistaken_names", in: node),
        help: settings.localized("help", in: node) ?? Localized(same: ""))
    }

    private mutating func block(_ node: YAMLNode) -> BlockDefinition? {
      settings.allow(
        ["id", "form", "info", "mistaken_names", "labels", "caption", "help", "fields", "provenance"], in: node)
      let name = settings.requiredText("form", in: node)
      guard let form = BlockDefinition.Form(rawValue: name) else {
        if let value = node["form"] { unknown(name, BlockDefinition.Form.allCases.map(\.rawValue), at: value) }
        return nil
      }
      return BlockDefinition(
        id: settings.requiredText("id", in: node), form: form, info: settings.requiredLocalized("info", in: node),
        mistakenNames: settings.texts("mistaken_names", in: node),
        labels: settings.requiredLocalized("labels", in: node), caption: settings.localized("caption", in: node),
        help: settings.localized("help", in: node) ?? Localized(same: ""),
        fields: settings.maps("fields", in: node).map { field($0, isNested: true) })
    }

    private static let types: [(name: String, type: FieldType)] = [
      ("text", .text), ("paragraph", .paragraph), ("date", .date), ("texts", .texts), ("link", .link),
      ("language", .language), ("practice", .practice), ("url", .url), ("file", .file), ("amount", .amount),
      ("percentage", .percentage), ("period", .period), ("record", .record), ("records", .records),
    ]

    private mutating func type(_ node: YAMLNode) -> FieldType {
      let name = settings.requiredText("type", in: node)
      if name == "vocabulary" {
        let vocabulary = settings.requiredText("vocabulary", in: node)
        if let index = vocabularies.all.firstIndex(where: { $0.id == vocabulary }) {
          return .terms(vocabulary: index, many: settings.text("many", in: node) == "true")
        }
        if let value = node["vocabulary"] { unknown(vocabulary, vocabularies.all.map(\.id), at: value) }
        return .text
      }
      if let known = Reader.types.first(where: { $0.name == name }) { return known.type }
      if let value = node["type"] { unknown(name, Reader.types.map(\.name) + ["vocabulary"], at: value) }
      return .text
    }

    private mutating func requirement(_ node: YAMLNode) -> Requirement {
      guard let value = node["required"] else { return .never }
      if let text = value.scalar {
        if text == "always" || text == "true" { return .always }
        if text == "false" || text == "never" { return .never }
        unknown(text, ["always", "never"], at: value)
        return .never
      }
      settings.allow(["from"], in: value)
      let code = settings.requiredText("from", in: value)
      let codes = stages?.terms.map(\.code) ?? []
      if let index = codes.firstIndex(of: code) { return .fromStage(index) }
      if let from = value["from"] { unknown(code, codes, at: from) }
      return .never
    }

    private mutating func length(_ node: YAMLNode) -> ClosedRange<Int>? {
      guard let value = node["length"] else { return nil }
      settings.allow(["min", "max"], in: value)
      let low = settings.text("min", in: value).flatMap { Int($0) } ?? 0
      let high = settings.text("max", in: value).flatMap { Int($0) } ?? Int.max
      guard low <= high else {
        settings.wrong(
          value, Localized(fi: "min on suurempi kuin max", sv: "min är större än max", en: "min is above max"))
        return nil
      }
      return low...high
    }

    private mutating func unknown(_ text: String, _ allowed: [String], at node: YAMLNode) {
      settings.add(SettingsRules.notAmong(text, allowed, at: node.range, in: settings.file))
    }
  }
}

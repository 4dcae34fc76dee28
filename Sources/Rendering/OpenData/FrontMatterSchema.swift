import Cataloguing
import Diagnosing
import Templating

/// `/data/schema/practice.json`: the front matter of a practice as JSON Schema, draft 2020-12.
///
/// Made from the template and the vocabularies, so that editors' programs offer and check what `check`
/// does. It accepts every entry that `check` accepts, and refuses what a schema can tell: unknown and missing
/// fields, a field given under two names, wrong types, unknown values. What depends on other files, on sums
/// or on the stage is left to `check`.
struct FrontMatterSchema: Sendable {
  let schema: Schema
  /// The full address of the schema itself.
  let address: String

  var value: JSONValue {
    let template = schema.template
    return .object(
      [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", .string(address)),
        ("title", .string(template.name.fi)), ("type", "object"),
      ]
        + keywords(of: template.fields, at: [])
        + [("$defs", .object(definitions))])
  }

  /// What a set of fields asks of the object that holds them.
  private func keywords(of fields: [FieldDefinition], at path: [String]) -> [JSONValue.Member] {
    var properties: [JSONValue.Member] = []
    var patterns: [JSONValue.Member] = []
    var seen: Set<String> = []
    for field in fields {
      let reference = FrontMatterSchema.reference(path + [field.id])
      let pattern = CaselessPattern(field.allNames).text
      for language in Language.allCases where seen.insert(field.keys[language]).inserted {
        properties.append((field.keys[language], named(field, language, reference)))
      }
      patterns.append((pattern, ["$ref": reference]))
    }
    let counts = fields.map { FieldNames($0).rule }
    return [
      ("properties", .object(properties)), ("patternProperties", .object(patterns)),
      ("additionalProperties", false), ("allOf", .array(counts)),
    ]
  }

  /// A field under one of its keys, with the words of the key's language for whoever writes it.
  private func named(_ field: FieldDefinition, _ language: Language, _ reference: JSONValue) -> JSONValue {
    var members: [JSONValue.Member] = [("title", .string(field.labels[language]))]
    if !field.help[language].isEmpty { members.append(("description", .string(field.help[language]))) }
    if let example = field.example?[language] {
      members.append(("examples", [FrontMatterSchema.example(example)]))
    }
    return .object(members + [("$ref", reference)])
  }

  /// An example as it would be read: `[a, b]` is a list.
  private static func example(_ text: String) -> JSONValue {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return .string(text) }
    return .array(text.dropFirst().dropLast().split(separator: ",").map { .string(String($0.drop { $0 == " " })) })
  }

  // MARK: Definitions

  private static func reference(_ path: [String]) -> JSONValue {
    .string("#/$defs/" + path.joined(separator: "."))
  }

  private var definitions: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      (
        "empty",
        [
          "$comment": "An optional field may be left without a value.", "type": ["null", "string", "array", "object"],
          "pattern": #"^[ \t\n]*$"#, "maxItems": 0, "maxProperties": 0,
        ]
      ),
      ("text", ["type": ["string", "number", "boolean"], "pattern": .string(ValuePatterns.notBlank)]),
    ]
    for (index, vocabulary) in schema.vocabularies.all.enumerated() where isUsed(index) {
      members.append(("vocabulary.\(vocabulary.id)", FrontMatterSchema.choice(of: vocabulary.acceptedNames)))
    }
    for field in schema.template.fields { define(field, at: [field.id], into: &members) }
    return members
  }

  private func isUsed(_ vocabulary: Int) -> Bool {
    schema.template.fields.contains { if case .terms(vocabulary, _) = $0.type { true } else { false } }
  }

  private func define(_ field: FieldDefinition, at path: [String], into members: inout [JSONValue.Member]) {
    var definition: [JSONValue.Member] = [("title", .string(field.labels.fi))]
    if !field.help.fi.isEmpty { definition.append(("description", .string(field.help.fi))) }
    let type = self.type(of: field, at: path)
    if field.required == .always {
      definition.append(contentsOf: type)
    } else {
      definition.append(("anyOf", [.object(type), ["$ref": "#/$defs/empty"]]))
    }
    members.append((path.joined(separator: "."), .object(definition)))
    for nested in field.nestedFields { define(nested, at: path + [nested.id], into: &members) }
  }

  private func type(of field: FieldDefinition, at path: [String]) -> [JSONValue.Member] {
    switch field.type {
    case .text, .paragraph, .practice: return [("$ref", "#/$defs/text")]
    case .language: return FrontMatterSchema.choiceMembers(of: LanguageName.accepted)
    case .date: return FrontMatterSchema.string(ValuePatterns.date)
    case .period: return FrontMatterSchema.scalar(ValuePatterns.period, minimum: 1583, maximum: 9999)
    case .amount: return FrontMatterSchema.scalar(ValuePatterns.amount, minimum: 0, maximum: nil)
    case .percentage: return FrontMatterSchema.scalar(ValuePatterns.percentage, minimum: 0, maximum: 100)
    case .url:
      return FrontMatterSchema.string(ValuePatterns.address) + [
        (
          "not",
          [
            "anyOf": [
              ["pattern": .string(ValuePatterns.barePrefix)],
              ["pattern": .string(ValuePatterns.bareHost), "not": ["pattern": .string(ValuePatterns.fileName)]],
            ]
          ]
        )
      ]
    case .file:
      return [
        ("$ref", "#/$defs/text"), ("not", ["type": "string", "pattern": .string(ValuePatterns.elsewhere)]),
      ]
    case .texts:
      return FrontMatterSchema.oneOrMore(
        ["$ref": "#/$defs/text", "not": ["type": "string", "pattern": .string(ValuePatterns.listMark)]],
        isListOnly: path.count > 1)
    case .terms(let vocabulary, let many):
      let term: JSONValue = ["$ref": .string("#/$defs/vocabulary.\(schema.vocabularies.all[vocabulary].id)")]
      return FrontMatterSchema.oneOrMore(term, most: many ? nil : 1)
    case .link:
      return [("anyOf", [["$ref": "#/$defs/text"], record(field, at: path)])]
    case .record: return members(ofRecord: field, at: path)
    case .records: return [("type", "array"), ("items", record(field, at: path))]
    }
  }

  private func record(_ field: FieldDefinition, at path: [String]) -> JSONValue {
    .object(members(ofRecord: field, at: path))
  }

  private func members(ofRecord field: FieldDefinition, at path: [String]) -> [JSONValue.Member] {
    [("type", "object")] + keywords(of: field.nestedFields, at: path)
  }

  // MARK: Types

  private static func string(_ pattern: String) -> [JSONValue.Member] {
    [("type", "string"), ("pattern", .string(pattern))]
  }

  /// A text of a form, or the number that YAML makes of bare digits.
  private static func scalar(_ pattern: String, minimum: Int, maximum: Int?) -> [JSONValue.Member] {
    [
      ("type", ["string", "number"]), ("pattern", .string(pattern)), ("minimum", .integer(minimum)),
    ] + (maximum.map { [("maximum", .integer($0))] } ?? [])
  }

  /// One item or a list of them; blank items of a list are passed over, but one must be left.
  private static func oneOrMore(_ item: JSONValue, most: Int? = nil, isListOnly: Bool = false) -> [JSONValue.Member] {
    let list: [JSONValue.Member] =
      [
        ("type", "array"), ("items", ["anyOf": [item, ["$ref": "#/$defs/empty"]]]), ("contains", item),
      ] + (most.map { [("maxItems", .integer($0))] } ?? [])
    return isListOnly ? list : [("anyOf", [item, .object(list)])]
  }

  /// One of a set of names: as they are spelt, for an editor's program to offer, or in any case and spacing.
  private static func choice(of names: [String]) -> JSONValue { .object(choiceMembers(of: names)) }

  private static func choiceMembers(of names: [String]) -> [JSONValue.Member] {
    var seen: Set<String> = []
    let spelt = names.filter { seen.insert($0).inserted }
    return [
      (
        "anyOf",
        [
          ["enum": .array(spelt.map { .string($0) })],
          ["type": "string", "pattern": .string(CaselessPattern(names).text)],
        ]
      )
    ]
  }
}

/// How often a field may stand in an object: once under one of its names, or not at all where it is optional.
private struct FieldNames {
  let isRequired: Bool
  let exact: [String]
  let pattern: JSONValue

  init(_ field: FieldDefinition) {
    isRequired = field.required == .always
    var seen: Set<String> = []
    exact = field.allNames.filter { seen.insert($0).inserted }
    pattern = ["pattern": .string(CaselessPattern(field.allNames).text)]
  }

  var rule: JSONValue {
    var forms: [JSONValue] = exact.map { ["required": [.string($0)]] }
    // Some name that the pattern knows, but in another case or spacing than any of the exact ones.
    forms.append([
      "not": ["propertyNames": ["anyOf": [["not": pattern], ["enum": .array(exact.map { .string($0) })]]]]
    ])
    if !isRequired { forms.append(["propertyNames": ["not": pattern]]) }
    return ["oneOf": .array(forms)]
  }
}

extension FieldDefinition {
  /// Its nested fields; those of a link where the template gives it none.
  fileprivate var nestedFields: [FieldDefinition] {
    type == .link && fields.isEmpty ? FieldDefinition.linkFields : fields
  }
}

import Cataloguing

/// The labels that the platform prints above its values, as the template spells them.
///
/// The extension's fields are ours and stand on no page of the platform.
struct PlatformLabels: Sendable {
  enum Label: Sendable, Hashable {
    /// A field of the template, by its role. Attachments stand among the links.
    case field(Role)
    /// The caption of the image, and that of the cover, which is told by the picture before it.
    case caption, coverCaption
    /// Index in `NationalTemplate.sections`.
    case section(Int)
    /// A heading over several fields or sections, such as `Perustiedot`.
    case group
  }

  /// The platform's fields in its order; the sections stand between the two.
  static let before: [Role] = [
    .title, .summary, .place, .region, .funder, .programme, .links, .image, .author, .created, .modified,
  ]
  static let after: [Role] = [.cover, .stage]

  private let labels: [String: Label]
  private let names: [Label: String]
  private let longest: Int
  private let forms: ValueForms

  init(_ schema: Schema) {
    let template = schema.template
    forms = ValueForms(schema: schema)
    var labels: [String: Label] = [:]
    var names: [Label: String] = [:]
    func add(_ spellings: [String], _ label: Label) {
      for name in spellings where labels[NameKey.of(name)] == nil { labels[NameKey.of(name)] = label }
      if names[label] == nil { names[label] = spellings.first }
    }
    names[.field(.links)] = "Liitteet ja linkit"
    for role in PlatformLabels.before + [.attachments] + PlatformLabels.after {
      guard let index = template.field(role) else { continue }
      let field = template.fields[index]
      // Other names in lower case are keys for editors, not labels.
      let spellings = [field.labels.fi] + field.otherNames.filter { $0.first?.isUppercase == true }
      add(spellings, .field(role == .attachments ? .links : role))
    }
    add([names[.field(.links)] ?? ""], .field(.links))
    for (index, section) in template.sections.enumerated() { add([section.labels.fi], .section(index)) }
    let image = template.field(.image).flatMap { index in template.fields[index].fields.first { $0.id == "caption" } }
    add([image?.labels.fi ?? "Kuvateksti"], .caption)
    names[.coverCaption] = names[.caption]
    for group in template.groups { add([group.labels.fi], .group) }
    self.labels = labels
    self.names = names
    longest = (labels.keys.map(\.utf8.count).max() ?? 0) + 16
  }

  /// The label that a line consists of, without the ` **` or `:` that may follow it.
  func label(_ line: String) -> Label? {
    guard line.utf8.count <= longest else { return nil }
    let marks: Set<Unicode.Scalar> = ["*", ":", " ", "\u{A0}"]
    let scalars = line.unicodeScalars
    guard let last = scalars.lastIndex(where: { !marks.contains($0) }) else { return nil }
    return labels[NameKey.of(String(scalars[...last]))]
  }

  /// The value of a line that holds a date or a stage after its label and a colon.
  func value(in line: String) -> String? {
    guard line.utf8.count <= longest + 40, let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let value = PlainLine.tidy(line[line.utf8.index(after: colon)...])
    switch label(String(line[..<colon])) {
    case .field(.created), .field(.modified): return forms.isDate(value) ? value : nil
    case .field(.stage): return forms.isStage(value) ? value : nil
    default: return nil
    }
  }

  /// As the platform prints it.
  func name(_ label: Label) -> String { names[label] ?? "" }
}

extension PlatformLabels.Label {
  /// Whether only the whole page of a model has it, and no list of models.
  var isCore: Bool {
    switch self {
    case .field(.title), .field(.summary), .section: true
    default: false
    }
  }

  /// Whether it is a single common word that may well stand as a line of a text.
  var isCommonWord: Bool {
    switch self {
    case .field(.place), .field(.image), .field(.author), .field(.cover), .field(.links), .caption, .coverCaption: true
    default: false
    }
  }
}

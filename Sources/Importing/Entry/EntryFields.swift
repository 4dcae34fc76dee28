import Cataloguing
import Diagnosing

/// The front matter of an imported entry, value by value.
struct EntryFields {
  /// By the field's role; the lines as they stand between the two `---`.
  private(set) var lines: [Role: [String]] = [:]
  private(set) var title = ""
  private(set) var remainders: [Remainder] = []
  private let schema: Schema
  private var guesses = 0

  private static let guessLimit = 20

  init(_ description: Description, schema: Schema) {
    self.schema = schema
    for part in description.parts { read(part) }
    if title.isEmpty, let heading = description.heading { setTitle(InlineNotation.words(of: heading.text)) }
  }

  /// How many fields have a value.
  var count: Int { lines.count }

  /// All of the front matter, in the template's order.
  var frontMatter: [String] {
    var all = schema.template.fields.compactMap { Role(id: $0.id) }.flatMap { lines[$0] ?? [] }
    // The labels were Finnish, so the text is taken to be.
    if schema.defaultLanguage != .fi { all.append("\(key(.language)): fi") }
    return all
  }

  private func key(_ role: Role) -> String {
    schema.template.field(role).map { schema.template.fields[$0].keys.fi } ?? role.id
  }

  private func nestedKey(_ role: Role, _ id: String, _ fallback: String) -> String {
    let fields = schema.template.field(role).map { schema.template.fields[$0].fields } ?? []
    return fields.first { $0.id == id }?.keys.fi ?? fallback
  }

  private mutating func leave(_ reason: Remainder.Reason, _ part: Description.Part, _ text: String, _ range: Range<Int>)
  {
    remainders.append(Remainder(reason: reason, label: part.label, text: text, range: range))
  }

  // MARK: One field

  private mutating func read(_ part: Description.Part) {
    guard case .field(let role) = part.label else {
      if part.label == .caption || part.label == .coverCaption { readPicture(part) }
      return
    }
    switch role {
    case .title: readTitle(part)
    case .summary, .place, .author: readText(part, role)
    case .region: readTerms(part, role, schema.regionVocabulary)
    case .funder: readTerms(part, role, schema.funderVocabulary)
    case .stage: readTerms(part, role, schema.stageVocabulary, isSingle: true)
    case .created, .modified: readDate(part, role)
    case .programme: readProgramme(part)
    case .links: readLinks(part)
    case .image, .cover: readPicture(part)
    default: break
    }
  }

  /// The lines with words, each text once.
  private func values(_ part: Description.Part) -> [PageLine] {
    var seen: Set<String> = []
    return part.lines.filter { $0.hasWords && seen.insert($0.text).inserted }
  }

  private mutating func setTitle(_ text: String) {
    title = text
    lines[.title] = ["\(key(.title)): \(YAMLWriting.scalar(text))"]
  }

  private mutating func readTitle(_ part: Description.Part) {
    for line in values(part) {
      let words = InlineNotation.words(of: line.text)
      if title.isEmpty { setTitle(words) } else if words != title { leave(.extra, part, line.text, line.range) }
    }
  }

  private mutating func readText(_ part: Description.Part, _ role: Role) {
    var text = ""
    for line in values(part) {
      if !text.isEmpty {
        let isClosed = text.unicodeScalars.last.map { ".,:;!?".unicodeScalars.contains($0) } ?? true
        text += role == .summary || isClosed ? " " : ", "
      }
      text += InlineNotation.words(of: line.text)
      if role != .author { leaveAddresses(of: line, part) }
    }
    if role != .author { leaveUnusable(part) }
    if !text.isEmpty { lines[role] = YAMLWriting.field(key(role), text) }
  }

  /// Plain text holds no links: their addresses are kept apart.
  private mutating func leaveAddresses(of line: PageLine, _ part: Description.Part) {
    for case .link(let text, let address) in InlineNotation.pieces(of: line.text)
    where !InlineNotation.isBare(text, address) {
      leave(.link, part, InlineNotation.written(text, address: address), line.range)
    }
  }

  private mutating func leaveUnusable(_ part: Description.Part) {
    for line in part.lines where line.kind == .address { leave(.link, part, line.text, line.range) }
  }

  private mutating func readDate(_ part: Description.Part, _ role: Role) {
    for line in values(part) {
      if lines[role] == nil, case .date(let date) = ValueForms.date(InlineNotation.words(of: line.text)) {
        lines[role] = ["\(key(role)): \(date.dotted)"]
      } else {
        leave(lines[role] == nil ? .date : .extra, part, line.text, line.range)
      }
    }
  }

  // MARK: Terms

  private mutating func readTerms(
    _ part: Description.Part, _ role: Role, _ vocabulary: Vocabulary?, isSingle: Bool = false
  ) {
    guard let vocabulary else { return }
    var terms: Set<Int> = []
    var names: [String] = []
    for line in values(part) {
      for text in EntryFields.terms(in: InlineNotation.words(of: line.text), vocabulary) {
        guard let term = vocabulary.term(named: text) ?? vocabulary.term(code: text) else {
          // Guessing takes time, and a page with many unknown values is no page of the platform.
          guesses += 1
          let near = guesses <= EntryFields.guessLimit ? EntryFields.near(text, vocabulary) : []
          leave(.unknownTerm(near: near), part, text, line.range)
          continue
        }
        if terms.contains(term) { continue }
        if isSingle, !terms.isEmpty {
          leave(.extra, part, text, line.range)
          continue
        }
        terms.insert(term)
        names.append(EntryFields.spelling(text, vocabulary.terms[term]))
      }
    }
    if !names.isEmpty { lines[role] = YAMLWriting.list(key(role), names) }
  }

  /// A line is one term, or several after commas.
  private static func terms(in line: String, _ vocabulary: Vocabulary) -> [String] {
    if vocabulary.term(named: line) != nil { return [line] }
    let parts = line.split { $0 == "," || $0 == ";" }.map { PlainLine.tidy($0) }.filter { !$0.isEmpty }
    return parts.contains { vocabulary.term(named: $0) != nil } ? parts : [line]
  }

  /// The term's own name, or another of its names as the page spells it.
  private static func spelling(_ text: String, _ term: Vocabulary.Term) -> String {
    NameKey.of(text) == NameKey.of(term.names.fi) ? term.names.fi : text
  }

  private static func near(_ text: String, _ vocabulary: Vocabulary) -> [String] {
    guard text.utf8.count <= 120 else { return [] }
    return NearestName.suggestions(for: text, among: vocabulary.terms.map(\.names.fi))
  }

  // MARK: Links and pictures

  private mutating func readProgramme(_ part: Description.Part) {
    for line in values(part) {
      guard lines[.programme] == nil else {
        leave(.extra, part, line.text, line.range)
        continue
      }
      guard let link = LinkLine.all(in: line.text).first else {
        lines[.programme] = YAMLWriting.field(key(.programme), InlineNotation.words(of: line.text))
        continue
      }
      let name = YAMLWriting.field(nestedKey(.programme, "name", "nimi"), link.name ?? link.address, indent: "  ")
      let address = "  \(nestedKey(.programme, "url", "osoite")): \(YAMLWriting.scalar(link.address))"
      lines[.programme] = ["\(key(.programme)):"] + name + [address]
    }
    leaveUnusable(part)
  }

  private mutating func readLinks(_ part: Description.Part) {
    var entries: [String] = []
    // A name that waits for its address on the next line.
    var waiting: PageLine?
    for line in values(part) {
      var found = LinkLine.all(in: line.text)
      if found.isEmpty {
        if let waiting { leave(.link, part, waiting.text, waiting.range) }
        waiting = line
        continue
      }
      if let name = waiting {
        if found[0].name == nil {
          found[0].name = InlineNotation.words(of: name.text)
        } else {
          leave(.link, part, name.text, name.range)
        }
        waiting = nil
      }
      entries += found.flatMap(written)
    }
    if let waiting { leave(.link, part, waiting.text, waiting.range) }
    leaveUnusable(part)
    if !entries.isEmpty { lines[.links] = ["\(key(.links)):"] + entries }
  }

  private func written(_ link: LinkLine) -> [String] {
    let address = "\(nestedKey(.links, "url", "osoite")): \(YAMLWriting.scalar(link.address))"
    guard let name = link.name else { return ["  - " + address] }
    let lines = YAMLWriting.field(nestedKey(.links, "name", "nimi"), name, indent: "    ")
    return ["  - " + lines[0].dropFirst(4)] + lines.dropFirst() + ["    " + address]
  }

  /// The page has a picture's words and not the picture.
  private mutating func readPicture(_ part: Description.Part) {
    var seen: Set<String> = []
    for line in part.lines where !line.text.isEmpty && line.kind != .blank && seen.insert(line.text).inserted {
      leave(.picture, part, line.text, line.range)
    }
  }
}

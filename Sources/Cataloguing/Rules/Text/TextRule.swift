import Diagnosing
import Reading

/// A rule of what an editor writes as text, in an entry as well as in a page.
protocol TextRule: Sendable {
  static var rule: Rule { get }

  static func check(_ text: WrittenText) -> [Diagnostic]
}

/// One file as the rules of text see it.
struct WrittenText: Sendable {
  enum Kind: Sendable {
    case practice, page
  }

  let kind: Kind
  let template: NationalTemplate
  let entry: Entry
  /// The text itself, then the texts of its notes, each with places in the same file.
  let bodies: [Body]
  let signs: TextSigns

  var file: SourceFile { entry.file }

  init(_ entry: MatchedEntry, _ template: NationalTemplate) {
    self.init(.practice, entry.entry, template, entry.bodies)
  }

  init(_ page: ContentPage, _ template: NationalTemplate) {
    self.init(.page, page.entry, template, page.matched.bodies)
  }

  private init(_ kind: Kind, _ entry: Entry, _ template: NationalTemplate, _ bodies: [Body]) {
    self.kind = kind
    self.template = template
    self.entry = entry
    self.bodies = bodies
    signs = entry.isText ? TextSigns(entry.file) : TextSigns()
  }

  /// Whether an offset lies behind the front matter.
  func isInBody(_ offset: Int) -> Bool {
    entry.hasReadableBody && offset >= entry.frontMatterRange.upperBound
  }

  /// Those of some signs that lie behind the front matter.
  func inBody(_ signs: [Int]) -> [Int] { signs.isEmpty ? [] : signs.filter { isInBody($0) } }
}

extension Entry {
  /// Whether the file is text at all, so that its characters can be looked at.
  var isText: Bool {
    faults.allSatisfy { fault in !EncodingRules.all.contains { $0.id == fault.rule } }
  }
}

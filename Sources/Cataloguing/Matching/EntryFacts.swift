import Diagnosing
import Reading

/// What lists, other entries and the rules about the whole site need to know of one entry, without its text.
public struct EntryFacts: Sendable {
  /// A destination that the entry names, to be followed once all entries are known.
  public struct Destination: Sendable, Equatable {
    public let text: String
    public let use: LinkUse
    /// Whether it is a link of the running text, which says that one practice mentions another.
    public let isMention: Bool
  }

  public let path: String
  /// The file's name without `.md`.
  public let slug: String
  /// By the field's index in the template; nil where the entry has no such key.
  public let fields: [MatchedField?]
  /// The sections that the entry has, as indices of `NationalTemplate.sections`, in its own order.
  public let sections: [Int]
  /// The stage's place in the vocabulary of stages, where it could be read.
  public let stage: Int?
  public let language: Language
  /// Every anchor of the practice's page that a heading of its text gives.
  public let anchors: [String]
  public let destinations: [Destination]
}

extension EntryFacts {
  init(_ text: EntryText, fields: [MatchedField?], stage: Int?, language: Language, template: NationalTemplate) {
    path = text.entry.file.path
    slug = text.entry.slug
    self.fields = fields
    sections = text.sections.compactMap(\.definition)
    self.stage = stage
    self.language = language
    let bodies = text.bodies
    anchors = bodies.flatMap { $0.headings.map(\.anchor) }
    let named = FieldLink.all(of: fields, text.blocks, template: template).map {
      Destination(text: $0.destination, use: $0.use, isMention: false)
    }
    destinations =
      named
      + bodies.enumerated().flatMap { number, body in
        body.links.map { link in
          Destination(
            text: link.destination, use: link.kind == .image ? .image : .link,
            isMention: number == 0 && link.kind != .image)
        }
      }
  }
}

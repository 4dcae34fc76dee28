import Diagnosing

/// A closed list of values that a field may take, read from `content/vocabularies/NAME.yaml`.
///
/// A class, as its terms are, for the same reason as `Entry`.
public final class Vocabulary: Sendable {
  /// The file's name without `.yaml`.
  public let id: String
  public let name: Localized
  /// Levels of the terms' hierarchy, from the widest; empty in a flat vocabulary.
  public let levels: [Level]
  /// In the order in which they are listed to readers.
  public let terms: [Term]

  private let names: NameIndex
  private let codes: NameIndex
  /// Names with the kind of municipality in them: `Lempäälän kunta`.
  private let municipalities: NameIndex

  public struct Level: Sendable {
    public let id: String
    public let names: Localized
  }

  public final class Term: Sendable {
    public let code: String
    /// The part of the code before its hyphen: `kunta` of `kunta-418`.
    public let level: String
    public let names: Localized
    /// Other spellings that are accepted as a value.
    public let otherNames: [String]
    /// The name that a county uses of itself, where it has one.
    public let short: String?
    public let kind: String?
    public let description: Localized?
    /// Codes, without their level, of the region and the wellbeing services county that it lies in.
    public let maakunta: String?
    public let hva: String?
    /// Inflected forms, by which a place is recognised in running text.
    public let inflected: [String]
    /// Names that are ordinary words too, so not looked for in running text.
    public let ambiguous: [String]

    init(
      code: String, names: Localized, otherNames: [String] = [], short: String? = nil, kind: String? = nil,
      description: Localized? = nil, maakunta: String? = nil, hva: String? = nil, inflected: [String] = [],
      ambiguous: [String] = []
    ) {
      self.code = code
      level = code.split(separator: "-").first.map(String.init) ?? ""
      self.names = names
      self.otherNames = otherNames
      self.short = short
      self.kind = kind
      self.description = description
      self.maakunta = maakunta
      self.hva = hva
      self.inflected = inflected
      self.ambiguous = ambiguous
    }
  }

  init(id: String, name: Localized, levels: [Level], terms: [Term]) {
    self.id = id
    self.name = name
    self.levels = levels
    self.terms = terms
    names = NameIndex(terms.map { $0.names.all + $0.otherNames })
    codes = NameIndex(terms.map { [$0.code] })
    municipalities = NameIndex(terms.map { $0.level == "kunta" ? Vocabulary.municipalNames(of: $0) : [] })
  }

  /// The index of the term that a text names, by any of its names.
  ///
  /// A municipality may be called one: `Lempäälän kunta`, `Jämsän kaupunki`, `Esbo stad`, `City of Espoo`.
  public func term(named text: String) -> Int? { names[text] ?? municipalities[text] }

  /// Every text that names a term: names in the three languages, codes, other names.
  public var acceptedNames: [String] {
    terms.flatMap { $0.names.all + [$0.code] + $0.otherNames }
      + terms.filter { $0.level == "kunta" }.flatMap(Vocabulary.municipalNames)
  }

  private static func municipalNames(of term: Term) -> [String] {
    let genitives = term.inflected.filter { $0.hasSuffix("n") }
    return genitives.flatMap { ["\($0) kunta", "\($0) kaupunki"] }
      + ["\(term.names.sv) kommun", "\(term.names.sv) stad"]
      + ["Municipality of \(term.names.en)", "City of \(term.names.en)"]
  }

  /// The index of the term with a code, such as `kunta-418` or `STM`.
  public func term(code: String) -> Int? { codes[code] }
}

/// All vocabularies of a site, in the order of their names.
public struct Vocabularies: Sendable {
  public let all: [Vocabulary]

  public init(_ all: [Vocabulary]) {
    self.all = all
  }

  public subscript(id: String) -> Vocabulary? { all.first { $0.id == id } }

  public subscript(reference: TermReference) -> Vocabulary.Term {
    all[reference.vocabulary].terms[reference.term]
  }
}

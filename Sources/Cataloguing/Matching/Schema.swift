import Diagnosing

/// Everything that entries are held against: the template, the vocabularies and what follows from them.
///
/// A class for the same reason as `Entry`.
public final class Schema: Sendable {
  public let template: NationalTemplate
  public let vocabularies: Vocabularies
  public let defaultLanguage: Language
  public let containment: RegionContainment?
  public let places: PlaceFinder?
  /// Index of the vocabulary of regions, of funders and of stages in `vocabularies.all`.
  public let regions: Int?
  public let funders: Int?
  public let stages: Int?

  public init(template: NationalTemplate, vocabularies: Vocabularies, defaultLanguage: Language) {
    self.template = template
    self.vocabularies = vocabularies
    self.defaultLanguage = defaultLanguage
    func vocabulary(of role: Role) -> Int? {
      guard let field = template.field(role), case .terms(let index, _) = template.fields[field].type else {
        return nil
      }
      return index
    }
    regions = vocabulary(of: .region)
    funders = vocabulary(of: .funder)
    stages = vocabulary(of: .stage)
    containment = regions.map { RegionContainment(vocabularies.all[$0]) }
    places = regions.map { PlaceFinder(vocabularies.all[$0]) }
  }

  public var regionVocabulary: Vocabulary? { regions.map { vocabularies.all[$0] } }
  public var funderVocabulary: Vocabulary? { funders.map { vocabularies.all[$0] } }
  public var stageVocabulary: Vocabulary? { stages.map { vocabularies.all[$0] } }
}

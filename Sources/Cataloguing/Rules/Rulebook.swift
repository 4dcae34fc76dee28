import Diagnosing
import Reading

/// Every rule that content is held against, in the order in which `explain` lists them.
public enum Rulebook {
  static let entryRules: [any EntryRule.Type] = fieldRules + blockRules

  /// Rules of the fields and of how they agree with each other.
  private static let fieldRules: [any EntryRule.Type] = [
    MissingField.self, EmptyField.self, UnknownField.self, DuplicateField.self, MissingNestedField.self,
    WrongType.self, ImpossibleDate.self, ReversedDates.self, UnknownValue.self, LanguageValue.self,
    RepeatedValue.self, TextLength.self, ContradictoryFunders.self, PlaceRegion.self, FundingSums.self,
  ]

  /// Rules of the fenced blocks.
  private static let blockRules: [any EntryRule.Type] = [
    UnclosedFence.self, UnknownBlock.self, NestedBlock.self, EmptyBlock.self,
    TableCaption.self, TableRows.self, TableColumns.self, TableLine.self,
  ]

  static let siteRules: [any SiteRule.Type] = [
    UnknownTranslation.self
  ]

  /// What each rule asks, those about reading first.
  public static var all: [Rule] {
    EncodingRules.all + FrontMatterRules.all + YAMLRules.all + SettingsRules.all
      + entryRules.map { $0.rule } + siteRules.map { $0.rule }
  }

  /// What one entry breaks; what could not be read, in the front matter or in a block, is included.
  public static func findings(in entry: MatchedEntry, schema: Schema) -> [Diagnostic] {
    entry.entry.faults + entry.blockFaults + entryRules.flatMap { $0.check(entry, schema) }
  }

  /// What only shows when all entries are seen together.
  public static func findings(in site: MatchedSite) -> [Diagnostic] {
    siteRules.flatMap { $0.check(site) }
  }
}

import Diagnosing
import Reading

/// Every rule that content is held against, in the order in which `explain` lists them.
public enum Rulebook {
  static let entryRules: [any EntryRule.Type] = [
    MissingField.self, UnknownValue.self,
  ]

  static let siteRules: [any SiteRule.Type] = []

  /// What each rule asks, those about reading first.
  public static var all: [Rule] {
    EncodingRules.all + FrontMatterRules.all + YAMLRules.all + SettingsRules.all
      + entryRules.map { $0.rule } + siteRules.map { $0.rule }
  }

  /// What one entry breaks, its reading faults included.
  public static func findings(in entry: MatchedEntry, schema: Schema) -> [Diagnostic] {
    entry.entry.faults + entryRules.flatMap { $0.check(entry, schema) }
  }

  /// What only shows when all entries are seen together.
  public static func findings(in site: MatchedSite) -> [Diagnostic] {
    siteRules.flatMap { $0.check(site) }
  }
}

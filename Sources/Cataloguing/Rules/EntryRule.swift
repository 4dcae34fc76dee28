import Diagnosing

/// A rule that can be judged from one entry alone.
///
/// Each conforming type is one file: what the rule asks, its messages, and how a breach is found.
public protocol EntryRule: Sendable {
  static var rule: Rule { get }

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic]
}

/// A rule that needs all entries, pages and files of the site.
public protocol SiteRule: Sendable {
  static var rule: Rule { get }

  static func check(_ site: MatchedSite) -> [Diagnostic]
}

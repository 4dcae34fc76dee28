import Diagnosing

/// A rule of where links, pictures and files lead.
///
/// Every link of the site is followed once, by `LinkChecker`; a rule is asked only about those at fault.
protocol LinkRule: Sendable {
  static var rule: Rule { get }

  static func check(_ link: FaultyLink, _ site: LinkContext) -> Diagnostic?
}

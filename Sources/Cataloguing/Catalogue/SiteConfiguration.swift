import Diagnosing

/// What `content/site.yaml` says of the site as a whole.
public struct SiteConfiguration: Sendable {
  public var name: Localized
  public var tagline: Localized
  public var description: Localized
  /// Where the site is published, ending in `/`.
  public var address: String
  public var languages: [Language]
  public var defaultLanguage: Language
  /// A folder of `themes/`.
  public var theme: String
  /// What is written beside each practice's page.
  public var formats: Set<Format>
  public var publisher: Publisher
  public var licence: Licence?
  public var credits: [Credit]
  public var accessibility: AccessibilityStatement?

  public enum Format: String, Sendable, CaseIterable {
    case json, markdown
  }

  public struct Publisher: Sendable {
    public var name: Localized
    /// A shared mailbox, for reports of errors.
    public var email: String
  }

  public struct Licence: Sendable {
    public var code: String
    public var name: Localized
    public var address: Localized
  }

  /// Material of others that the site shows.
  public struct Credit: Sendable {
    public var what: Localized
    public var source: Localized
    public var year: String
    public var address: String
  }
}

/// The facts that the Act on the Provision of Digital Services (306/2019) asks of an accessibility
/// statement.
public struct AccessibilityStatement: Sendable {
  public enum Conformance: String, Sendable, CaseIterable {
    case full, partial, none
  }

  public enum Method: String, Sendable, CaseIterable {
    case own = "self"
    case external
  }

  public struct Shortcoming: Sendable {
    public var what: Localized
    public var reason: Localized
  }

  public var date: CalendarDate
  public var conformance: Conformance
  public var conformanceText: Localized
  public var shortcomings: [Shortcoming]
  public var method: Method
  public var assessmentDate: CalendarDate
  public var assessmentText: Localized
  public var feedbackEmail: String
  public var responseDays: String
  public var feedbackText: Localized
  public var supervisorName: Localized
  public var supervisorUnit: Localized
  public var supervisorAddress: Localized
  public var supervisorEmail: String
  public var supervisorPhone: String
  public var enforcement: Localized
  public var lawName: Localized
  public var lawAddress: Localized
}

/// A language that Mallisto speaks: its messages, its themes and its content.
///
/// The raw value is the BCP 47 tag that stands in `lang` attributes and in file names.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
  case fi, sv, en
}

/// One text in each of the three languages.
///
/// ```swift
/// let message = Localized(fi: "Otsikko puuttuu", sv: "Rubriken saknas", en: "The title is missing")
/// message[.sv]  // "Rubriken saknas"
/// ```
public struct Localized: Sendable, Hashable {
  public var fi: String
  public var sv: String
  public var en: String

  public init(fi: String, sv: String, en: String) {
    self.fi = fi
    self.sv = sv
    self.en = en
  }

  /// The same text in every language, for names and figures.
  public init(same text: String) {
    self.init(fi: text, sv: text, en: text)
  }

  public subscript(language: Language) -> String {
    switch language {
    case .fi: fi
    case .sv: sv
    case .en: en
    }
  }

  /// The texts in the order Finnish, Swedish, English.
  public var all: [String] { [fi, sv, en] }
}

import Diagnosing

/// The languages as editors write them.
public enum LanguageName {
  private static let names: [(language: Language, names: [String])] = [
    (.fi, ["fi", "suomi", "finska", "finnish"]), (.sv, ["sv", "ruotsi", "svenska", "swedish"]),
    (.en, ["en", "englanti", "engelska", "english"]),
  ]

  /// Every name of every language.
  public static var accepted: [String] { names.flatMap(\.names) }

  /// By an inflected name or a three-letter tag: `suomeksi`, `på svenska`, `fin`; for advice only.
  static func meant(by text: String) -> Language? {
    let words = NameKey.of(text).split(separator: " ")
    let starts: [(Language, [String])] = [
      (.fi, ["suom", "finsk", "finn", "fin"]), (.sv, ["ruots", "svensk", "swed", "swe", "sve"]),
      (.en, ["engl", "engel", "eng"]),
    ]
    return starts.first { _, starts in
      words.contains { word in starts.contains { $0.utf8.count > 3 ? word.hasPrefix($0) : word == $0 } }
    }?.0
  }

  /// By the tag or by the name in any of the three languages: `sv`, `ruotsi`, `svenska`, `Swedish`.
  public static func language(named text: String) -> Language? {
    let key = NameKey.of(text)
    return names.first { $0.names.contains(key) }?.language
  }
}

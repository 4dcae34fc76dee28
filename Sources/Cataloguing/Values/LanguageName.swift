import Diagnosing

/// The languages as editors write them.
public enum LanguageName {
  private static let names: [(language: Language, names: [String])] = [
    (.fi, ["fi", "suomi", "finska", "finnish"]), (.sv, ["sv", "ruotsi", "svenska", "swedish"]),
    (.en, ["en", "englanti", "engelska", "english"]),
  ]

  /// Every name of every language.
  public static var accepted: [String] { names.flatMap(\.names) }

  /// By the tag or by the name in any of the three languages: `sv`, `ruotsi`, `svenska`, `Swedish`.
  public static func language(named text: String) -> Language? {
    let key = NameKey.of(text)
    return names.first { $0.names.contains(key) }?.language
  }
}

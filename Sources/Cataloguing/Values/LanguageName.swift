import Diagnosing

/// The languages as editors write them.
public enum LanguageName {
  /// By the tag or by the name in any of the three languages: `sv`, `ruotsi`, `svenska`, `Swedish`.
  public static func language(named text: String) -> Language? {
    switch NameKey.of(text) {
    case "fi", "suomi", "finska", "finnish": .fi
    case "sv", "ruotsi", "svenska", "swedish": .sv
    case "en", "englanti", "engelska", "english": .en
    default: nil
    }
  }
}

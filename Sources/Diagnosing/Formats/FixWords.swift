/// A fix in one line of words: what to write, add or remove.
enum FixWords {
  static func line(_ fix: Fix, in file: SourceFile) -> Localized {
    let replacement = oneLine(fix.replacement)
    if fix.replacement.isEmpty {
      let removed = oneLine(file.text(fix.range))
      if removed.allSatisfy({ $0 == " " }) {
        return Localized(fi: "poista tämä merkki", sv: "ta bort det här tecknet", en: "remove this character")
      }
      return Localized(fi: "poista: \(removed)", sv: "ta bort: \(removed)", en: "remove: \(removed)")
    }
    if fix.range.isEmpty {
      if replacement.allSatisfy({ $0 == " " }) {
        return Localized(fi: "lisää väli", sv: "lägg till ett mellanslag", en: "add a space")
      }
      return Localized(fi: "lisää: \(replacement)", sv: "lägg till: \(replacement)", en: "add: \(replacement)")
    }
    if replacement.allSatisfy({ $0 == " " }) {
      return Localized(
        fi: "kirjoita tilalle välilyöntejä: \(replacement.count)",
        sv: "skriv mellanslag i stället: \(replacement.count)",
        en: "write spaces instead: \(replacement.count)")
    }
    return Localized(fi: "kirjoita: \(replacement)", sv: "skriv: \(replacement)", en: "write: \(replacement)")
  }

  /// A text with its line ends shown, without characters that a terminal would act on.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { Excerpt.shown(String($0)) }.joined(separator: " ⏎ ")
  }
}

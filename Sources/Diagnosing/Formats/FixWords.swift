/// A fix in one line of words: what to write, add or remove.
enum FixWords {
  static func line(_ fix: Fix, in file: SourceFile) -> Localized {
    let replacement = oneLine(fix.replacement)
    if fix.replacement.isEmpty {
      let removed = oneLine(IdentityCodeMask.applied(to: file.text(fix.range)))
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

  /// More lines than this are told by the first of them.
  private static let mostLines = 5

  /// A text with its line ends shown, and with characters that cannot be seen, or that a terminal would act on, named
  /// by their numbers: `⟨U+200B⟩`.
  private static func oneLine(_ text: String) -> String {
    let lines = text.split(maxSplits: mostLines, whereSeparator: \.isNewline)
    let shown = lines.count > mostLines ? lines.prefix(mostLines - 1) + ["…"] : lines[...]
    return shown.map { line in
      var shown = ""
      for scalar in line.unicodeScalars {
        if isVisible(scalar) {
          shown.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          shown += "⟨U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)⟩"
        }
      }
      return shown
    }.joined(separator: " ⏎ ")
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}

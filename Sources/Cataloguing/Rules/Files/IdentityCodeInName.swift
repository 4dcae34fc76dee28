import Diagnosing
import Reading

/// No file's or folder's name holds a personal identity code: names are addresses, and are published.
enum IdentityCodeInName: SiteRule {
  static let rule = PersonalIdentityCode.rule

  static func check(_ site: MatchedSite) -> [Diagnostic] {
    let texts = (site.entries + site.pages.map(\.matched)).filter { holdsCode($0.path) }
    let others = site.files.filter(holdsCode).subtracting(texts.map(\.path)).sorted()
    // Only a text whose name is at fault is asked for.
    let files = texts.map(\.file) + others.map { SourceFile(path: $0, bytes: []) }
    return files.map { file in
      Diagnostic(
        rule, in: file, at: file.contentStart..<file.contentStart,
        Localized(
          fi: "Tiedoston tai kansion nimessä on henkilötunnus",
          sv: "Filens eller mappens namn innehåller en personbeteckning",
          en: "The name of the file or a folder holds a personal identity code"),
        notes: [rule.explanation])
    }
  }

  private static func holdsCode(_ path: String) -> Bool {
    // A code has nine digits at least, and hardly a name has as many.
    guard path.utf8.count(where: { $0 &- 0x30 < 10 }) >= 9 else { return false }
    let bytes = Array(path.utf8)
    return bytes.indices.dropLast(10).contains { PersonalIdentityCode.place(in: bytes, at: $0) != nil }
  }
}

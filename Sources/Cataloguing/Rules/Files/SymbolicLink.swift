import Diagnosing

/// No symbolic link stands below `content/` or `themes/`.
public enum SymbolicLink {
  public static let rule = Rule(
    "symbolic-link", .error,
    title: Localized(
      fi: "Kansioissa content ja themes ei ole symbolisia linkkejä",
      sv: "Mapparna content och themes innehåller inga symboliska länkar",
      en: "The folders content and themes hold no symbolic links"),
    explanation: Localized(
      fi: "Symbolinen linkki voisi julkaista tiedoston, joka on sivuston ulkopuolella. Kopioi tiedosto linkin tilalle.",
      sv: "En symbolisk länk kunde publicera en fil som ligger utanför webbplatsen. Kopiera filen i länkens ställe.",
      en: "A symbolic link could publish a file that lies outside the site. Put a copy of the file in its place."))

  /// The finding about a link that the reading of folders did not follow.
  public static func diagnostic(_ path: String) -> Diagnostic {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Diagnostic(
      rule, in: SourceFile(path: path, bytes: []), at: 0..<0,
      Localized(
        fi: "”\(name)” on symbolinen linkki", sv: "”\(name)” är en symbolisk länk", en: "“\(name)” is a symbolic link"),
      notes: [rule.explanation])
  }
}

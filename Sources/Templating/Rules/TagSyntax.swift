import Diagnosing

/// A tag is closed and holds one name.
enum TagSyntax {
  static let rule = Rule(
    "template-tag", .error,
    title: Localized(
      fi: "Tunniste suljetaan, ja siinä on yksi nimi",
      sv: "En tagg stängs och innehåller ett namn",
      en: "A tag is closed and holds one name"),
    explanation: Localized(
      fi: "Tunniste on muotoa {{nimi}}. Nimessä ei ole välilyöntejä. Erottimet vaihdetaan näin: {{=<% %>=}}.",
      sv: "En tagg har formen {{namn}}. Namnet innehåller inga mellanslag. Avgränsarna byts så här: {{=<% %>=}}.",
      en: "A tag has the form {{name}}. The name holds no spaces. Delimiters are changed like this: {{=<% %>=}}."))

  static func unclosed(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: range,
      Localized(fi: "Tunnistetta ei suljeta", sv: "Taggen stängs inte", en: "The tag is not closed"))
  }

  static func name(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: range,
      Localized(
        fi: "Tunnisteessa on tasan yksi nimi ilman välilyöntejä", sv: "En tagg har exakt ett namn utan mellanslag",
        en: "A tag has exactly one name, without spaces"))
  }

  static func delimiters(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: range,
      Localized(
        fi: "Uusia erottimia on kaksi, välillä toisistaan erotettuina, ilman yhtäsuuruusmerkkiä",
        sv: "Nya avgränsare är två, åtskilda av mellanslag, utan likhetstecken",
        en: "New delimiters are two, with a space between them and no equals sign"))
  }
}

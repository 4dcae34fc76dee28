import Diagnosing

/// What is opened is closed by its own name.
enum UnclosedSection {
  static let rule = Rule(
    "template-unclosed", .error,
    title: Localized(
      fi: "Osio, lohko ja pohja suljetaan omalla nimellään",
      sv: "En sektion, ett block och en grund stängs med sitt eget namn",
      en: "A section, a block and a parent are closed by their own names"),
    explanation: Localized(
      fi:
        "Jokaista tunnistetta {{#nimi}}, {{^nimi}}, {{$nimi}} ja {{<nimi}} vastaa {{/nimi}}, ja sisempi "
        + "suljetaan ennen ulompaa.",
      sv:
        "Mot varje tagg {{#namn}}, {{^namn}}, {{$namn}} och {{<namn}} svarar {{/namn}}, och den inre stängs "
        + "före den yttre.",
      en:
        "Every {{#name}}, {{^name}}, {{$name}} and {{<name}} has its {{/name}}, and the inner one is closed "
        + "before the outer."))

  static func neverClosed(_ tag: Tag, in file: SourceFile) -> Diagnostic {
    let name = tag.name.text
    return Diagnostic(
      rule, in: file, at: tag.range,
      Localized(
        fi: "Tunnistetta ”\(name)” ei suljeta", sv: "”\(name)” stängs inte", en: "”\(name)” is not closed"),
      notes: [
        Localized(
          fi: "siihen kuuluu {{/\(name)}}", sv: "till den hör {{/\(name)}}", en: "it needs a {{/\(name)}}")
      ])
  }

  static func notOpen(_ tag: Tag, expected: Tag?, in file: SourceFile) -> Diagnostic {
    let name = tag.name.text
    let fix = expected.map { Fix(replacing: tag.name.range, with: $0.name.text) }
    return Diagnostic(
      rule, in: file, at: tag.range,
      Localized(
        fi: "Tunniste ”\(name)” ei ole auki tässä", sv: "”\(name)” är inte öppen här",
        en: "”\(name)” is not open here"),
      fix: fix)
  }
}

import Diagnosing

/// All rules as one Markdown document in one language: the pages of `mallisto explain` for reading on the web.
struct RulePages {
  let rules: [Rule]
  let language: Language

  var markdown: String {
    let title = Localized(fi: "Malliston säännöt", sv: "Mallistos regler", en: "The rules of Mallisto")
    let lead = Localized(
      fi: "Komento `mallisto explain SÄÄNTÖ` näyttää saman. Tämän tiedoston kirjoittaa `mallisto explain --all`.",
      sv: "Kommandot `mallisto explain REGEL` visar samma sak. Den här filen skrivs av `mallisto explain --all`.",
      en: "The command `mallisto explain RULE` shows the same. This file is written by `mallisto explain --all`.")
    var out = "# \(title[language])\n\n\(lead[language])\n\n"
    for rule in rules { out += "- [`\(rule.id)`](#\(rule.id)): \(escaped(rule.title[language]))\n" }
    for rule in rules { out += "\n" + page(rule) }
    return out
  }

  private func page(_ rule: Rule) -> String {
    let severity =
      rule.severity == .error
      ? Localized(fi: "virhe", sv: "fel", en: "error") : Localized(fi: "varoitus", sv: "varning", en: "warning")
    var out = "## \(rule.id)\n\n**\(escaped(rule.title[language]))** (\(severity[language]))\n\n"
    out += escaped(rule.explanation[language]) + "\n"
    if let example = rule.example {
      let wrong = Localized(fi: "Väärin:", sv: "Fel:", en: "Wrong:")
      let right = Localized(fi: "Oikein:", sv: "Rätt:", en: "Right:")
      out += "\n\(wrong[language])\n\n\(fenced(example.wrong))\n\(right[language])\n\n\(fenced(example.right))"
    }
    return out
  }

  /// Lines as code, within more backticks than they hold; characters that cannot be seen are named.
  private func fenced(_ lines: String) -> String {
    var shown = ""
    for scalar in lines.unicodeScalars {
      let isSeen = scalar == "\n" || (scalar.value >= 0x20 && !scalar.properties.isDefaultIgnorableCodePoint)
      if isSeen {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "⟨U+\(String(scalar.value, radix: 16, uppercase: true))⟩"
      }
    }
    while shown.hasSuffix("\n") { shown.removeLast() }
    return "````text\n\(shown)\n````\n"
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|".unicodeScalars.contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}

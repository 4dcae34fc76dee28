import Diagnosing

/// What a label names is in scope where the label is used.
enum LabelValue {
  static let rule = Rule(
    "template-label-value", .error,
    title: Localized(
      fi: "Sanan aaltosulkeissa olevat nimet löytyvät siitä, missä sanaa käytetään",
      sv: "Namnen inom klamrar i ett ord finns där ordet används",
      en: "The names in a label's braces exist where the label is used"),
    explanation: Localized(
      fi: "Teksti ”{count} tulosta” tarvitsee arvon count samasta kohdasta sivupohjaa. Monikon valitsee luku.",
      sv:
        "Texten ”{count} träffar” behöver värdet count på samma ställe i sidmallen. Pluralformen väljs av ett "
        + "tal.",
      en:
        "The text ”{count} results” needs a value count at the same place of the template. A plural form is "
        + "chosen by a number."))

  static func unknown(
    _ name: String, _ label: Label, among names: [String], at range: Range<Int>, in file: SourceFile
  ) -> Diagnostic {
    let near = NearestName.suggestions(for: name, among: names).joined(separator: ", ")
    var notes = [origin(label)]
    if !near.isEmpty {
      notes.append(Localized(fi: "lähellä: \(near)", sv: "liknande: \(near)", en: "near: \(near)"))
    }
    return Diagnostic(
      rule, in: file, at: range,
      Localized(
        fi: "Sana ”\(label.name)” tarvitsee arvon ”\(name)”, jota tässä ei ole",
        sv: "Ordet ”\(label.name)” behöver värdet ”\(name)”, som inte finns här",
        en: "The label ”\(label.name)” needs a value ”\(name)”, which does not exist here"),
      notes: notes)
  }

  static func notNumber(_ name: String, _ label: Label, at range: Range<Int>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: range,
      Localized(
        fi: "Sanan ”\(label.name)” muodon valitsee luku, mutta ”\(name)” ei ole luku",
        sv: "Formen av ”\(label.name)” väljs av ett tal, men ”\(name)” är inte ett tal",
        en: "The form of the label ”\(label.name)” is chosen by a number, but ”\(name)” is none"),
      notes: [origin(label)])
  }

  private static func origin(_ label: Label) -> Localized {
    let place = "\(label.file.path):\(label.file.position(at: label.range.lowerBound))"
    return Localized(fi: "sana on tässä: \(place)", sv: "ordet står här: \(place)", en: "the label is here: \(place)")
  }
}

import Diagnosing

/// The rules of how much one text may hold.
public enum LimitRules {
  public static let all = [tooDeep, tooManyLinks]

  /// What there is too much of in a body; the rest of it is then better not judged.
  public static func faults(of body: Body, in file: SourceFile) -> [Diagnostic] {
    let deep = body.tooDeep.map {
      Diagnostic(tooDeep, in: file, at: $0, tooDeep.title, notes: [tooDeep.explanation])
    }
    let many = body.tooManyLinks.map {
      Diagnostic(tooManyLinks, in: file, at: $0, tooManyLinks.title, notes: [tooManyLinks.explanation])
    }
    return [deep, many].compactMap(\.self)
  }

  static let tooDeep = Rule(
    "too-deep", .error,
    title: Localized(
      fi: "Lainauksia, luetteloita ja korostuksia on enintään \(Limits.blockDepth) sisäkkäin",
      sv: "Citat, listor och betoningar är högst \(Limits.blockDepth) inuti varandra",
      en: "Quotes, lists and emphasis are at most \(Limits.blockDepth) within each other"),
    explanation: Localized(
      fi:
        "Tekstiin on luultavasti tullut merkkejä, jotka eivät kuulu siihen, esimerkiksi sähköpostin lainausmerkkejä >.",
      sv: "Troligen har texten fått med tecken som inte hör dit, till exempel citattecken > ur e-post.",
      en: "The text has probably got characters that do not belong to it, such as the > of quoted mail."),
    example: RuleExample(
      wrong: String(repeating: "> ", count: Limits.blockDepth + 1) + "Malli kertoo,", right: "Malli kertoo,"))

  static let tooManyLinks = Rule(
    "too-many-links", .error,
    title: Localized(
      fi: "Tekstissä on enintään \(Limits.links) linkkiä ja kuvaa",
      sv: "En text innehåller högst \(Limits.links) länkar och bilder",
      en: "A text holds at most \(Limits.links) links and images"),
    explanation: Localized(
      fi: "Raja on paljon yli sen, mitä kuvaus tarvitsee. Tekstiin on ehkä liitetty jotakin, mikä ei kuulu siihen.",
      sv: "Gränsen ligger långt över vad en beskrivning behöver. Kanske har något klistrats in som inte hör dit.",
      en: "The limit lies far above what a description needs. Something may have been pasted that does not belong."))
}

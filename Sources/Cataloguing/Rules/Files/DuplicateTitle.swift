import Diagnosing
import Reading

/// A title tells a practice from the others in its language.
enum DuplicateTitle: SiteRule {
  static let rule = Rule(
    "duplicate-title", .warning,
    title: Localized(
      fi: "Mallin nimi on eri kuin muilla", sv: "En modells namn skiljer sig från de andras",
      en: "A model's title differs from the others"),
    explanation: Localized(
      fi: "Lukija ei erota listassa kahta samannimistä mallia. Lisää nimeen esimerkiksi paikka. "
        + "Jos sama malli on kuvattu kahdesti, poista toinen.",
      sv: "Läsaren kan inte skilja två modeller med samma namn åt i en lista. Lägg till exempel till platsen i namnet. "
        + "Om samma modell har beskrivits två gånger, ta bort den ena.",
      en: "Readers cannot tell two models of the same title apart in a list. Add the place to the title, for example. "
        + "If one model is described twice, remove one description."),
    example: RuleExample(
      wrong: "nimi: Läsnäolon toinen malli", right: title,
      others: ["toinen-malli.md": SampleEntry.text.replacing(title, with: "nimi: Läsnäolon toinen malli")]))

  private static let title = "nimi: \"Läsnäolon malli: yhdessä kouluun\""

  static func check(_ site: MatchedSite) -> [Diagnostic] {
    guard let index = site.schema.template.field(.title) else { return [] }
    // Most titles stand alone, which their hashes tell.
    let hashes = Parallel.map(site.entries) { entry -> UInt64? in
      guard case .text(let title)? = entry.fields[index]?.value else { return nil }
      return NameKey.hash(of: title)
    }
    let shared = SharedNames.shared(hashes)
    let titles = zip(site.entries, hashes).compactMap {
      entry, hash -> (String, (MatchedEntry, MatchedField, String))? in
      guard let hash, shared.contains(hash), let field = entry.fields[index], case .text(let title)? = field.value
      else { return nil }
      // A translation may well have the title of its original.
      return ("\(entry.language.rawValue) \(NameKey.of(title))", (entry, field, title))
    }
    return SharedNames.groups(titles).flatMap { members in
      members.map { entry, field, title in
        let others = members.filter { $0.0.path != entry.path }.prefix(3).map(\.0.path)
          .joined(separator: ", ")
        return Diagnostic(
          rule, in: entry.file, at: field.range,
          Localized(
            fi: "Nimi ”\(title)” on myös toisella mallilla", sv: "Namnet ”\(title)” har också en annan modell",
            en: "The title “\(title)” is another model's too"),
          notes: [Localized(fi: "Toinen on \(others)", sv: "Den andra är \(others)", en: "The other is \(others)")]
            + [rule.explanation])
      }
    }
  }
}

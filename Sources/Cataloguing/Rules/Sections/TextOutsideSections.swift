import Diagnosing
import Reading

/// All text of a description stands in one of its sections.
enum TextOutsideSections: EntryRule {
  static let rule = Rule(
    "text-outside-sections", .error,
    title: Localized(
      fi: "Teksti on osioissa, ei ennen ensimmäistä otsikkoa",
      sv: "Texten står i avsnitten, inte före den första rubriken",
      en: "Text stands in the sections, not before the first heading"),
    explanation: Localized(
      fi: "Mallin sivulla näkyvät tiedot ja osiot. Teksti, joka ei ole missään osiossa, jäisi pois. "
        + "Siirrä se osion ”Ratkaisun perusidea” alkuun tai lyhyeen kuvaukseen.",
      sv: "På modellens sida visas uppgifterna och avsnitten. Text som inte hör till något avsnitt skulle lämnas bort. "
        + "Flytta den till början av ”Lösningens grundidé” eller till den korta beskrivningen.",
      en: "A model's page shows its fields and its sections. Text that is in no section would be left out. "
        + "Move it to the start of “Core idea of the solution” or to the summary."),
    example: RuleExample(
      wrong: "Tässä malli lyhyesti.\n\n## Ratkaisun perusidea", right: "## Ratkaisun perusidea"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    let body = entry.entry.body
    guard entry.hasReadableSections, let first = body.sections.first, first.heading == nil,
      !first.content.isEmpty, !isExplained(entry, schema)
    else { return [] }
    let heading = body.headings.first { $0.level > 2 && first.range.contains($0.range.lowerBound) }?.range
    let text = body.isBlank(0) ? nil : place(first, in: entry.file)
    guard let place = [heading, text].compactMap(\.self).min(by: { $0.lowerBound < $1.lowerBound }) else { return [] }
    return [
      Diagnostic(
        rule, in: entry.file, at: place,
        Localized(
          fi: "Teksti ennen ensimmäistä otsikkoa ei kuulu mihinkään osioon",
          sv: "Texten före den första rubriken hör inte till något avsnitt",
          en: "The text before the first heading belongs to no section"),
        notes: [rule.explanation])
    ]
  }

  /// Whether the text has lost the heading above it, of which another rule tells.
  private static func isExplained(_ entry: MatchedEntry, _ schema: Schema) -> Bool {
    let template = schema.template
    let first = entry.sections.compactMap(\.definition).min() ?? template.sections.count
    let isHeadingGone = template.sections.indices.contains {
      $0 < first && template.sections[$0].required.applies(atStage: entry.stage)
    }
    return isHeadingGone || entry.mayHideHeadings(template)
  }

  /// The first line that is neither empty, a heading nor a comment.
  private static func place(_ section: Section, in file: SourceFile) -> Range<Int>? {
    var start = section.range.lowerBound
    var isInComment = false
    while start < section.range.upperBound {
      let line = file.lineRange(at: start)
      let text = file.bytes[line].drop { $0 == 0x20 || $0 == 0x09 }
      if text.starts(with: "<!--".utf8) { isInComment = true }
      if !text.isEmpty, text.first != 0x23, !isInComment { return text.startIndex..<line.upperBound }
      if isInComment, file.text(line).contains("-->") { isInComment = false }
      start = line.upperBound + 1
      if start < file.bytes.count, file.bytes[start] == 0x0A, file.bytes[start - 1] == 0x0D { start += 1 }
    }
    return nil
  }
}

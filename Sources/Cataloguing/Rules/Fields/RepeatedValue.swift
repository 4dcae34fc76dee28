import Diagnosing

/// A value stands once in a list.
enum RepeatedValue: EntryRule {
  static let rule = Rule(
    "repeated-value", .warning,
    title: Localized(
      fi: "Sama arvo on luettelossa kerran", sv: "Samma värde står en gång i en lista",
      en: "A value stands once in a list"),
    explanation: Localized(
      fi:
        "Kaksi eri kirjoitusasua voi tarkoittaa samaa arvoa, kuten STM ja Sosiaali- ja terveysministeriö. Poista toinen.",
      sv:
        "Två skrivsätt kan betyda samma värde, till exempel SHM och Social- och hälsovårdsministeriet. Ta bort det ena.",
      en: "Two spellings may mean the same value, such as STM and Ministry of Social Affairs and Health. Remove one."),
    example: RuleExample(
      wrong: "asiasanat: [poissaolot, opiskeluhuolto, Poissaolot]", right: "asiasanat: [poissaolot, opiskeluhuolto]"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .repeated(let first) = problem.kind, let field = problem.field else { return nil }
      let line = entry.line(of: first.lowerBound)
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Kentässä ”\(field.labels.fi)” on sama arvo kahdesti: \(problem.text)",
          sv: "Fältet ”\(field.labels.sv)” har samma värde två gånger: \(problem.text)",
          en: "The field “\(field.labels.en)” has the same value twice: \(problem.text)"),
        notes: [
          Localized(
            fi: "Ensimmäinen on rivillä \(line): \(entry.file.text(first))",
            sv: "Det första står på rad \(line): \(entry.file.text(first))",
            en: "The first stands on line \(line): \(entry.file.text(first))")
        ],
        fix: removal(of: problem.range, from: entry.file).map { Fix(replacing: $0, with: "") })
    }
  }

  /// The item with the comma before it, or with its whole line where it stands after a hyphen.
  private static func removal(of item: Range<Int>, from file: SourceFile) -> Range<Int>? {
    var start = item.lowerBound
    while start > 0, file.bytes[start - 1] == 0x20 { start -= 1 }
    guard start > 0 else { return nil }
    if file.bytes[start - 1] == UInt8(ascii: ",") { return start - 1..<item.upperBound }
    let first = file.lineRange(at: item.lowerBound)
    let last = file.lineRange(at: item.upperBound)
    let isAlone = file.bytes[first.lowerBound..<item.lowerBound].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    guard isAlone, last.upperBound == item.upperBound, last.upperBound < file.bytes.count else { return nil }
    let isCRLF = file.bytes[last.upperBound...].starts(with: [0x0D, 0x0A])
    return first.lowerBound..<last.upperBound + (isCRLF ? 2 : 1)
  }
}

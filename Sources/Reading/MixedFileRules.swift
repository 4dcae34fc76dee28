import Diagnosing

/// The rules of files that hold more than one text of one entry: what stands in them has to be parted by hand first.
public enum MixedFileRules {
  public static let all = [conflict, secondEntry]

  static let conflict = Rule(
    "merge-conflict", .error,
    title: Localized(
      fi: "Kahdesta muutoksesta samaan kohtaan on valittu toinen",
      sv: "Av två ändringar på samma ställe har den ena valts",
      en: "Of two changes to the same place one has been chosen"),
    explanation: Localized(
      fi: "Rivit <<<<<<<, ======= ja >>>>>>> jäävät tiedostoon, kun kaksi ihmistä on muuttanut samaa kohtaa. Valitse "
        + "kumpi teksti jää, tai yhdistä ne, ja poista nämä rivit.",
      sv:
        "Raderna <<<<<<<, ======= och >>>>>>> blir kvar i filen när två personer har ändrat samma ställe. Välj vilken "
        + "text som blir kvar, eller slå ihop dem, och ta bort de här raderna.",
      en:
        "The lines <<<<<<<, ======= and >>>>>>> are left in a file when two people have changed the same place. Choose "
        + "which text stays, or join them, and remove these lines."),
    example: RuleExample(
      wrong: "<<<<<<< HEAD\nvaihe: Kokeilu\n=======\nvaihe: Idea\n>>>>>>> muutos", right: "vaihe: Kokeilu"))

  static let secondEntry = Rule(
    "second-entry", .error,
    title: Localized(
      fi: "Jokainen malli on omassa tiedostossaan", sv: "Varje modell står i en egen fil",
      en: "Every practice has a file of its own"),
    explanation: Localized(
      fi:
        "Tästä alkaa toinen malli, jolla on omat tiedot. Siirrä se omaan tiedostoonsa, jonka nimi päättyy .md, tai poista "
        + "se, jos sama malli on tiedostossa kahdesti.",
      sv:
        "Här börjar en annan modell med egna uppgifter. Flytta den till en egen fil vars namn slutar på .md, eller ta "
        + "bort den om samma modell står två gånger i filen.",
      en:
        "Another practice with fields of its own starts here. Move it to a file of its own whose name ends in .md, or "
        + "remove it if the same practice stands in the file twice."),
    example: RuleExample(
      wrong: "---\nnimi: Toinen malli\nvaihe: Idea\n---\n\nTekstiä.", right: "Koulun muu teksti."))

  /// The two sides of a change that were left in a file.
  ///
  /// It walks over every line, so it is asked only where something else shows that they may be there: fields that cannot be
  /// read, a heading that is underlined with `=`, or as many quotes within each other as there are signs in `>>>>>>>`.
  static func conflict(in file: SourceFile) -> Diagnostic? {
    var line = file.contentStart
    while line < file.bytes.count {
      let whole = file.lineRange(at: line)
      if file.bytes[whole].starts(with: repeatElement(0x3C, count: 7)), whole.count == 7 || file.bytes[line + 7] == 0x20
      {
        return Diagnostic(
          conflict, in: file, at: whole,
          Localized(
            fi: "Tästä alkaa kohta, josta tiedostossa on kaksi muutosta",
            sv: "Här börjar ett ställe som filen har två ändringar av",
            en: "A place of which the file holds two changes starts here"),
          notes: [conflict.explanation])
      }
      line = FrontMatterLines.nextLine(in: file.bytes, after: line)
    }
    return nil
  }

  /// Fields between two lines `---` within a body, at the first of the two.
  static func secondEntry(in body: Body, of file: SourceFile) -> Diagnostic? {
    for heading in body.headings where heading.level == 2 && file.bytes[heading.range.lowerBound] != 0x23 {
      var line = file.lineRange(at: heading.range.lowerBound).lowerBound
      guard FrontMatterFaults(file).holdsFields(from: line, atLeast: 2) else { continue }
      while line > 0 {
        let above = file.lineRange(at: FrontMatterLines.previousLine(in: file.bytes, before: line))
        line = above.lowerBound
        if above.isEmpty { continue }
        guard FrontMatterLines.fence(in: file.bytes, at: line) != nil else { break }
        return Diagnostic(
          secondEntry, in: file, at: above,
          Localized(
            fi: "Samassa tiedostossa on toinenkin malli", sv: "Samma fil innehåller en modell till",
            en: "The same file holds another practice"),
          notes: [secondEntry.explanation])
      }
    }
    return nil
  }
}

import Diagnosing

/// The rules of a file's beginning.
public enum FrontMatterRules {
  public static let all = [empty, missing, unclosed]

  static let empty = Rule(
    "empty-file", .error,
    title: Localized(fi: "Tiedosto ei ole tyhjä", sv: "Filen är inte tom", en: "A file is not empty"),
    explanation: Localized(
      fi: "Komento ”mallisto new \"Mallin nimi\"” kirjoittaa valmiin pohjan.",
      sv: "Kommandot ”mallisto new \"Modellens namn\" --language sv” skriver en färdig mall.",
      en: "The command mallisto new \"Name of the model\" writes a file to start from."))

  static let missing = Rule(
    "missing-front-matter", .error,
    title: Localized(
      fi: "Tiedosto alkaa rivillä, jolla on vain kolme viivaa ---",
      sv: "Filen börjar med en rad som bara har tre streck ---",
      en: "A file starts with a line that is just three hyphens ---"),
    explanation: Localized(
      fi:
        "Tiedot (nimi, alue, vaihe ja muut) ovat tiedoston alussa kahden ---rivin välissä, ja kuvaus tulee niiden jälkeen. "
        + "Rivillä ei saa olla muuta, ei edes välilyöntejä.",
      sv:
        "Uppgifterna (namn, område, skede och andra) står i filens början mellan två rader med ---, och beskrivningen följer. "
        + "Raden får inte innehålla något annat, inte ens mellanslag.",
      en:
        "The fields (title, region, stage and others) stand at the start between two lines of ---, and the text follows. "
        + "Nothing else stands on those lines, not even spaces."),
    example: RuleExample(wrong: "nimi: \"Läsnäolon malli", right: "---\nnimi: \"Läsnäolon malli"))

  static let unclosed = Rule(
    "unclosed-front-matter", .error,
    title: Localized(
      fi: "Tiedot päättyvät riviin, jolla on vain kolme viivaa ---",
      sv: "Uppgifterna slutar med en rad som bara har tre streck ---",
      en: "The fields end with a line that is just three hyphens ---"),
    explanation: Localized(
      fi: "Lisää rivi --- viimeisen tiedon jälkeen, ennen ensimmäistä ##-otsikkoa. Rivillä ei saa olla muuta.",
      sv: "Lägg till raden --- efter den sista uppgiften, före den första rubriken ##. Raden får inte innehålla annat.",
      en: "Add a line --- after the last field, before the first ## heading. Nothing else stands on that line."),
    example: RuleExample(wrong: "\n\n## Ratkaisun perusidea", right: "---\n\n## Ratkaisun perusidea"))
}

/// Says what is wrong with a file's beginning, and where its `---` was probably meant to be.
struct FrontMatterFaults {
  let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
  }

  /// Of a file whose first line is not `---`.
  func withoutStart() -> Diagnostic {
    if let foreign = ForeignFile.fault(in: file) { return foreign }
    let start = file.contentStart
    guard let first = firstLine(from: start, where: { !$0.isEmpty }) else {
      return Diagnostic(
        FrontMatterRules.empty, in: file, at: start..<start,
        Localized(fi: "Tiedosto on tyhjä", sv: "Filen är tom", en: "The file is empty"),
        notes: [FrontMatterRules.empty.explanation])
    }
    if first.lowerBound > start, FrontMatterLines.fence(in: file.bytes, at: first.lowerBound) != nil {
      return fault(FrontMatterRules.missing, start..<start, fix: Fix(replacing: start..<first.lowerBound, with: ""))
    }
    let whole = file.lineRange(at: first.lowerBound)
    if isNearFence(first) || isRuler(first) {
      return fault(
        FrontMatterRules.missing, start..<start, fix: Fix(replacing: start..<whole.upperBound, with: "---"),
        note: almost(at: whole.lowerBound))
    }
    if let later = firstLine(
      from: first.upperBound, where: { FrontMatterLines.fence(in: file.bytes, at: $0.lowerBound) != nil }),
      let fields = FrontMatterLines.fence(in: file.bytes, at: later.lowerBound), holdsFields(from: fields)
    {
      return fault(FrontMatterRules.missing, start..<start, fix: Fix(replacing: start..<later.lowerBound, with: ""))
    }
    return fault(FrontMatterRules.missing, start..<start, fix: Fix(replacing: start..<start, with: "---" + lineEnd))
  }

  /// Of a file whose fields are never closed.
  func unclosed() -> Diagnostic {
    let start = file.contentStart
    let place = start..<min(start + 3, file.bytes.count)
    let body = FrontMatterLines.nextLine(in: file.bytes, after: start)
    let end = firstLine(from: body) { isNearFence($0) || isRuler($0) || isHeading($0) }
    guard let end else { return fault(FrontMatterRules.unclosed, place, fix: nil) }
    if !isHeading(end) {
      let whole = file.lineRange(at: end.lowerBound)
      return fault(
        FrontMatterRules.unclosed, place, fix: Fix(replacing: whole, with: "---"), note: almost(at: whole.lowerBound))
    }
    let here = end.lowerBound..<end.lowerBound
    return fault(
      FrontMatterRules.unclosed, place, fix: Fix(replacing: here, with: "---" + lineEnd + lineEnd),
      note: before(end.lowerBound))
  }

  /// Whether the line taken for the closing `---` is rather a ruler in the text: text stands before it,
  /// or a line that was nearly `---`.
  ///
  /// - Parameter end: where the YAML between the two lines could not be read.
  func isUnclosed(_ yaml: Range<Int>, faultAt end: Int) -> Bool {
    var line = yaml.lowerBound
    while line < yaml.upperBound, line <= end {
      let next = FrontMatterLines.nextLine(in: file.bytes, after: line)
      let words = trimmed(file.lineRange(at: line))
      if isNearFence(words) { return true }
      if line < end, isHeading(words), let after = firstLine(from: next, where: { !$0.isEmpty }),
        after.lowerBound < yaml.upperBound, !isField(after)
      {
        return true
      }
      line = next
    }
    return false
  }

  /// Of a file with fields in two parts, or with one `---` too many before them; nil where it is neither.
  ///
  /// - Parameter yaml: what stands between the first two `---`.
  func secondPart(after yaml: Range<Int>, bodyStart: Int) -> Diagnostic? {
    if holdsFields(from: bodyStart) {
      return fault(
        YAMLRules.secondDocument, yaml.upperBound..<yaml.upperBound + 3,
        fix: Fix(replacing: yaml.upperBound..<bodyStart, with: ""))
    }
    var line = bodyStart
    while line < file.bytes.count, file.bytes[line] == 0x0A || file.bytes[line] == 0x0D { line += 1 }
    guard let after = FrontMatterLines.fence(in: file.bytes, at: line), holdsFields(from: after) else { return nil }
    return fault(
      YAMLRules.secondDocument, line..<line + 3, fix: Fix(replacing: yaml.upperBound..<after, with: ""))
  }

  /// Whether nothing but fields stands from an offset on up to a line `---`.
  func holdsFields(from start: Int, atLeast least: Int = 1) -> Bool {
    var line = start
    var count = 0
    while line < file.bytes.count {
      if FrontMatterLines.fence(in: file.bytes, at: line) != nil { return count >= least }
      let whole = file.lineRange(at: line)
      let words = trimmed(whole)
      if !words.isEmpty, words.lowerBound == whole.lowerBound {
        guard isField(words) else { return false }
        count += 1
      }
      line = FrontMatterLines.nextLine(in: file.bytes, after: line)
    }
    return false
  }

  // MARK: Lines

  /// The first line from an offset on whose text, without blanks around it, is as asked.
  private func firstLine(from start: Int, where isWanted: (Range<Int>) -> Bool) -> Range<Int>? {
    var line = start
    while line < file.bytes.count {
      let words = trimmed(file.lineRange(at: line))
      if isWanted(words) { return words }
      line = FrontMatterLines.nextLine(in: file.bytes, after: line)
    }
    return nil
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var line = line
    while let last = file.bytes[line].last, last == 0x20 || last == 0x09 {
      line = line.lowerBound..<line.upperBound - 1
    }
    while let first = file.bytes[line].first, first == 0x20 || first == 0x09 {
      line = line.lowerBound + 1..<line.upperBound
    }
    return line
  }

  /// A line of hyphens or dashes that is not the fence it was meant to be: `--- `, `----`, `–––`.
  private func isNearFence(_ line: Range<Int>) -> Bool {
    guard (2...80).contains(line.count) else { return false }
    let scalars = file.text(line).unicodeScalars
    return scalars.count > 1
      && scalars.allSatisfy { $0 == "-" || $0 == " " || $0 == "\u{2212}" || ("\u{2010}"..."\u{2015}").contains($0) }
  }

  /// A line of one sign again and again that parts texts elsewhere: `+++`, `...`, `***`, a fence or a lone dash.
  private func isRuler(_ line: Range<Int>) -> Bool {
    let scalars = file.text(line).unicodeScalars
    guard let first = scalars.first, scalars.allSatisfy({ $0 == first }) else { return false }
    return scalars.count > 2 ? "+.*_=~`".unicodeScalars.contains(first) : first == "\u{2013}" || first == "\u{2014}"
  }

  private func isHeading(_ line: Range<Int>) -> Bool {
    let marks = file.bytes[line].prefix { $0 == 0x23 }.count
    return (2...3).contains(marks) && file.bytes[line].dropFirst(marks).first == 0x20
      && file.lineRange(at: line.lowerBound).lowerBound == line.lowerBound
  }

  private func isField(_ line: Range<Int>) -> Bool {
    let lines = YAMLLines(file, in: file.lineRange(at: line.lowerBound))
    return lines.all.first.map { lines.value(of: $0) != nil } ?? false
  }

  private var lineEnd: String {
    let next = FrontMatterLines.nextLine(in: file.bytes, after: file.contentStart)
    return next >= 2 && file.bytes[..<next].suffix(2).elementsEqual([0x0D, 0x0A]) ? "\r\n" : "\n"
  }

  // MARK: Words

  private func fault(_ rule: Rule, _ place: Range<Int>, fix: Fix?, note: Localized? = nil) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: place, rule.title, notes: [note, rule.explanation].compactMap { $0 }, fix: fix)
  }

  private func almost(at offset: Int) -> Localized {
    let line = file.position(at: offset).line
    return Localized(
      fi: "Rivi \(line) on melkein oikein: sillä on oltava tarkalleen ---, ei muita merkkejä eikä välilyöntejä.",
      sv: "Rad \(line) är nästan rätt: den ska vara exakt ---, utan andra tecken eller mellanslag.",
      en: "Line \(line) is nearly right: it must be exactly ---, with no other characters or spaces.")
  }

  private func before(_ offset: Int) -> Localized {
    let line = file.position(at: offset).line
    return Localized(
      fi: "Rivi --- puuttuu luultavasti ennen riviä \(line).", sv: "Raden --- saknas troligen före rad \(line).",
      en: "The line --- is probably missing before line \(line).")
  }
}

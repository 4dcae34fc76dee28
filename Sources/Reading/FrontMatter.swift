import Diagnosing

/// Finds the front matter: what stands between two lines that are exactly `---`, the first of them
/// being the first line of the file.
enum FrontMatter {
  struct Parts {
    /// Both fences and all between them.
    let whole: Range<Int>
    /// Between the fences.
    let yaml: Range<Int>
    let bodyStart: Int
  }

  struct Fault: Error {
    let diagnostic: Diagnostic
  }

  static func split(_ file: SourceFile) -> Result<Parts, Fault> {
    let bytes = file.bytes
    let start = file.contentStart
    guard let first = fence(in: bytes, at: start) else {
      let isBlank = bytes[start...].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      return .failure(isBlank ? empty(file) : missing(file))
    }
    var line = first
    while line < bytes.count {
      if let after = fence(in: bytes, at: line) {
        return .success(Parts(whole: start..<after, yaml: first..<line, bodyStart: after))
      }
      line = nextLine(in: bytes, after: line)
    }
    return .failure(unclosed(file))
  }

  /// Whether what was taken for front matter holds a section heading before a fault: then the closing
  /// `---` is missing and the one that was found is a ruler in the text.
  static func swallowedBody(_ file: SourceFile, _ yaml: Range<Int>, before end: Int) -> Bool {
    var line = yaml.lowerBound
    while line < min(end, yaml.upperBound) {
      if file.bytes[line...].starts(with: [0x23, 0x23, 0x20]) { return true }
      line = nextLine(in: file.bytes, after: line)
    }
    return false
  }

  /// The offset after a line that is exactly `---`, or nil when the line is another.
  private static func fence(in bytes: [UInt8], at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D else {
      return nil
    }
    let end = start + 3
    if end == bytes.count { return end }
    if bytes[end] == 0x0A { return end + 1 }
    guard bytes[end] == 0x0D else { return nil }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  private static func nextLine(in bytes: [UInt8], after start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    return min(index + 1, bytes.count)
  }
}

/// The rules of a file's beginning.
public enum FrontMatterRules {
  public static var all: [Rule] { [FrontMatter.emptyRule, FrontMatter.missingRule, FrontMatter.unclosedRule] }
}

extension FrontMatter {
  static let emptyRule = Rule(
    "empty-file", .error,
    title: Localized(fi: "Tiedosto ei ole tyhjä", sv: "Filen är inte tom", en: "A file is not empty"),
    explanation: Localized(
      fi: "Komento ”mallisto new \"Mallin nimi\"” kirjoittaa valmiin pohjan.",
      sv: "Kommandot ”mallisto new \"Modellens namn\" --language sv” skriver en färdig mall.",
      en: "The command mallisto new \"Name of the model\" writes a file to start from."))

  static let missingRule = Rule(
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
        + "Nothing else stands on those lines, not even spaces."))

  static let unclosedRule = Rule(
    "unclosed-front-matter", .error,
    title: Localized(
      fi: "Tiedot päättyvät riviin, jolla on vain kolme viivaa ---",
      sv: "Uppgifterna slutar med en rad som bara har tre streck ---",
      en: "The fields end with a line that is just three hyphens ---"),
    explanation: Localized(
      fi: "Lisää rivi --- viimeisen tiedon jälkeen, ennen ensimmäistä ##-otsikkoa.",
      sv: "Lägg till raden --- efter den sista uppgiften, före den första rubriken ##.",
      en: "Add a line --- after the last field, before the first ## heading."))

  static func empty(_ file: SourceFile) -> Fault { fault(emptyRule, file, length: 0) }
  static func missing(_ file: SourceFile) -> Fault { fault(missingRule, file, length: 0) }
  static func unclosed(_ file: SourceFile) -> Fault { fault(unclosedRule, file, length: 3) }

  private static func fault(_ rule: Rule, _ file: SourceFile, length: Int) -> Fault {
    let start = file.contentStart
    return Fault(
      diagnostic: Diagnostic(
        rule, in: file, at: start..<min(start + length, file.bytes.count), rule.title, notes: [rule.explanation]))
  }
}

import Diagnosing

/// A value is of the kind that its field asks for.
enum WrongType: EntryRule {
  static let rule = Rule(
    "wrong-type", .error,
    title: Localized(
      fi: "Arvo on kentän tyyppiä", sv: "Värdet är av fältets typ", en: "A value is of its field's kind"),
    explanation: Localized(
      fi: "Päivämäärä kirjoitetaan 18.12.2024 tai 2024-12-18, rahamäärä 680 000 €, osuus 20 % ja kausi "
        + "1.1.2024–31.7.2025. Luettelon kohdat alkavat viivalla omilla riveillään tai ovat hakasulkeissa: [yksi, kaksi]. "
        + "Lähteet, linkit ja liitteet ovat aina luetteloita.",
      sv: "Ett datum skrivs 18.12.2024 eller 2024-12-18, ett belopp 680 000 €, en andel 20 % och en period "
        + "1.1.2024–31.7.2025. Punkterna i en lista börjar med ett streck på egna rader eller står inom hakparenteser: "
        + "[ett, två]. Källor, länkar och bilagor är alltid listor.",
      en: "A date is written 18.12.2024 or 2024-12-18, an amount 680 000 €, a share 20 % and a period "
        + "1.1.2024–31.7.2025. The items of a list start with a hyphen on lines of their own or stand in brackets: "
        + "[one, two]. Sources, links and attachments are always lists."),
    example: RuleExample(
      wrong: "luotu: 1. elokuuta 2025",
      right: "luotu: 1.8.2025"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard let field = problem.field else { return nil }
      switch problem.kind {
      case .unreadable:
        return diagnostic(problem, field, Expectation.words(for: field), fix: meant(problem, field), entry, schema)
      case .listMark: return listMark(problem, field, in: entry.file)
      case .several(let values): return several(problem, field, values, in: entry.file)
      case .wrongShape(let shape):
        if let quoted = quoted(problem, shape, in: entry.file) {
          return unquotedColon(problem, field, quoted, in: entry.file)
        }
        let fix = listed(problem, shape, field, entry) ?? unlisted(problem, shape, field, in: entry.file)
        return diagnostic(problem, field, words(shape, field), fix: fix, entry, schema)
      default: return nil
      }
    }
  }

  private static func diagnostic(
    _ problem: Problem, _ field: FieldDefinition, _ words: Localized, fix: Fix?, _ entry: MatchedEntry, _ schema: Schema
  ) -> Diagnostic {
    let isBlock = schema.template.blocks.contains { $0.id == field.id && $0.labels == field.labels }
    let message =
      isBlock
      ? Localized(
        fi: "Lohkossa ”\(field.labels.fi)” pitää olla \(words.fi)",
        sv: "Blocket ”\(field.labels.sv)” ska ha \(words.sv)",
        en: "The block “\(field.labels.en)” must hold \(words.en)")
      : Localized(
        fi: "Kentässä ”\(field.labels.fi)” pitää olla \(words.fi)",
        sv: "Fältet ”\(field.labels.sv)” ska ha \(words.sv)",
        en: "The field “\(field.labels.en)” must hold \(words.en)")
    return Diagnostic(
      rule, in: entry.file, at: visible(problem.range, in: entry.file), message,
      notes: Expectation.example(of: field, isBlock: isBlock),
      fix: fix)
  }

  /// A value's range, or the hyphen of a list's item that has no text.
  private static func visible(_ range: Range<Int>, in file: SourceFile) -> Range<Int> {
    guard range.isEmpty else { return range }
    let hyphen = file.bytes[..<range.lowerBound].lastIndex { $0 > 0x20 } ?? range.lowerBound
    return hyphen..<min(hyphen + 1, file.bytes.count)
  }

  private static func words(_ shape: Problem.Shape, _ field: FieldDefinition) -> Localized {
    switch (shape, field.type) {
    case (.list, .texts): Expectation.list
    case (.map, _): Expectation.words(for: field, isItem: true)
    case (.text, .texts): Expectation.text
    default: Expectation.words(for: field)
    }
  }

  /// What must have been meant by a text that is not of the field's type.
  private static func meant(_ problem: Problem, _ field: FieldDefinition) -> Fix? {
    switch field.type {
    case .date:
      DateGuess(problem.text).map { Fix(replacing: problem.range, with: $0.replacement, isSafe: $0.isCertain) }
    case .amount: FigureGuess.amount(problem.text).map { Fix(replacing: problem.range, with: $0) }
    case .percentage: FigureGuess.percentage(problem.text).map { Fix(replacing: problem.range, with: $0) }
    case .period: PeriodGuess.replacement(for: problem.text).map { Fix(replacing: problem.range, with: $0) }
    case .url: WebAddress.withScheme(problem.text).map { Fix(replacing: problem.range, with: $0) }
    default: nil
    }
  }

  /// One text of a list of texts in brackets where a field takes one: the only one, or all of them in a row.
  private static func unlisted(
    _ problem: Problem, _ shape: Problem.Shape, _ field: FieldDefinition, in file: SourceFile
  ) -> Fix? {
    let text = file.text(problem.range)
    guard shape == .text, text.hasPrefix("["), text.hasSuffix("]"), !text.contains("\n"), !text.contains("\"") else {
      return nil
    }
    let inner = text.dropFirst().dropLast()
    let isFree = if case .text = field.type { true } else { false }
    guard isFree || !inner.contains(","), inner.contains(where: { !$0.isWhitespace }), !inner.contains("[") else {
      return nil
    }
    return Fix(replacing: problem.range, with: YAMLText.plain(String(inner)))
  }

  /// A lone text where a list of texts belongs, in brackets.
  private static func listed(
    _ problem: Problem, _ shape: Problem.Shape, _ field: FieldDefinition, _ entry: MatchedEntry
  )
    -> Fix?
  {
    guard shape == .list, field.type == .texts else { return nil }
    let text = entry.file.text(problem.range)
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      !text.unicodeScalars.contains(where: { "\n\r,[]{}#:".unicodeScalars.contains($0) })
    else { return nil }
    return Fix(replacing: problem.range, with: "[\(text)]")
  }

  // MARK: Lists that are not written as one

  private static func listMark(_ problem: Problem, _ field: FieldDefinition, in file: SourceFile) -> Diagnostic {
    let text = file.text(problem.range)
    let line = file.lineRange(at: problem.range.lowerBound)
    let isOnItsOwn = file.bytes[line.lowerBound..<problem.range.lowerBound].allSatisfy { $0 == 0x20 }
    let lines = ListGuess.lines(of: text.replacing("\r\n", with: "\n"))
    let replacement = isOnItsOwn ? lines : lines.flatMap { $0.contains("\n") ? nil : String($0.dropFirst(2)) }
    return Diagnostic(
      rule, in: file, at: problem.range,
      Localized(
        fi: "”\(field.labels.fi)”: luettelon kohta alkaa tavallisella viivalla - ja välillä",
        sv: "”\(field.labels.sv)”: en punkt i en lista börjar med ett vanligt streck - och ett mellanslag",
        en: "“\(field.labels.en)”: an item of a list starts with a plain hyphen - and a space"),
      notes: [
        Localized(
          fi: "Tekstinkäsittelyohjelma vaihtaa viivan ajatusviivaksi tai palloksi; tässä se ei aloita luettelon kohtaa",
          sv: "Ett ordbehandlingsprogram byter strecket mot ett tankstreck eller en punkt; här inleder det inget",
          en: "A word processor changes the hyphen to a dash or a bullet; here that starts no item")
      ],
      fix: replacement.map { text in
        let ending = file.text(problem.range).contains("\r\n") ? "\r\n" : "\n"
        return Fix(replacing: problem.range, with: text.replacing("\n", with: ending), isSafe: true)
      })
  }

  private static func several(
    _ problem: Problem, _ field: FieldDefinition, _ values: [String], in file: SourceFile
  ) -> Diagnostic {
    let line = file.lineRange(at: problem.range.lowerBound)
    let isItem = file.bytes[line.lowerBound..<problem.range.lowerBound].contains { $0 == 0x5B }
    let list = values.map(YAMLText.plain).joined(separator: ", ")
    return Diagnostic(
      rule, in: file, at: problem.range,
      Localized(
        fi: "”\(field.labels.fi)”: useampi arvo kirjoitetaan luetteloksi",
        sv: "”\(field.labels.sv)”: flera värden skrivs som en lista",
        en: "“\(field.labels.en)”: several values are written as a list"),
      notes: [
        Localized(
          fi: "Kirjoita arvot hakasulkeisiin pilkuin erotettuina tai kukin omalle rivilleen viivan - jälkeen",
          sv: "Skriv värdena inom hakparenteser med komma emellan eller vart och ett på en egen rad efter ett streck -",
          en: "Write the values in brackets with commas between them, or each on a line of its own after a hyphen -")
      ], fix: Fix(replacing: problem.range, with: isItem ? list : "[\(list)]", isSafe: !isItem))
  }

  // MARK: A colon in a list's item

  /// The item in quotes, where a colon in its text made it look like a key with a value.
  private static func quoted(_ problem: Problem, _ shape: Problem.Shape, in file: SourceFile) -> String? {
    guard shape == .text || shape == .textOrList else { return nil }
    let text = file.text(problem.range)
    guard text.contains(": "), !text.contains("\n"), !text.hasPrefix("{"), !text.hasPrefix("["), !text.contains("\"")
    else { return nil }
    let line = file.lineRange(at: problem.range.lowerBound)
    let before = file.bytes[line.lowerBound..<problem.range.lowerBound]
    guard before.contains(0x2D), before.allSatisfy({ $0 == 0x20 || $0 == 0x2D }) else { return nil }
    return "\"\(text.replacing("\\", with: "\\\\"))\""
  }

  private static func unquotedColon(_ problem: Problem, _ field: FieldDefinition, _ quoted: String, in file: SourceFile)
    -> Diagnostic
  {
    Diagnostic(
      rule, in: file, at: problem.range,
      Localized(
        fi: "”\(field.labels.fi)”: luettelon kohta, jossa on kaksoispiste ja väli, kirjoitetaan lainausmerkkeihin",
        sv: "”\(field.labels.sv)”: en punkt med kolon och mellanslag skrivs inom citattecken",
        en: "“\(field.labels.en)”: an item that holds a colon and a space is written in quotes"),
      fix: Fix(replacing: problem.range, with: quoted))
  }
}

import Diagnosing

/// A file that another program wrote and that was only given the name of a text.
enum ForeignFile {
  static let rule = Rule(
    "foreign-file", .error,
    title: Localized(
      fi: "Malli on Markdown-tekstiä, ei toisen ohjelman asiakirja",
      sv: "En modell är Markdown-text, inte ett annat programs dokument",
      en: "A practice is Markdown text, not another program's document"),
    explanation: Localized(
      fi: "Pelkkä tiedoston nimen vaihtaminen ei muuta asiakirjaa tekstiksi. Komento ”mallisto new \"Mallin nimi\"” "
        + "kirjoittaa pohjan: liitä tekstit siihen. Kansallisen palvelun sivun lukee komento ”mallisto import”.",
      sv: "Att byta filens namn gör inte ett dokument till text. Kommandot ”mallisto new \"Modellens namn\" --language "
        + "sv” skriver en mall: klistra in texterna i den. En sida ur den nationella tjänsten läser kommandot ”mallisto "
        + "import”.",
      en:
        "Another name does not make a text of a document. The command mallisto new \"Name of the model\" writes a file to "
        + "start from: paste the texts there. A page of the national service is read by mallisto import."),
    example: RuleExample(wrong: "{\\rtf1\\ansi Malli}", right: "---"))

  /// - Parameter bytes: of a file that does not begin as an entry does.
  static func fault(in file: SourceFile) -> Diagnostic? {
    let start = file.contentStart
    let head = file.bytes[start...].prefix(64)
    func begins(_ text: String) -> Bool { head.starts(with: text.utf8) }
    func tag(_ text: String) -> Bool {
      head.starts(with: text.utf8) { $0 == $1 || ($0 | 0x20 == $1 && $1 &- 0x61 < 26) }
    }
    let name: Localized
    if begins("PK\u{3}\u{4}") {
      name = Localized(
        fi: "Word-, Excel- tai LibreOffice-asiakirja", sv: "ett dokument ur Word, Excel eller LibreOffice",
        en: "a document of Word, Excel or LibreOffice")
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      name = Localized(
        fi: "vanha Word- tai Excel-asiakirja", sv: "ett gammalt dokument ur Word eller Excel",
        en: "an old document of Word or Excel")
    } else if begins("%PDF-") {
      name = Localized(fi: "PDF-asiakirja", sv: "ett PDF-dokument", en: "a PDF document")
    } else if begins("{\\rtf") {
      name = Localized(fi: "RTF-asiakirja", sv: "ett RTF-dokument", en: "an RTF document")
    } else if tag("<!doctype html") || tag("<html") {
      name = Localized(fi: "verkkosivu (HTML)", sv: "en webbsida (HTML)", en: "a web page (HTML)")
    } else {
      return nil
    }
    return Diagnostic(
      rule, in: file, at: start..<start + 1,
      Localized(
        fi: "Tiedosto on \(name.fi), ei Markdown-tekstiä", sv: "Filen är \(name.sv), inte Markdown-text",
        en: "The file is \(name.en), not Markdown text"),
      notes: [rule.explanation])
  }
}

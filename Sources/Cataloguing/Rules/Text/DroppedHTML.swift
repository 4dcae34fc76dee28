import Diagnosing
import Reading

/// A text holds no HTML, none of which would reach the page.
enum DroppedHTML: TextRule {
  static let rule = Rule(
    "raw-html", .error,
    title: Localized(
      fi: "Tekstissä ei ole HTML-merkintöjä", sv: "Texten innehåller inga HTML-taggar", en: "A text holds no HTML tags"),
    explanation: Localized(
      fi: "HTML-merkinnät jäävät pois sivulta. Käytä Markdownin merkintöjä, tai jos merkki < kuuluu tekstiin, "
        + "kirjoita sen eteen kenoviiva: \\<",
      sv: "HTML-taggar lämnas bort från sidan. Använd Markdown, eller om tecknet < hör till texten, "
        + "skriv ett omvänt snedstreck före det: \\<",
      en: "HTML tags are left out of the page. Use Markdown's marks, or where the sign < belongs to the text, "
        + "put a backslash before it: \\<"),
    example: RuleExample(wrong: "Malli on <b>yhteinen</b>.", right: "Malli on **yhteinen**."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    let tables = text.entry.body.blocks.filter { block in
      text.template.block(named: block.info).map { text.template.blocks[$0].form == .table } ?? false
    }
    let shown = ShownTag.all(in: text, tables: tables.map(\.content)).prefix(FindingLimit.perRule).map { tag in
      Diagnostic(
        rule, in: text.file, at: tag.range,
        Localized(
          fi: "HTML-merkintä ”\(text.file.text(tag.range))” näkyisi sivulla",
          sv: "HTML-taggen ”\(text.file.text(tag.range))” skulle synas på sidan",
          en: "The HTML tag “\(text.file.text(tag.range))” would show on the page"),
        notes: [rule.title], fix: tag.fix)
    }
    return shown
      + text.bodies.flatMap { body -> [Diagnostic] in
        if body.rawHTML.isEmpty { return [] }
        return openings(in: body).enumerated().map { number, index in
          diagnostic(index, isLocated: number < FindingLimit.perRule, in: body, text.file)
        }
      }
  }

  /// Of a pair of tags only the first is reported, with nothing of what stands between the two, and of a block of
  /// HTML only its first line.
  private static func openings(in body: Body) -> [Int] {
    var open: [Substring: Int] = [:]
    var lastBlock: Range<Int>?
    var toldUntil = -1
    return body.rawHTML.indices.filter { index in
      let html = body.rawHTML[index]
      if index <= toldUntil { return false }
      if html.isInline, let closing = closing(index, in: body) {
        toldUntil = closing
        return true
      }
      if html.text.hasPrefix("</") {
        let name = tagName(html.text.dropFirst(2))
        if let count = open[name], count > 0 {
          open[name] = count - 1
          return false
        }
        return true
      }
      open[tagName(html.text.dropFirst()), default: 0] += 1
      if html.isInline { return true }
      defer { lastBlock = html.block }
      return lastBlock != html.block
    }
  }

  /// The tag that closes one of the same paragraph; nil where none does.
  private static func closing(_ index: Int, in body: Body) -> Int? {
    let html = body.rawHTML[index]
    let name = tagName(html.text.dropFirst())
    if name.isEmpty { return nil }
    let last = min(body.rawHTML.count, index + 50)
    return body.rawHTML[index + 1..<last].indices.first {
      let other = body.rawHTML[$0]
      return other.block == html.block && other.text.hasPrefix("</") && tagName(other.text.dropFirst(2)) == name
    }
  }

  private static func tagName(_ text: Substring) -> Substring {
    text.prefix { $0.isLetter || $0.isNumber }
  }

  private static func diagnostic(_ index: Int, isLocated: Bool, in body: Body, _ file: SourceFile) -> Diagnostic {
    let html = body.rawHTML[index]
    let place =
      isLocated
      ? InlineLocator.range(ofRawHTML: index, in: body, file: file) : html.block.lowerBound..<html.block.lowerBound
    let shown = html.text.prefix { $0 != "\n" && $0 != "\r\n" && $0 != ">" } + (html.text.contains(">") ? ">" : "")
    let name = tagName(html.text.drop { $0 == "<" || $0 == "/" }).lowercased()
    return Diagnostic(
      rule, in: file, at: place,
      Localized(
        fi: "HTML-merkintä ”\(shown)” jäisi pois sivulta", sv: "HTML-taggen ”\(shown)” skulle lämnas bort från sidan",
        en: "The HTML tag “\(shown)” would be left out of the page"),
      notes: [advice[name] ?? rule.explanation],
      fix: isLocated ? fix(index, name, place, in: body, file) : nil)
  }

  private static let advice: [String: Localized] = {
    let emphasis = Localized(
      fi: "Korosta näin: **tärkeä** tai *kursivoitu*", sv: "Betona så här: **viktigt** eller *kursivt*",
      en: "Stress words like this: **important** or *in italics*")
    let line = Localized(
      fi: "Uusi kappale alkaa tyhjän rivin jälkeen", sv: "Ett nytt stycke börjar efter en tom rad",
      en: "A new paragraph starts after an empty line")
    let list = Localized(
      fi: "Luettelon kohta alkaa merkeillä ”- ” tai ”1. ”", sv: "En punkt i en lista börjar med ”- ” eller ”1. ”",
      en: "An item of a list starts with \"- \" or \"1. \"")
    let table = Localized(
      fi: "Taulukko kirjoitetaan lohkoon ```taulukko", sv: "En tabell skrivs i ett block ```tabell",
      en: "A table is written in a block ```table")
    let video = Localized(
      fi: "Video kerrotaan lohkossa ```video", sv: "En video beskrivs i ett block ```video",
      en: "A video is described in a block ```video")
    return [
      "b": emphasis, "strong": emphasis, "i": emphasis, "em": emphasis, "u": emphasis, "br": line, "p": line,
      "div": line, "span": line, "ul": list, "ol": list, "li": list, "table": table, "tr": table, "td": table,
      "th": table, "iframe": video, "video": video, "embed": video, "object": video,
      "a": Localized(
        fi: "Linkki kirjoitetaan [teksti](osoite)", sv: "En länk skrivs [text](adress)",
        en: "A link is written [text](address)"),
      "img": Localized(
        fi: "Kuva kirjoitetaan ![vaihtoehtoinen teksti](kuva.png)", sv: "En bild skrivs ![alternativ text](bild.png)",
        en: "A picture is written ![alternative text](picture.png)"),
    ]
  }()

  /// Puts Markdown's marks for a pair of tags of emphasis around one stretch of text.
  private static func fix(_ index: Int, _ name: String, _ place: Range<Int>, in body: Body, _ file: SourceFile) -> Fix?
  {
    if !body.rawHTML[index].isInline, let heading = HTMLHeading(body.rawHTML[index].text) {
      let marks = heading.level < 3 ? "##" : "###"
      return Fix(replacing: place, with: "\(marks) \(heading.text)")
    }
    let marks: (before: String, after: String)
    switch name {
    case "b", "strong": marks = ("**", "**")
    case "i", "em": marks = ("*", "*")
    case "a":
      guard let address = address(of: body.rawHTML[index].text) else { return nil }
      marks = ("[", "](\(address))")
    default: return nil
    }
    let next = index + 1
    guard next < body.rawHTML.count, body.rawHTML[next].block == body.rawHTML[index].block,
      body.rawHTML[next].text.lowercased() == "</\(name)>"
    else { return nil }
    let end = InlineLocator.range(ofRawHTML: next, in: body, file: file)
    guard place.upperBound < end.lowerBound else { return nil }
    let inner = file.text(place.upperBound..<end.lowerBound)
    guard inner.first?.isWhitespace == false, inner.last?.isWhitespace == false else { return nil }
    return Fix(replacing: place.lowerBound..<end.upperBound, with: marks.before + inner + marks.after)
  }

  /// The address of an HTML link, without blanks and brackets that would end a Markdown one.
  private static func address(of tag: String) -> String? {
    guard let start = tag.firstRange(of: "href=\"")?.upperBound, let end = tag[start...].firstIndex(of: "\"") else {
      return nil
    }
    let address = tag[start..<end]
    return address.isEmpty || address.contains(where: { $0.isWhitespace || "()<>".contains($0) })
      ? nil : String(address)
  }
}

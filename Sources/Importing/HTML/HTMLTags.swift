/// What a tag means for the words of a page.
enum HTMLTags {
  /// Elements that stand within a line. Every other element stands on lines of its own.
  static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins",
    "kbd", "label", "mark", "meter", "nobr", "o:p", "output", "picture", "progress", "q", "rp", "rt", "ruby", "s",
    "samp", "slot", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
  ]

  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
  ]

  /// Elements whose content nobody reads as text.
  static let unread: Set<String> = [
    "audio", "canvas", "datalist", "dialog", "iframe", "map", "math", "noembed", "noframes", "noscript", "object",
    "optgroup", "option", "script", "select", "style", "svg", "template", "textarea", "title", "video", "xmp",
  ]

  static let bold: Set<String> = ["b", "strong"]

  static func heading(_ tag: String) -> Int? {
    guard tag.utf8.count == 2, tag.hasPrefix("h"), let level = Int(tag.dropFirst()), (1...6).contains(level) else {
      return nil
    }
    return level
  }

  /// The elements that the start of another ends, and where the search for them stops.
  static func endedBy(_ tag: String) -> (tags: Set<String>, within: Set<String>)? {
    switch tag {
    case "li": (["li"], ["ul", "ol", "menu"])
    case "dt", "dd": (["dt", "dd"], ["dl"])
    case "tr": (["tr"], ["table", "thead", "tbody", "tfoot"])
    case "td", "th": (["td", "th"], ["tr", "table"])
    case "thead", "tbody", "tfoot": (["thead", "tbody", "tfoot"], ["table"])
    default: nil
    }
  }

  static func chrome(_ tag: String, _ attributes: HTMLAttributes) -> Page.Chrome {
    switch tag {
    case "nav": return .unlessWhole
    case "article", "aside", "footer", "header", "form": return .unlessDescribing
    case "html", "body", "main": return .never
    default: break
    }
    switch attributes["role"] {
    case "navigation", "dialog", "alertdialog", "search", "menu", "menubar": return .unlessWhole
    case "banner", "contentinfo", "complementary": return .unlessDescribing
    default: break
    }
    let names = ((attributes["class"] ?? "") + " " + (attributes["id"] ?? "")).utf8
    let words = names.split { !($0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26) }
    let isNamedSo = words.contains { word in
      chromeWords.contains(String(decoding: word.map { $0 | 0x20 }, as: UTF8.self))
    }
    return isNamedSo ? .unlessDescribing : .never
  }

  /// Words of class names. They only ever help to leave something out that holds no part of a description.
  private static let chromeWords: Set<String> = [
    "breadcrumb", "breadcrumbs", "consent", "cookie", "cookies", "footer", "menu", "nav", "navbar", "navigation",
    "pager", "related", "share", "sharing", "sidebar", "similar", "social", "teaser", "teasers", "toolbar",
  ]
}

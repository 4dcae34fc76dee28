import Cataloguing
import Diagnosing
import Reading

/// An Atom feed (RFC 4287) of the practices that changed last.
struct AtomFeed: Sendable {
  /// How many practices a feed holds at most.
  static let limit = 50

  let title: String
  let subtitle: String
  let author: String
  let language: Language
  /// Absolute addresses of the feed and of the page that it stands beside.
  let address: String
  let page: String
  let entries: [Entry]

  struct Entry: Sendable {
    let title: String
    let summary: String
    let address: String
    let language: Language
    let created: CalendarDate
    let modified: CalendarDate
    let categories: [String]
  }

  /// The latest change among the entries; a feed without entries says the start of the calendar's era.
  private var updated: String {
    entries.map(\.modified).max().map(AtomFeed.timestamp) ?? "2020-01-01T00:00:00Z"
  }

  func bytes() -> [UInt8] {
    var out = Output(capacity: 1024 * (entries.count + 1))
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    out.append(language.rawValue)
    out.append("\">\n")
    out.element("title", title)
    if !subtitle.isEmpty { out.element("subtitle", subtitle) }
    out.element("id", address)
    out.element("updated", updated)
    out.append("<author><name>")
    out.appendEscaped(author)
    out.append("</name></author>\n")
    out.link("self", address, type: "application/atom+xml")
    out.link("alternate", page, type: "text/html")
    for entry in entries {
      out.append("<entry xml:lang=\"")
      out.append(entry.language.rawValue)
      out.append("\">\n")
      out.element("title", entry.title)
      out.element("id", entry.address)
      out.link("alternate", entry.address, type: "text/html")
      out.element("published", AtomFeed.timestamp(entry.created))
      out.element("updated", AtomFeed.timestamp(max(entry.created, entry.modified)))
      for category in entry.categories {
        out.append("<category term=\"")
        out.appendEscaped(category)
        out.append("\"/>\n")
      }
      out.element("summary", entry.summary)
      out.append("</entry>\n")
    }
    out.append("</feed>\n")
    return Array(out.bytes)
  }

  /// A day as RFC 3339 asks, at its start in UTC, since content knows only days.
  private static func timestamp(_ date: CalendarDate) -> String { date.iso + "T00:00:00Z" }
}

extension Output {
  fileprivate mutating func element(_ name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    appendEscaped(text)
    append("</")
    append(name)
    append(">\n")
  }

  fileprivate mutating func link(_ relation: StaticString, _ address: String, type: StaticString) {
    append("<link rel=\"")
    append(relation)
    append("\" type=\"")
    append(type)
    append("\" href=\"")
    appendEscaped(address)
    append("\"/>\n")
  }
}

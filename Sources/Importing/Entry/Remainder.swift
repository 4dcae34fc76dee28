import Cataloguing
import Diagnosing

/// Words of a page that have no place in the entry, and why.
struct Remainder: Sendable {
  enum Reason: Sendable {
    /// A picture, of which the page's text has no file.
    case picture
    /// A value that its field's vocabulary does not know, with the names nearest to it.
    case unknownTerm(near: [String])
    /// No day of the calendar.
    case date
    /// A second value where there is one.
    case extra
    /// A link without an address, or with one that leads nowhere from here.
    case link
    /// Text under none of the labels.
    case stray
  }

  let reason: Reason
  let label: PlatformLabels.Label?
  let text: String
  let range: Range<Int>
}

/// What is left over, as a comment at the end of an entry: nothing is lost, and nothing shows on the page.
///
/// ```text
/// <!--
/// Tuonnissa jäi sijoittamatta:
///
/// Kuva
/// Kaavio mallin vaiheista
/// -->
/// ```
///
/// The labels are the platform's, so that an export can give the words back to their places.
enum RemainderComment {
  static let title = Localized(
    fi: "Tuonnissa jäi sijoittamatta:", sv: "Vid importen blev detta utan plats:",
    en: "The import found no place for this:")

  static func text(_ remainders: [Remainder], _ labels: PlatformLabels, language: Language) -> String {
    var lines = ["<!--", title[language]]
    var last: PlatformLabels.Label??
    for remainder in ordered(remainders) {
      if last == nil || last! != remainder.label {
        lines.append("")
        if let label = remainder.label { lines.append(labels.name(label)) }
        last = .some(remainder.label)
      }
      lines.append(harmless(remainder.text))
    }
    return lines.joined(separator: "\n") + "\n-->"
  }

  /// In the platform's order; what has no label comes last.
  private static func ordered(_ remainders: [Remainder]) -> [Remainder] {
    let ranked = remainders.enumerated().map { (rank: rank($1.label), index: $0, remainder: $1) }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.remainder)
  }

  /// Fields in tens, so that a caption comes right after its picture.
  private static func rank(_ label: PlatformLabels.Label?) -> Int {
    switch label {
    case .field(let role):
      if let index = PlatformLabels.before.firstIndex(of: role) { return index * 10 }
      return 2000 + (PlatformLabels.after.firstIndex(of: role) ?? 0) * 10
    case .caption: return rank(.field(.image)) + 1
    case .coverCaption: return rank(.field(.cover)) + 1
    case .section(let index): return 1000 + index
    case .group, nil: return 3000
    }
  }

  /// A comment ends at the first `-->`.
  private static func harmless(_ text: String) -> String {
    text.replacing("-->", with: "-- >").replacing("<!--", with: "<! --")
  }

  /// The words that a comment holds, by their labels; those without a label are passed over.
  static func read(_ text: String, _ labels: PlatformLabels) -> [PlatformLabels.Label: [String]] {
    var found: [PlatformLabels.Label: [String]] = [:]
    guard let start = title.all.compactMap({ text.firstRange(of: "<!--\n\($0)\n")?.upperBound }).first,
      let end = text[start...].firstRange(of: "\n-->")
    else { return found }
    var isCover = false
    for paragraph in text[start..<end.lowerBound].split(separator: "\n\n") {
      let lines = paragraph.split(separator: "\n").map(String.init)
      guard let first = lines.first, let label = labels.label(first) else { continue }
      if label == .field(.image) || label == .field(.cover) { isCover = label == .field(.cover) }
      found[label == .caption && isCover ? .coverCaption : label, default: []] += lines.dropFirst()
    }
    return found
  }
}

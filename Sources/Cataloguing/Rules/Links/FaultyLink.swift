import Diagnosing
import Reading

/// What is wrong with a link.
enum LinkFault: Sendable, Equatable {
  /// No entry, page or other address of the site is there.
  case noPage
  /// The page is there, but no heading of it has that anchor.
  case noAnchor(String, page: LinkResolver.Target)
  /// No file is there.
  case noFile
  /// A file is there, but it is none that shows as a picture.
  case noPicture
  /// The path leads out of the site.
  case leavesSite
  case forbiddenScheme(String)
  /// A picture or a file of another host.
  case remote
  /// An address on the web that lacks its scheme or its host.
  case incomplete
}

/// A link, a picture or a file of the front matter that leads nowhere, with its place.
struct FaultyLink: Sendable {
  let fault: LinkFault
  let use: LinkUse
  /// As written, after Markdown's escapes.
  let destination: String
  let file: SourceFile
  /// From the link's first sign to its last, or the value of a field.
  let range: Range<Int>
  /// Whether it is worth looking for what was meant: not where a file has broken links without end.
  var isGuessedAt = true

  /// The bytes of the destination within the link; nil where they stand elsewhere or are escaped.
  var destinationRange: Range<Int>? {
    let wanted = Array(destination.utf8)
    guard !wanted.isEmpty, range.count >= wanted.count else { return nil }
    var start = range.upperBound - wanted.count
    while start >= range.lowerBound {
      if file.bytes[start] == wanted[0], file.bytes[start..<start + wanted.count].elementsEqual(wanted) {
        return start..<start + wanted.count
      }
      start -= 1
    }
    return nil
  }

  /// Puts another destination for this one; in Markdown without blanks.
  func fix(_ destination: String) -> Fix? {
    let isMarkdown = file.bytes[range].first.map { [0x5B, 0x21, 0x3C].contains($0) } ?? false
    return destinationRange.map {
      Fix(replacing: $0, with: isMarkdown ? destination.replacing(" ", with: "%20") : destination)
    }
  }

  func diagnostic(_ rule: Rule, _ message: Localized, notes: [Localized]? = nil, fix: Fix? = nil) -> Diagnostic {
    Diagnostic(rule, in: file, at: range, message, notes: notes ?? [rule.explanation], fix: fix)
  }
}

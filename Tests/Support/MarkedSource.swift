import Diagnosing

/// A source text in which the expected place of a finding is marked.
///
/// ```swift
/// let source = MarkedSource("vaihe: 👉Valmiss\n")
/// source.text     // "vaihe: Valmiss\n"
/// source.offsets  // [7]
/// ```
public struct MarkedSource: Sendable {
  public let text: String
  /// The text with its marks.
  public let marked: String
  /// The byte offset of each mark, in order.
  public let offsets: [Int]

  public init(_ marked: String) {
    self.marked = marked
    var text = ""
    var offsets: [Int] = []
    for scalar in marked.unicodeScalars {
      if scalar == "👉" {
        offsets.append(text.utf8.count)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    self.text = text
    self.offsets = offsets
  }

  public func file(_ path: String = "content/practices/malli.md") -> SourceFile {
    SourceFile(path: path, text: text)
  }
}

import Diagnosing
import Reading

/// A rule of the texts of `content/pages/`.
protocol PageRule: Sendable {
  static var rule: Rule { get }

  static func check(_ page: ContentPage, _ template: NationalTemplate) -> [Diagnostic]
}

extension ContentPage {
  /// The opening `---`, where what is missing is reported.
  var opening: Range<Int> {
    let start = entry.frontMatterRange.lowerBound
    return start..<min(start + 3, entry.file.bytes.count)
  }
}

/// Applies the fixes that cannot alter what an editor meant.
///
/// ```swift
/// let mended = FixApplication.apply(findings, to: file)
/// ```
///
/// Only the ranges of the fixes change: comments, order, line ends and everything else stay byte for
/// byte. Of two fixes that touch the same bytes the first is made; the other shows again in the next
/// check.
public enum FixApplication {
  /// The file's bytes with its safe fixes made, and how many were.
  public static func apply(_ findings: [Diagnostic], to file: SourceFile) -> (bytes: [UInt8], count: Int) {
    let fixes = findings.filter { $0.file.path == file.path }.compactMap(\.fix).filter(\.isSafe)
      .sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var bytes: [UInt8] = []
    var done = 0
    var count = 0
    for fix in fixes where fix.range.lowerBound >= done && fix.range.upperBound <= file.bytes.count {
      bytes += file.bytes[done..<fix.range.lowerBound]
      bytes += Array(fix.replacement.utf8)
      done = fix.range.upperBound
      count += 1
    }
    bytes += file.bytes[done...]
    return (bytes, count)
  }
}

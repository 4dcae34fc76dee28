import Diagnosing

/// How many findings of one rule are told of one file.
///
/// A file that breaks a rule more often than this is broken as a whole, and telling where each of its
/// million links stands would take longer than anyone waits.
public enum FindingLimit {
  static let perRule = 50

  /// The findings of one file, those beyond the limit of their rule counted in a note of the last.
  public static func applied(to findings: [Diagnostic]) -> [Diagnostic] {
    if findings.count <= perRule { return findings }
    var counts: [String: Int] = [:]
    for finding in findings { counts[finding.rule, default: 0] += 1 }
    var seen: [String: Int] = [:]
    return findings.compactMap { finding in
      let number = seen[finding.rule, default: 0] + 1
      seen[finding.rule] = number
      let more = counts[finding.rule, default: 0] - perRule
      if number < perRule || more <= 0 { return finding }
      return number == perRule ? finding.noting(more: more) : nil
    }
  }
}

extension Diagnostic {
  fileprivate func noting(more: Int) -> Diagnostic {
    var copy = self
    copy.notes.append(
      Localized(
        fi: "Samaa on tässä tiedostossa vielä \(more) kohdassa", sv: "Samma sak finns på \(more) ställen till i filen",
        en: "The same stands at \(more) more places in this file"))
    return copy
  }
}

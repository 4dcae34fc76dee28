import Cataloguing
import Diagnosing
import Glibc
import Importing
import Reading
import Rendering
import Spelling

/// What the program says of itself.
enum Program {
  /// Semantic version 2.0.0 of the commands, their options and their machine formats.
  static let version = "1.0.0"

  /// Every rule that a finding may name.
  static let rules = Rulebook.all + [MisspeltWord.rule] + ThemeRules.all + ImportRules.all

  /// Tells this build of the program from any other: what one has remembered is nothing to another.
  static let fingerprint: UInt64 = {
    var fingerprint = Fingerprint()
    fingerprint.add(version)
    if let path = realpath("/proc/self/exe", nil) {
      defer { free(path) }
      if var stamp = FileStamp(path: String(cString: path)) {
        // Another name for the program does not make it another program.
        stamp.changed = 0
        fingerprint.add(stamp)
      }
    }
    return fingerprint.value
  }()
}

import Cataloguing
import Diagnosing
import Importing
import Rendering
import Spelling

/// What the program says of itself.
enum Program {
  /// Semantic version 2.0.0 of the commands, their options and their machine formats.
  static let version = "1.0.0"

  /// Every rule that a finding may name.
  static let rules = Rulebook.all + [MisspeltWord.rule] + ThemeRules.all + ImportRules.all
}

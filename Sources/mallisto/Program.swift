/// What the program says of itself.
enum Program {
  /// Semantic version 2.0.0 of the commands, their options and their machine formats.
  static let version = "1.0.0"
}

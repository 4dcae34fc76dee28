/// Something outside the content went wrong: a disk, a permission, a missing library.
///
/// These are thrown, since nothing in the content can mend them; the program ends with exit code 3.
public struct EnvironmentFailure: Error, Sendable {
  public let message: Localized
  /// What to do about it, where that is known.
  public let advice: Localized?

  public init(_ message: Localized, advice: Localized? = nil) {
    self.message = message
    self.advice = advice
  }
}

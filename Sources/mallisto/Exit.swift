import ArgumentParser
import Diagnosing

/// How a command ends when the environment fails it.
enum Exit {
  static func onFailure<Value>(
    _ common: CommonOptions, _ body: () throws(EnvironmentFailure) -> Value
  ) throws -> Value {
    do { return try body() } catch { throw told(error, common) }
  }

  static func onFailure<Value>(
    _ common: CommonOptions, _ body: () async throws(EnvironmentFailure) -> Value
  ) async throws -> Value {
    do { return try await body() } catch { throw told(error, common) }
  }

  /// Tells of a failure, and gives the code to end with.
  static func told(_ failure: EnvironmentFailure, _ common: CommonOptions) -> ExitCode {
    let language = common.messageLanguage(site: nil)
    Terminal.error("mallisto: \(failure.message[language])\n")
    if let advice = failure.advice { Terminal.error("  \(advice[language])\n") }
    return ExitCode(3)
  }
}

import ArgumentParser
import Diagnosing

/// How a command ends when the environment fails it.
enum Exit {
  static func onFailure<Value>(
    _ common: CommonOptions, _ body: () throws(EnvironmentFailure) -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch {
      let language = common.messageLanguage(site: nil)
      Terminal.error("mallisto: \(error.message[language])\n")
      if let advice = error.advice { Terminal.error("  \(advice[language])\n") }
      throw ExitCode(3)
    }
  }
}

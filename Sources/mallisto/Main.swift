import ArgumentParser
import CMemory
import Glibc

/// Where the program starts.
///
/// Exit codes are a promise to scripts: 0 done, 1 the content has errors, 2 wrong usage, 3 the environment
/// failed. ArgumentParser ends wrong usage with 64, so its errors are translated here.
@main
enum Main {
  static func main() async {
    take_memory_in_large_steps()
    do {
      var command = try Mallisto.parseAsRoot()
      if var waiting = command as? AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      guard Mallisto.exitCode(for: error) == .validationFailure else { Mallisto.exit(withError: error) }
      Terminal.error(Mallisto.fullMessage(for: error) + "\n")
      Glibc.exit(2)
    }
  }
}

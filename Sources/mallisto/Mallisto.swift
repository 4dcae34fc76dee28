import ArgumentParser
import Diagnosing

struct Mallisto: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mallisto",
    abstract: "Turns Markdown descriptions of practice models into a static catalogue.",
    discussion: """
      A site's folder holds content/ and themes/. Check what has been written, then build:

        mallisto check
        mallisto build
      """,
    version: Program.version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, NewCommand.self, ServeCommand.self, ImportCommand.self, ExportCommand.self,
      ExplainCommand.self, VersionCommand.self,
    ])
}

import ArgumentParser
import Diagnosing
import Glibc
import Reading

/// The options of every command that reads a site.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds content/ and themes/.", valueName: "dir"))
  var site = "."

  @Option(help: ArgumentHelp("How findings are written: text, json, github or sarif.", valueName: "format"))
  var format = OutputFormat.text

  @Option(help: ArgumentHelp("The language of messages: fi, sv or en.", valueName: "language"))
  var language: Language?

  var folder: Folder { Folder(site) }

  /// The language asked for, else the environment's, else the site's.
  func messageLanguage(site: Language?) -> Language {
    if let language { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      if let language = Language(rawValue: String(value.prefix(2))), value.count == 2 || value.dropFirst(2).first == "_"
      {
        return language
      }
      break
    }
    return site ?? .fi
  }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif
}

extension Language: ExpressibleByArgument {}

import ArgumentParser
import CCmark
import CYAML
import Cataloguing
import Diagnosing
import Reading
import Searching

/// `mallisto version`: what a published site was made with.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Says the versions of the program, its libraries and the dictionary.",
    discussion: "With --json, as one object for programs; what is not installed is null.")

  @Option(help: ArgumentHelp("The folder that holds content/ and themes/.", valueName: "dir"))
  var site = "."

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let versions = Versions.installed(site: Folder(site))
    Terminal.output(json ? versions.json : versions.text)
  }
}

/// The versions of everything that decides what a site is like.
struct Versions {
  let program = Program.version
  let cmark: String
  let libyaml: String
  let voikko: VoikkoVersion?
  /// The national template of the site: its name, and a hash by which two can be told apart; nil where there is none.
  let template: (name: String, hash: String)?

  static func installed(site: Folder) -> Versions {
    let file = try? site.read("content/template.yaml").map { SourceFile(path: "content/template.yaml", bytes: $0) }
    return Versions(
      cmark: String(cString: cmark_version_string()), libyaml: String(cString: yaml_get_version_string()),
      voikko: try? VoikkoVersion.installed(), template: file.flatMap(templateVersion))
  }

  private static func templateVersion(_ file: SourceFile) -> (name: String, hash: String)? {
    let (node, _) = YAMLReader.read(file)
    guard let node else { return nil }
    let name = node["name"]?["en"]?.scalar ?? node["name"]?.scalar ?? ""
    // FNV-1a, 64 bits (Fowler, Noll and Vo): enough to tell versions apart, no protection.
    let hash = file.bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return (name, String(repeating: "0", count: 16 - digits.count) + digits)
  }

  var text: String {
    var lines = [
      "mallisto \(program)", "libcmark \(cmark)", "libyaml \(libyaml)",
      voikko.map(\.description) ?? "libvoikko: no dictionary",
    ]
    if let template { lines.append("template \(template.hash) (\(template.name))") }
    return lines.map { $0 + "\n" }.joined()
  }

  var json: String {
    var out = JSONWriter(indented: true)
    out.object {
      $0.member("mallisto", program)
      $0.member("libraries") {
        $0.object {
          $0.member("libcmark", cmark)
          $0.member("libyaml", libyaml)
          if let voikko { $0.member("libvoikko", voikko.library) } else { $0.member("libvoikko") { $0.null() } }
        }
      }
      if let voikko { $0.member("dictionary", voikko.dictionary) } else { $0.member("dictionary") { $0.null() } }
      $0.member("template") {
        if let template {
          $0.object {
            $0.member("name", template.name)
            $0.member("hash", template.hash)
          }
        } else {
          $0.null()
        }
      }
    }
    return out.text + "\n"
  }
}

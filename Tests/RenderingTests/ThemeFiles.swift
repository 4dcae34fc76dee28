import Diagnosing
import Foundation
import Reading
import Templating

/// The files of the theme that the project ships.
enum ThemeFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes/mallisto")

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  static func templates() throws -> [SourceFile] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "templates").path)
      .filter { $0.hasSuffix(".mustache") }.sorted()
      .map { SourceFile(path: "templates/\($0)", bytes: try bytes("templates/\($0)")) }
  }

  /// The theme's words in one language: a text, or two forms and the number that chooses between them.
  static func labels(_ language: Language) throws -> Labels {
    let path = "labels/\(language.rawValue).yaml"
    let file = SourceFile(path: path, bytes: try bytes(path))
    let pairs = YAMLReader.read(file).node?.mapping ?? []
    return Labels(
      language: language,
      pairs.map { pair in
        let content: Label.Content =
          if let text = pair.value.scalar {
            .text(text)
          } else {
            .plural(
              by: pair.value["by"]?.scalar ?? "", one: pair.value["one"]?.scalar ?? "",
              other: pair.value["other"]?.scalar ?? "")
          }
        return Label(pair.key, content, in: file, at: pair.keyRange)
      })
  }
}

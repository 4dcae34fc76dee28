import Foundation

@testable import Reading

/// A site's folder of its own with nothing but practices; it goes with its last owner.
final class PracticesFolder: Sendable {
  private let place = FileManager.default.temporaryDirectory.appending(path: "mallisto-\(UUID().uuidString)")

  var folder: Folder { Folder(place.path) }

  /// Writes `content/practices/NAME.md`.
  func write(_ text: String, _ name: String) throws {
    let practices = place.appending(path: "content/practices")
    try FileManager.default.createDirectory(at: practices, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: practices.appending(path: "\(name).md"))
  }

  deinit { try? FileManager.default.removeItem(at: place) }
}

import Diagnosing

/// A file that a build put on the site, replaced or took away.
///
/// ```swift
/// PublishedChange.list([PublishedChange(.added, "mallit/uusi/index.html")])  // "A\tmallit/uusi/index.html\n"
/// ```
public struct PublishedChange: Sendable, Equatable {
  /// The letters are those of `git diff --name-status`.
  public enum Kind: String, Sendable {
    case added = "A"
    case replaced = "M"
    case removed = "D"
  }

  public let kind: Kind
  /// Relative to the output folder.
  public let path: String

  public init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// A letter, a tab and a path a line, in the order of the paths' bytes.
  public static func list(_ changes: [PublishedChange]) -> [UInt8] {
    changes.sorted { $0.path.precedesInBytes($1.path) }
      .flatMap { Array("\($0.kind.rawValue)\t\($0.path)\n".utf8) }
  }
}

import Reading

/// A theme's files as they are published, as one build leaves them to the next: to shorten scripts takes longer than to
/// read them shortened.
public struct AssetMemory: Sendable {
  private let key: UInt64
  private let known: AssetFolder?

  private static let mark = "mallisto assets 1"

  /// - Parameters:
  ///   - kept: what ``bytes(of:)`` gave; passed over where it is of other files or another program, or damaged.
  ///   - program: a hash of the program that shortens.
  public init(_ sources: ThemeSources, kept: KeptBytes?, program: UInt64) {
    var fingerprint = Fingerprint(seed: program)
    for (path, bytes) in sources.assets {
      fingerprint.add(path)
      fingerprint.add(bytes)
    }
    key = fingerprint.value
    known = kept.flatMap { [key] in AssetMemory.folder($0, key) }
  }

  func folder(of sources: ThemeSources) -> AssetFolder { known ?? AssetFolder(sources.assets) }

  /// What the next build is to know; nil where this one knew it already.
  public func bytes(of theme: Theme) -> [UInt8]? {
    if known != nil { return nil }
    var packer = Packer(sealedAs: AssetMemory.mark)
    packer.pack(key)
    packer.pack(theme.assets.path)
    packer.pack(small: theme.assets.files.count)
    for (path, bytes) in theme.assets.files {
      packer.pack(path)
      packer.pack(bytes)
    }
    return packer.sealed()
  }

  private static func folder(_ kept: KeptBytes, _ key: UInt64) -> AssetFolder? {
    guard var unpacker = Unpacker(sealed: kept, as: mark), unpacker.number(UInt64.self) == key,
      let path = unpacker.text(), let count = unpacker.count()
    else { return nil }
    var files: [(path: String, bytes: [UInt8])] = []
    for _ in 0..<count {
      guard let path = unpacker.text(), let bytes = unpacker.part() else { return nil }
      files.append((path, Array(bytes.rest)))
    }
    return AssetFolder(files: files, path: path)
  }
}

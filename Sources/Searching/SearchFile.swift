/// A file of the index, made when it is asked for.
public struct SearchFile: Sendable {
  /// Relative to the folder of the index: `terms/tka.txt`.
  public let path: String
  /// The same for the same path, of one program, only when the bytes are the same.
  public let fingerprint: UInt64
  /// Makes the file.
  public let bytes: @Sendable () -> [UInt8]

  init(path: String, fingerprint: UInt64, bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.fingerprint = fingerprint
    self.bytes = bytes
  }

  /// A file that is made already.
  init(path: String, content: [UInt8]) {
    self.init(path: path, fingerprint: content.withUnsafeBufferPointer { hash64($0) }) { content }
  }

  /// A file that is made at once for its fingerprint, unless somebody knows one.
  init(path: String, fingerprint: UInt64?, made bytes: @escaping @Sendable () -> [UInt8]) {
    if let fingerprint {
      self.init(path: path, fingerprint: fingerprint, bytes: bytes)
    } else {
      self.init(path: path, content: bytes())
    }
  }
}

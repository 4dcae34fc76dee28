import Crypto

/// The files that Mallisto made in an output folder, with the digest of each.
///
/// It stands in the folder itself, as lines that `sha256sum --check` reads. What is not on it is somebody
/// else's and is kept.
struct Manifest: Sendable {
  static let fileName = ".mallisto-files"

  private(set) var digests: [String: String]

  init(_ digests: [String: String]) {
    self.digests = digests
  }

  /// Reads the lines `DIGEST  PATH`; others are passed over.
  init(lines bytes: [UInt8]) {
    digests = [:]
    for line in bytes.split(separator: 0x0A) where line.count > 66 {
      let digest = String(decoding: line.prefix(64), as: UTF8.self)
      digests[String(decoding: line.dropFirst(66), as: UTF8.self)] = digest
    }
  }

  var bytes: [UInt8] {
    var out: [UInt8] = []
    for (path, digest) in digests.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      out.append(contentsOf: digest.utf8)
      out.append(contentsOf: "  ".utf8)
      out.append(contentsOf: path.utf8)
      out.append(0x0A)
    }
    return out
  }

  static func digest(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 64) { buffer in
      var index = 0
      for byte in SHA256.hash(data: bytes) {
        buffer[index] = digits[Int(byte >> 4)]
        buffer[index + 1] = digits[Int(byte & 15)]
        index += 2
      }
      return 64
    }
  }
}

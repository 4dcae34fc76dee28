import Diagnosing
import Glibc
import Reading

/// The files that Mallisto made in an output folder.
///
/// It stands in the folder itself, a path a line in the order of bytes. What is not on it is somebody
/// else's and is kept.
struct Manifest: Sendable, Equatable {
  static let fileName = ".mallisto-files"

  /// The list as it is written: two lists of the same files are the same bytes, which is all that most builds ask.
  let bytes: [UInt8]

  init(_ paths: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(paths.count * 64)
    for path in paths.sorted(by: { $0.precedesInBytes($1) }) {
      bytes.append(contentsOf: path.utf8)
      bytes.append(0x0A)
    }
    self.bytes = bytes
  }

  /// The list that stands in a folder; empty where there is none.
  ///
  /// Where it cannot be read nothing may be published: every page would be taken for a file of somebody else.
  init(in folder: FileTree) throws(EnvironmentFailure) {
    self.init(lines: try Folder(folder.root).read(Manifest.fileName, limit: 1 << 40) ?? [])
  }

  init(lines bytes: [UInt8]) {
    self.bytes = bytes
  }

  var paths: Set<String> { Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }) }

  /// The files of this list that another one does not have.
  func missing(from other: Manifest) -> Set<String> {
    if bytes.isEmpty || bytes == other.bytes { return [] }
    // A list that somebody has written in is in no order.
    return missing(fromOrdered: other) ?? paths.subtracting(other.paths)
  }

  /// The same by going through both lists side by side, for most differ in a few files; nil where one is in no order.
  private func missing(fromOrdered other: Manifest) -> Set<String>? {
    bytes.withUnsafeBufferPointer { own in
      other.bytes.withUnsafeBufferPointer { others in
        var (own, others) = (Lines(own), Lines(others))
        var missing: Set<String> = []
        while let path = own.current {
          let order = others.current.map { Lines.compare(path, $0) } ?? -1
          if order < 0 { missing.insert(String(decoding: path, as: UTF8.self)) }
          if order <= 0 { own.goOn() }
          if order >= 0 { others.goOn() }
        }
        while others.current != nil { others.goOn() }
        return own.areOrdered && others.areOrdered ? missing : nil
      }
    }
  }
}

/// The lines of a list, one after another.
private struct Lines {
  private var rest: UnsafeBufferPointer<UInt8>
  private(set) var current: UnsafeBufferPointer<UInt8>?
  /// Whether every line so far has an end, and comes after the one before it.
  private(set) var areOrdered = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    rest = bytes
    goOn()
  }

  mutating func goOn() {
    guard let start = rest.baseAddress, !rest.isEmpty else {
      current = nil
      return
    }
    let end = memchr(start, 0x0A, rest.count).map { UnsafeRawPointer($0) - UnsafeRawPointer(start) }
    let line = UnsafeBufferPointer(start: start, count: end ?? rest.count)
    areOrdered = areOrdered && end != nil && (current.map { Lines.compare($0, line) < 0 } ?? !line.isEmpty)
    rest = UnsafeBufferPointer(rebasing: rest.dropFirst(line.count + 1))
    current = line
  }

  /// The order of the bytes of two lines: negative, zero or positive.
  static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = a.baseAddress, let second = b.baseAddress else { return a.count - b.count }
    let order = memcmp(first, second, min(a.count, b.count))
    return order == 0 ? a.count - b.count : Int(order)
  }
}

import Diagnosing
import Publishing
import Reading
import Searching

/// What a build said, under a fingerprint of all that it was made of: where nothing has changed, it is said again
/// and nothing else is done.
struct BuildMemo: Sendable {
  private let cache: SiteCache
  private let question: UInt64?
  /// The content as it was looked through; nil without a cache.
  let content: StampedListing?

  /// - Parameter options: everything that was asked for, and the environment's part in how it is answered.
  init(_ folder: Folder, cache: SiteCache, options: [String]) {
    self.cache = cache
    content = cache.path == nil ? nil : try? StampedListing("content", in: folder)
    question = content.flatMap { BuildMemo.fingerprint(of: folder, $0, options) }
  }

  private static let name = "last-build"
  private static let mark = "mallisto last build 2"

  /// What was said, in which language, and of how many files.
  struct Answer: Sendable {
    var report: Report.Words
    var language: Language
    var files: Int
  }

  /// What the same build said before; nil where anything has changed since.
  var answer: Answer? {
    guard let question, let bytes = cache.bytes(BuildMemo.name),
      var unpacker = Unpacker(sealed: bytes, as: BuildMemo.mark), unpacker.number(UInt64.self) == question,
      let output = unpacker.text(), let error = unpacker.text(),
      let language = unpacker.text().flatMap(Language.init(rawValue:)),
      let files = unpacker.small()
    else { return nil }
    return Answer(report: Report.Words(output: output, error: error), language: language, files: files)
  }

  func remember(_ answer: Answer) {
    guard let question else { return }
    var packer = Packer(sealedAs: BuildMemo.mark)
    packer.pack(question)
    packer.pack(answer.report.output)
    packer.pack(answer.report.error)
    packer.pack(answer.language.rawValue)
    packer.pack(small: answer.files)
    cache.write(packer.sealed(), as: BuildMemo.name)
  }

  /// The stamps of every file that a build reads; nil where one was changed so lately that the next change could
  /// leave the same stamp.
  private static func fingerprint(of folder: Folder, _ content: StampedListing, _ options: [String]) -> UInt64? {
    guard let themes = try? StampedListing("themes", in: folder) else { return nil }
    var fingerprint = Fingerprint(seed: Program.fingerprint)
    for option in options { fingerprint.add(option) }
    fingerprint.add((try? VoikkoVersion.installed())?.description ?? "")
    for link in content.symbolicLinks + themes.symbolicLinks { fingerprint.add(link) }
    for file in content.files + themes.files {
      guard let stamp = file.stamp, !file.isFresh else { return nil }
      fingerprint.add(file.path)
      fingerprint.add(stamp)
    }
    return fingerprint.value
  }
}

import Foundation
import FuzzTargets
import Reading
import Support
import Testing

/// What the fuzzer starts from and what it has ever found, put through its targets without it.
@Suite struct FuzzingTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized
  private static let site = Result { try FuzzSite(Folder(project.path)) }

  /// The files of one folder of `Tests/Fuzzing`, in the order of their names.
  private static func files(_ kind: String, _ target: FuzzTarget) -> [URL] {
    // Imports start from the pages that the tests of import read.
    let isFixture = kind == "seeds" && target == .import
    let path = isFixture ? "Tests/Fixtures/import" : "Tests/Fuzzing/\(kind)/\(target.rawValue)"
    let folder = project.appending(path: path)
    let found = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return found.sorted { $0.path < $1.path }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `Seeds pass, and there are some`(target: FuzzTarget) throws {
    let site = try Self.site.get()
    let seeds = Self.files("seeds", target)
    #expect(!seeds.isEmpty)
    for seed in seeds {
      #expect(target.complaint([UInt8](try Data(contentsOf: seed)), site) == nil, "\(seed.lastPathComponent)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `What was found once does not come back`(target: FuzzTarget) throws {
    let site = try Self.site.get()
    for file in Self.files("found", target) {
      var complaint: String?
      let seconds = processorSeconds {
        complaint = (try? Data(contentsOf: file)).flatMap { target.complaint([UInt8]($0), site) }
      }
      #expect(complaint == nil, "\(file.lastPathComponent)")
      #expect(seconds < 5, "\(file.lastPathComponent)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `Texts made by a grammar pass`(target: FuzzTarget) throws {
    let site = try Self.site.get()
    var random = SeededGenerator(seed: 6)
    for _ in 0..<150 {
      let bytes = Grammar(target.rawValue).text(&random)
      #expect(target.complaint(bytes, site) == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `Mutated seeds pass`(target: FuzzTarget) throws {
    let site = try Self.site.get()
    var random = SeededGenerator(seed: 7)
    let seeds = try Self.files("seeds", target).map { [UInt8](try Data(contentsOf: $0)) }
    for _ in 0..<100 {
      guard var bytes = seeds.randomElement(using: &random) else { continue }
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        bytes = Grammar(target.rawValue).grafted(onto: bytes, &random)
        if !bytes.isEmpty, Bool.random(using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      }
      #expect(target.complaint(bytes, site) == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test(
    arguments: [
      "<p>", "</main>", "<script>alert(1)</script>", "<b onclick=\"x\">a</b>", "<a href=\"javascript:x\">a</a>",
      "<img src=\"https://a.example/b.png\">", "<b title=a>a</b>", "<style>a</style>", "< b",
      "<a href=\" JAVA\nSCRIPT:x\">a</a>",
      "<!-- a -->", "<p style=\"a\">a</p>", "<p a=\"1\" a=\"2\">a</p>", "<main>a</main>",
      "<iframe src=\"/a\"></iframe>",
    ])
  func `The reader of finished pages finds what must not be there`(fault: String) {
    func page(_ text: String) -> [UInt8] { Array("<!doctype html><main><p>a</p>\(text)</main>".utf8) }
    #expect(PageMarkup.fault(in: page("<a href=\"https://a.example/\">a &lt; b</a>")) == nil)
    #expect(PageMarkup.fault(in: page(fault)) != nil)
  }
}

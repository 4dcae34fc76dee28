import Diagnosing
import Foundation
import Reading
import Support
import Testing

@testable import Cataloguing

/// An entry of `Tests/Fixtures/broken` with one planted fault; `README.md` there tells how it is marked.
struct BrokenEntry: Sendable, CustomTestStringConvertible {
  let name: String
  let file: SourceFile
  let beside: [String: String]
  /// Where each fault is planted; more than one where a fault shows in several places.
  let positions: [SourcePosition]
  let rule: String
  /// What the fix writes; nil where none is expected.
  let fix: String?

  var testDescription: String { name }

  static let all: [BrokenEntry] = {
    let folder = OwnSchema.root.appending(path: "Tests/Fixtures/broken")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { BrokenEntry(name, $0) }
    }
  }()

  init(_ name: String, _ marked: String) {
    self.name = name
    let source = MarkedSource(marked)
    file = source.file("content/practices/\(name)")
    positions = source.offsets.map { [file] in file.position(at: $0) }
    let expected = BrokenEntry.comment("expect", in: source.text)?.components(separatedBy: " | fix: ") ?? []
    rule = expected.first ?? ""
    fix = expected.count > 1 ? (expected[1] == "(remove)" ? "" : expected[1].replacing("⏎", with: "\n")) : nil
    let names = BrokenEntry.comment("beside", in: source.text)?.components(separatedBy: ", ") ?? []
    beside = Dictionary(uniqueKeysWithValues: names.map { ($0, BrokenEntry.neighbour($0)) })
  }

  private static func comment(_ word: String, in text: String) -> String? {
    guard let start = text.range(of: "<!-- \(word): "), let end = text[start.upperBound...].range(of: " -->") else {
      return nil
    }
    return String(text[start.upperBound..<end.lowerBound])
  }

  private static func neighbour(_ name: String) -> String {
    SampleEntry.text.replacing("Läsnäolon malli: yhdessä kouluun", with: "Läsnäolon malli: \(name)")
  }
}

@Suite("A broken entry")
struct BrokenEntriesTests {
  @Test("says what is wrong, where, and what to write instead, and nothing else", arguments: BrokenEntry.all)
  func found(_ entry: BrokenEntry) {
    let found = Judging.findings(in: entry.file, others: entry.beside)
    #expect(found.map(\.rule) == entry.positions.map { _ in entry.rule })
    #expect(found.map(\.position) == entry.positions)
    #expect(found.first?.fix?.replacement == entry.fix)
  }

  @Test("says the same with a byte order mark, CR LF line ends and an ä before", arguments: BrokenEntry.all)
  func disguised(_ entry: BrokenEntry) {
    let found = Judging.findings(in: entry.file.disguised(), others: entry.beside)
    #expect(found.map(\.rule) == entry.positions.map { _ in entry.rule })
    #expect(found.map(\.position) == entry.positions.map(\.disguised))
    #expect(found.first?.fix?.replacement.replacing("\r\n", with: "\n") == entry.fix)
  }

  @Test("is sound once its fix is made", arguments: BrokenEntry.all.filter { $0.fix != nil })
  func mended(_ entry: BrokenEntry) {
    for file in [entry.file, entry.file.disguised()] {
      let fixes = Judging.findings(in: file, others: entry.beside).compactMap(\.fix)
      let mended = Judging.fixed(file, fixes)
      #expect(Judging.findings(in: mended, others: entry.beside).map(\.rule) == [])
    }
  }

  @Test("is one of at least sixty, every one marked")
  func corpus() {
    #expect(BrokenEntry.all.count >= 60)
    let rules = Set(Rulebook.all.map(\.id))
    for entry in BrokenEntry.all {
      #expect(rules.contains(entry.rule), "\(entry.name)")
      #expect(!entry.positions.isEmpty, "\(entry.name)")
    }
  }
}

import Diagnosing
import Reading
import Testing

@testable import Cataloguing

/// What the rules about the whole site found is told again without asking them, while it cannot be another.
@Suite struct SiteFindingsTests {
  private static let title = "Kerho"

  /// Two practices of the same title, which is a finding in either, and one of another.
  private func texts() -> [SourceFile] {
    [SiteFindingsTests.title, SiteFindingsTests.title, "Kahvila"].enumerated().map { number, title in
      SourceFile(path: "content/practices/malli-\(number).md", text: TestSite.entry(title))
    }
  }

  private func assembly(_ files: [SourceFile], _ memory: SiteFindings? = nil) -> SiteAssembly {
    var sources = SiteSources()
    sources.configuration = OwnSchema.file("content/site.yaml")
    sources.template = OwnSchema.file("content/template.yaml")
    sources.vocabularies = ["funders", "publication", "regions", "stages"].map {
      OwnSchema.file("content/vocabularies/\($0).yaml")
    }
    sources.practices = files.map(Entry.read)
    sources.files = Set(files.map(\.path) + SampleEntry.otherFiles.map { "content/practices/\($0)" })
    return SiteAssembly(sources, memory: memory)
  }

  private func kept(_ assembly: SiteAssembly, frame: UInt64 = 1) throws -> [UInt8] {
    let digests = assembly.judged.map { EntryDigest(content: 0, facts: EntryMemory.hash(of: $0.entry.facts)) }
    return try #require(SiteFindings(nil, frame: frame).bytes(of: assembly, digests))
  }

  /// What is known of a site from an earlier build; nil where the rules have to be asked.
  private func known(_ files: [SourceFile], from bytes: [UInt8], frame: UInt64 = 1) throws -> [Diagnostic]? {
    let assembly = assembly(files)
    return SiteFindings(KeptBytes(bytes), frame: frame).findings(in: try #require(assembly.site), assembly.judged)
  }

  private func told(_ findings: [Diagnostic]) -> [String] {
    findings.map {
      "\($0.file.path) \($0.position) \($0.severity) \($0.rule) \($0.message) \($0.notes) \($0.fix as Fix?)"
    }
  }

  /// A text that says more, in a line of its own at the end.
  private func edited(_ file: SourceFile) -> SourceFile {
    SourceFile(path: file.path, bytes: file.bytes + Array("\nLisää tekstiä.\n".utf8))
  }

  @Test func `Findings are as they were, with their places, words and fixes`() throws {
    let first = assembly(texts())
    #expect(first.siteFindings.map(\.rule) == ["duplicate-title", "duplicate-title"])
    let known = try #require(try known(texts(), from: kept(first)))
    #expect(told(known) == told(first.siteFindings))
  }

  @Test func `An edited text in which nothing was found leaves them`() throws {
    var files = texts()
    let bytes = try kept(assembly(files))
    files[2] = edited(files[2])
    #expect(try known(files, from: bytes)?.count == 2)
    // And they are what the site is told of.
    #expect(assembly(files, SiteFindings(KeptBytes(bytes), frame: 1)).findings.count == 2)
  }

  @Test func `A text in which something was found may have it elsewhere`() throws {
    var files = texts()
    let bytes = try kept(assembly(files))
    files[0] = edited(files[0])
    #expect(try known(files, from: bytes) == nil)
  }

  @Test func `Other facts, another frame or damage make the rules be asked`() throws {
    var files = texts()
    var bytes = try kept(assembly(files))
    #expect(try known(files, from: bytes, frame: 2) == nil)
    #expect(try known(Array(files.dropLast()), from: bytes) == nil)
    files[2] = SourceFile(path: files[2].path, text: TestSite.entry(SiteFindingsTests.title))
    #expect(try known(files, from: bytes) == nil)
    bytes[bytes.count - 1] ^= 1
    #expect(try known(texts(), from: bytes) == nil)
  }
}

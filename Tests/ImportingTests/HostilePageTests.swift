import Reading
import Support
import Testing

@Suite("Hostile pages")
struct HostilePageTests {
  @Test("never stop the program: samples cut, mixed and broken at any place")
  func mutations() {
    var random = SeededGenerator(seed: 99)
    let samples = GenerationTests.pages.map { OwnSite.file("Tests/Fixtures/import/\($0)").bytes }
    for _ in 0..<600 {
      var bytes = samples.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...30, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...200, using: &random)))
        case 2:
          let other = samples.randomElement(using: &random) ?? []
          let start = Int.random(in: 0..<other.count, using: &random)
          bytes.insert(contentsOf: other[start..<min(other.count, start + 300)], at: place)
        default: bytes.insert(contentsOf: Array("<![\"'&#x<!--</li><td>".utf8.shuffled(using: &random)), at: place)
        }
      }
      let imported = Imported(bytes: bytes)
      guard imported.entry != nil else { continue }
      // Whatever came in, what goes out is an entry that can be read.
      #expect(imported.matched.entry.faults.isEmpty, "\(imported.text)")
      #expect(imported.matched.entry.body.rawHTML.isEmpty)
      #expect(Imported(imported.exported).fields["nimi"] == imported.fields["nimi"])
    }
  }

  @Test(
    "take time in proportion to their length",
    arguments: [
      "<div>", "</div>", "<p>", "<li>", "<ul><li>", "<b>", "<a href=x>", "<td>", "<table><tr>", "<!--", "<script>",
      "&#", "<a ", "<a b=\"",
      "Toimintaympäristö\n", "<div>Toimintaympäristö</div>", "<nav>Luotu</nav>", "<aside><p>x", "” (https://",
      "”x” (https://a.fi) ",
      "(((", "www.", "https://a.fi/(", " • x\n", "  1. x\n", "— x —\n", "\n", "a\n\n", "&amp;", "<h2>Kuva</h2>x", "_",
      "[", "<dl><dt>Luotu<dd>",
      "<div><a href=x>y</a></div>", "<img alt=x src=y>", "Kuva\n", "Toimintamallin rahoittaja\nx\n", "a\n", "<button>",
    ])
  func linear(piece: String) {
    let page = Sample.html(idea: String(repeating: piece, count: 150_000 / piece.utf8.count))
    let copied = Sample.page(idea: String(repeating: piece, count: 150_000 / piece.utf8.count))
    let seconds = processorSeconds {
      _ = Imported(page)
      _ = Imported(copied)
    }
    // A fraction of a second, not optimised; what grows with the square of the length would take minutes.
    #expect(seconds < 30, "\(piece)")
  }

  @Test("that are larger than a content file may be are refused")
  func size() {
    let imported = Imported(Sample.page(idea: String(repeating: "a", count: Limits.fileSize)))
    #expect(imported.entry == nil)
    #expect(imported.findings == ["1:1 file-too-large"])
  }
}

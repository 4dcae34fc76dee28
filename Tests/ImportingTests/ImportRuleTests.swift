import Diagnosing
import Importing
import Testing

@Suite("The rules of an import")
struct ImportRuleTests {
  @Test("are explained in three languages, without a full stop in their titles")
  func languages() {
    for rule in ImportRules.all {
      #expect(rule.id.hasPrefix("import-"))
      for text in [rule.title, rule.explanation] { #expect(Set(text.all.filter { !$0.isEmpty }).count == 3) }
      #expect(rule.title.all.allSatisfy { !$0.hasSuffix(".") })
    }
  }

  @Test("say in three languages what was met, and warn but for what is no model")
  func messages() {
    let page = Sample.page(basics: "Kuva\nPortaat\nLiitteet ja linkit\nEsite.pdf")
      .replacing("Kunta", with: "Tuntematon säätiö").replacing("15.1.2026", with: "eilen")
    let found = ImportedEntry.read(path: "sivu.txt", bytes: Array(page.utf8), schema: OwnSite.schema).1
    #expect(found.map(\.rule) == ["import-value", "import-picture", "import-link", "import-value"])
    for finding in found {
      #expect(finding.severity == .warning)
      #expect(Set(finding.message.all).count == 3)
      #expect(finding.file.path == "sivu.txt")
      #expect(finding.notes.allSatisfy { Set($0.all).count == 3 })
    }
  }
}

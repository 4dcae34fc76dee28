import Diagnosing
import Foundation
import Reading
import Testing

@testable import Cataloguing

@Suite("A file")
struct FileRulesTests {
  private let beside = ["kansi.jpg", "portaat.png", "muistiopohja.pdf"]

  private func told(_ practices: [String: String], pages: [String: String] = [:], files: [String] = []) -> [String] {
    let folders = Set(practices.keys.map { $0.split(separator: "/").dropLast().joined(separator: "/") })
    return TestSite.told(
      TestSite.findings(
        practices: practices, pages: pages,
        files: files + folders.flatMap { folder in beside.map { "\(folder)/\($0)" } }))
  }

  @Test(
    "has a name of small letters, digits and hyphens, and a better one is offered",
    arguments: [
      ("Malli.md", "malli.md"), ("läsnäolo.md", "lasnaolo.md"), ("uusi malli.md", "uusi-malli.md"),
      ("malli_2.md", "malli-2.md"), ("malli.2.md", "malli-2.md"), ("MALLI.MD", "malli.md"),
      ("malli.markdown", "malli.md"),
      ("Åland – modell!.md", "aland-modell.md"),
    ])
  func names(_ name: String, _ better: String) throws {
    let path = "content/practices/\(name)"
    let found =
      name.hasSuffix(".md")
      ? TestSite.findings(practices: [path: SampleEntry.text], files: beside.map { "content/practices/\($0)" })
      : TestSite.findings(practices: [:], files: [path])
    #expect(TestSite.told(found) == ["practices/\(name):1:1 file-name"])
    #expect(found.first?.notes.first?.en == "A fit name: \(better)")
  }

  @Test(
    "may be named so",
    arguments: ["malli.md", "2-malli.md", "a.md", "kunta/malli.md", "Kunnan mallit/malli.md", "a--b.md"])
  func fitNames(_ name: String) {
    #expect(told(["content/practices/\(name)": SampleEntry.text], files: ["content/practices/LUE MINUT.txt"]) == [])
  }

  @Test("has a name of its own, whatever its folder: the fault is told in each, and each names the other")
  func collisions() {
    let practices = [
      "content/practices/a/malli.md": TestSite.entry("Yksi malli"),
      "content/practices/b/malli.md": TestSite.entry("Kaksi mallia"),
      "content/practices/c/malli-2.md": TestSite.entry("Kolme mallia"),
    ]
    #expect(
      told(practices)
        == ["practices/a/malli.md:1:1 colliding-file-names", "practices/b/malli.md:1:1 colliding-file-names"])
    let files = practices.keys.flatMap { key in
      beside.map { key.replacing("malli.md", with: $0).replacing("malli-2.md", with: $0) }
    }
    let found = TestSite.findings(practices: practices, files: files)
    #expect(
      found.map { $0.notes.first?.fi ?? "" }.joined()
        == "Toinen on content/practices/b/malli.mdToinen on content/practices/a/malli.md")
  }

  @Test("has a title of its own in its language, without regard to case and kind of hyphen")
  func titles() {
    let swedish = TestSite.entry("Malli").replacing("kieli: fi", with: "kieli: sv")
    #expect(
      told([
        "content/practices/a.md": TestSite.entry("Koulun läsnä-olo"),
        "content/practices/b.md": TestSite.entry("KOULUN LÄSNÄ–OLO"),
        "content/practices/c.md": TestSite.entry("Malli yksi"),
        "content/practices/d.md": swedish.replacing("Malli", with: "Malli yksi"),
      ]) == ["practices/a.md:2:7 duplicate-title", "practices/b.md:2:7 duplicate-title"])
  }

  @Test(
    "has no identity code in its name, nor has a folder",
    arguments: ["131052-308t", "malli-131052-308t", "010101a123n"])
  func identityCodes(_ code: String) {
    let found = TestSite.findings(
      practices: ["content/practices/\(code).md": TestSite.entry("Malli")],
      pages: ["content/pages/\(code).fi.md": "---\nnimi: Tietoa\nlyhyt kuvaus: Mistä on kyse.\n---\n\nAlkuun.\n"],
      files: beside.map { "content/practices/\($0)" }
        + ["content/practices/Liite \(code).pdf", "content/practices/\(code)/liite.pdf"])
    #expect(found.count == 4)
    #expect(
      found.allSatisfy { $0.rule == "personal-identity-code" && $0.position.line == 1 && $0.position.column == 1 })
    #expect(found.allSatisfy { !TextFormat(language: .fi).render($0).contains(code.suffix(4)) })
  }

  @Test(
    "may have dates and long numbers in its name",
    arguments: ["131052-3080", "1131052-308t", "200125-2024", "131052-308ta"])
  func numbers(_ name: String) {
    #expect(told(["content/practices/\(name).md": TestSite.entry("Malli")]) == [])
  }

  @Test("is told of when it is a symbolic link")
  func symbolicLink() {
    var sources = SiteSources()
    sources.symbolicLinks = ["content/practices/kuvat"]
    #expect(TestSite.told(SiteAssembly(sources).findings).contains("practices/kuvat:1:1 symbolic-link"))
  }
}

@Suite("A page")
struct PageRulesTests {
  private func told(_ name: String, _ text: String) -> [String] {
    TestSite.told(TestSite.findings(practices: [:], pages: ["content/pages/\(name)": text]))
  }

  private let sound = "---\nnimi: Tietoa\nlyhyt kuvaus: Mistä on kyse.\n---\n\nAlkuun.\n\n## Otsikko\n\nTeksti.\n"

  @Test("is sound with a title, a summary and any headings")
  func fine() {
    #expect(told("about.fi.md", sound) == [])
    #expect(told("about.md", sound) == [])
    #expect(told("ohje.sv.md", sound.replacing("nimi", with: "title")) == [])
  }

  @Test("has a title")
  func title() {
    #expect(told("about.fi.md", sound.replacing("nimi: Tietoa\n", with: "")) == ["pages/about.fi.md:1:1 page-title"])
    #expect(
      told("about.fi.md", sound.replacing("nimi: Tietoa", with: "nimi: ''")) == ["pages/about.fi.md:2:1 page-title"])
  }

  @Test("has no fields but its title and its summary, each once")
  func fields() {
    #expect(
      told("about.fi.md", sound.replacing("nimi:", with: "vaihe: Idea\nnimi:")) == ["pages/about.fi.md:2:1 page-field"])
    #expect(
      told("about.fi.md", sound.replacing("lyhyt kuvaus:", with: "namn:")) == ["pages/about.fi.md:3:1 page-field"])
  }

  @Test("is in one of the site's languages, told by its name")
  func language() {
    #expect(told("about.de.md", sound) == ["pages/about.de.md:1:1 page-language"])
    #expect(told("about.fi.sv.md", sound) == ["pages/about.fi.sv.md:1:1 page-language"])
    #expect(told("Tietoa.fi.md", sound) == ["pages/Tietoa.fi.md:1:1 file-name"])
  }

  @Test("has a name of its own in its language")
  func collisions() {
    let found = TestSite.findings(
      practices: [:], pages: ["content/pages/about.md": sound, "content/pages/about.fi.md": sound])
    #expect(
      TestSite.told(found)
        == ["pages/about.fi.md:1:1 colliding-file-names", "pages/about.md:1:1 colliding-file-names"])
  }

  @Test(
    "stands at no address of the site's own",
    arguments: ["mallit.fi.md", "alueet.md", "sv.fi.md", "modeller.sv.md", "practices.en.md", "avoin-data.fi.md"])
  func takenAddress(_ name: String) {
    #expect(told(name, sound) == ["pages/\(name):1:1 colliding-file-names"])
    #expect(told("omat-\(name)", sound) == [])
  }

  @Test("is judged as a text, but may name a shared mailbox and a switchboard")
  func text() {
    #expect(told("about.fi.md", sound + "\npalaute@example.org, 029 534 5000\n") == [])
    #expect(
      told("about.fi.md", sound + "\n# Toinen\n\n131052-308T <b>a</b>\n").map { $0.split(separator: " ").last } == [
        "level-one-heading", "personal-identity-code", "raw-html",
      ])
    #expect(
      told("about.fi.md", sound + "\n[malli](/mallit/a/) ja [alkuun](#otsikkko)\n").map {
        $0.split(separator: " ").last
      } == ["broken-link", "broken-anchor"])
    #expect(told("about.fi.md", "nimi: a\n") == ["pages/about.fi.md:1:1 missing-front-matter"])
  }
}

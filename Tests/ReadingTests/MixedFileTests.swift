import Diagnosing
import Reading
import Testing

/// Files that hold more than one text of an entry, or no text at all.
@Suite struct MixedFileTests {
  private func rules(_ text: String) -> [String] {
    Entry.read(SourceFile(path: SampleEntry.path, text: text)).faults.map(\.rule)
  }

  @Test(arguments: [
    "Aika: maanantai\nPaikka: koulu\n---\n", "---\n\nAika: maanantai\n---\n", "---\n\nAika: maanantai\nkoululla\n---\n",
    ">>>>>>> a\n", "<<<<<<< a\n", "```\n---\nnimi: a\nvaihe: b\n---\n```\n", "Otsikko\n=======\n",
  ])
  func `What only looks like two texts is read`(text: String) {
    #expect(rules(SampleEntry.text + "\n" + text) == [])
  }

  @Test func `Of a conflict nothing else is told`() {
    let text = SampleEntry.text.replacing("vaihe: Kokeilu", with: "<<<<<<< a\nvaihe: &x\n=======\nvaihe: *y\n>>>>>>> b")
    let entry = Entry.read(SourceFile(path: SampleEntry.path, text: text))
    #expect(entry.faults.map(\.rule) == ["merge-conflict"])
    #expect(!entry.hasReadableFields && !entry.hasReadableBody)
  }

  @Test(arguments: [
    (Array("PK\u{3}\u{4}\u{14}\u{0}".utf8) + [0xFF, 0xFE], "Word-, Excel- tai LibreOffice-asiakirja"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "vanha Word- tai Excel-asiakirja"),
    (Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3], "PDF-asiakirja"),
    (Array("{\\rtf1\\ansi Malli}".utf8), "RTF-asiakirja"),
    (Array("\u{FEFF}<!DOCTYPE html>\n<html>".utf8), "verkkosivu (HTML)"),
    (Array("<HTML lang=fi>".utf8), "verkkosivu (HTML)"),
  ])
  func `Another program's document is told by its name`(bytes: [UInt8], name: String) {
    let faults = Entry.read(SourceFile(path: "malli.md", bytes: bytes)).faults
    #expect(faults.map(\.rule) == ["foreign-file"])
    #expect(faults.first?.message.fi.contains(name) == true)
  }

  @Test(arguments: ["<p>Teksti</p>\n", "PK on lyhenne.\n", "<htm\n"])
  func `A text that has no fields is no document`(text: String) {
    #expect(rules(text) == ["missing-front-matter"])
  }
}

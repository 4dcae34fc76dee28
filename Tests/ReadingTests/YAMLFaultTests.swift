import Diagnosing
import Reading
import Support
import Testing

/// What editors get wrong between the two `---`, each said in its own words: 👉 stands where the finding
/// must point, in a file with LF, with CR LF, after a byte order mark and after an `ä`.
@Suite struct YAMLFaultTests {
  @Test(arguments: [
    // A colon and a space in the value.
    ("yaml-unquoted-colon", "nimi: Malli👉: yhdessä\n"),
    ("yaml-unquoted-colon", "nimi: Malli👉: yhdessä: kouluun\n"),
    ("yaml-unquoted-colon", "nimi: Äidin malli👉:\nalue: Turku\n"),
    ("yaml-unquoted-colon", "nimi: ”Malli👉: yhdessä”\n"),
    ("yaml-unquoted-colon", "lähteet:\n  - nimi: Päätös👉: avustus\n    kohta: 1\n"),
    ("yaml-unquoted-colon", "toimet:\n  - nimi: a\n    toimi: sovitaan👉: kuka soittaa\n"),
    ("yaml-unquoted-colon", "lyhyt kuvaus: Mallissa on kolme asiaa\n  Yksi on tämä👉: soitto\nalue: Turku\n"),
    ("yaml-unquoted-colon", "lyhyt kuvaus: |\n  alku: \"auki\n  loppu: [auki\nnimi: Malli👉: yhdessä\n"),
    ("yaml-unquoted-colon", "lyhyt kuvaus: \"Kaksi riviä:\n  Alue: toinen\"\nnimi: Malli👉: yhdessä\n"),
    // No space after a field's colon.
    ("yaml-missing-space", "nimi: Malli\n👉vaihe:Kokeilu\nalue: Turku\n"),
    ("yaml-missing-space", "👉vaihe:Kokeilu\nalue: Turku\n"),
    ("yaml-missing-space", "nimi: Malli\n👉vaihe:Kokeilu\n"),
    ("yaml-missing-space", "nimi: Malli\n👉vaihe:\u{A0}Kokeilu\nalue: Turku\n"),
    ("yaml-missing-space", "nimi: Malli\n👉asiasanat:[a, b]\nalue: Turku\n"),
    ("yaml-missing-space", "rahoitus:\n  👉avustus:40 000\n  kausi: 2024\n"),
    ("yaml-missing-space", "rahoitus:\n  kausi: 2024\n  👉avustus:40 000\nalue: Turku\n"),
    ("yaml-missing-space", "👉nimi:Malli\n"),
    // A line that is no field.
    ("yaml-not-a-field", "nimi: Malli\n👉yhdessä kouluun\nalue: Turku\n"),
    ("yaml-not-a-field", "👉nimi Malli\nalue: Turku\n"),
    ("yaml-not-a-field", "👉Pelkkää tekstiä\n"),
    ("yaml-not-a-field", "lyhyt kuvaus: >-\n  Alku\n👉jatkuu\nalue: Turku\n"),
    ("yaml-not-a-field", "linkit: x\n👉https://esimerkki.fi\nalue: Turku\n"),
    // Blanks that indent nothing.
    ("yaml-tab", "rahoitus:\n👉\tavustus: 1\n"),
    ("yaml-tab", "rahoitus:\n  kausi: 2024\n👉\tavustus: 1\n"),
    ("yaml-tab", "rahoitus:\n  👉\tavustus: 1\n"),
    ("yaml-tab", "rahoitus:\n👉\u{A0}\u{A0}avustus: 1\n"),
    ("yaml-tab", "rahoitus:\n  kausi: 2024\n👉\u{2003}avustus: 1\n"),
    ("yaml-tab", "asiasanat:\n  -👉\tpoissaolot\n"),
    ("yaml-tab", "asiasanat:\n👉\t- poissaolot\n"),
    // Lines that do not line up.
    ("yaml-indentation", "rahoitus:\n  avustus: 1\n 👉kausi: 2024\n"),
    ("yaml-indentation", "rahoitus:\n avustus: 1\n  👉kausi: 2024\n"),
    ("yaml-indentation", "nimi: Malli\n 👉vaihe: Kokeilu\n"),
    ("yaml-indentation", " 👉nimi: Malli\nvaihe: Kokeilu\n"),
    ("yaml-indentation", "asiasanat:\n  - yksi\n 👉- kaksi\nalue: Turku\n"),
    ("yaml-indentation", "asiasanat:\n  - yksi\n   👉- kaksi\nalue: Turku\n"),
    ("yaml-indentation", "asiasanat: yksi\n  👉- kaksi\n"),
    ("yaml-indentation", "nimi: Malli\n👉- kaksi\nalue: Turku\n"),
    ("yaml-indentation", "asiasanat:\n  - yksi\n  👉kieli: fi\n"),
    // No space after a list's hyphen.
    ("yaml-missing-space-after-hyphen", "asiasanat:\n  👉-yksi\n  -kaksi\nalue: Turku\n"),
    ("yaml-missing-space-after-hyphen", "asiasanat:\n👉-yksi\n-kaksi\nalue: Turku\n"),
    ("yaml-missing-space-after-hyphen", "asiasanat:\n  - yksi\n  👉-kaksi\nalue: Turku\n"),
    ("yaml-missing-space-after-hyphen", "asiasanat:\n- yksi\n👉-äiti\nalue: Turku\n"),
    // Quotes.
    ("yaml-unterminated-quote", "nimi: 👉\"Malli\nalue: Turku\n"),
    ("yaml-unterminated-quote", "nimi: 👉'Malli\nalue: Turku\n"),
    ("yaml-unterminated-quote", "nimi: 👉\"Malli\n"),
    ("yaml-unterminated-quote", "nimi: 👉\"Malli\nlyhyt kuvaus: \"Teksti\"\n"),
    ("yaml-unterminated-quote", "nimi: 👉'Malli\ntekijä: ''\n"),
    ("yaml-unterminated-quote", "asiasanat:\n  - 👉\"yksi\n  - kaksi\nalue: Turku\n"),
    ("yaml-unterminated-quote", "asiasanat: [👉\"yksi, kaksi]\nalue: Turku\n"),
    ("yaml-unterminated-quote", "lähteet:\n  - nimi: 👉\"Päätös\n    kohta: 1\n"),
    ("yaml-text-after-quote", "nimi: \"Läsnä\" 👉-hanke\n"),
    ("yaml-text-after-quote", "nimi: 'Lasten '👉oma' malli'\n"),
    ("yaml-text-after-quote", "asiasanat:\n  - \"yksi\" 👉kaksi\n"),
    ("yaml-backslash", "nimi: \"Kansio 👉\\Malli\"\n"),
    ("yaml-backslash", "nimi: \"Merkki 👉\\x1\"\n"),
    // Brackets.
    ("yaml-unclosed-bracket", "asiasanat: 👉[yksi, kaksi\nalue: Turku\n"),
    ("yaml-unclosed-bracket", "asiasanat: 👉[yksi, kaksi\n"),
    ("yaml-unclosed-bracket", "asiasanat: 👉[yksi,\n  kaksi\nalue: Turku\n"),
    ("yaml-unclosed-bracket", "asiasanat: 👉[yksi\nkohderyhmät: [kaksi]\n"),
    ("yaml-unclosed-bracket", "asiasanat: 👉{yksi\nalue: Turku\n"),
    ("yaml-unclosed-bracket", "asiasanat: [yksi, 👉, kaksi]\n"),
    // Characters with a meaning of their own at the start of a value.
    ("yaml-special-character", "nimi: 👉@malli\n"),
    ("yaml-special-character", "nimi: 👉`malli`\n"),
    ("yaml-special-character", "nimi: 👉% malli\n"),
    ("yaml-special-character", "kynnys: 👉> 50 h\n"),
    ("yaml-special-character", "kynnys: 👉>50 h\nalue: Turku\n"),
    ("yaml-special-character", "kynnys: 👉| 50 h\n"),
    ("yaml-special-character", "nimi: 👉- malli\n"),
    ("yaml-special-character", "nimi: 👉? malli\n"),
    ("yaml-special-character", "nimi: 👉, malli\n"),
    ("yaml-special-character", "nimi: 👉] malli\n"),
    ("yaml-special-character", "asiasanat: [yksi, 👉@kaksi]\n"),
    ("yaml-not-a-field", "👉%YAML 1.1\nnimi: Malli\n"),
    ("yaml-hash", "nimi: Malli 👉#1\n"),
    ("yaml-hash", "asiasanat:\n  - koulu 👉#koulu #läsnä\n"),
    // References.
    ("yaml-reference", "nimi: 👉& malli\n"),
    ("yaml-reference", "nimi: 👉&a malli\n"),
    ("yaml-reference", "nimi: 👉*Malli*\n"),
    ("yaml-reference", "nimi: 👉*malli\n"),
    ("yaml-reference", "nimi: 👉!tärkeä malli\n"),
    ("yaml-reference", "nimi: 👉!!str malli\n"),
    ("yaml-reference", "nimi: 👉! malli\n"),
    ("yaml-reference", "asiasanat: [yksi, 👉*kaksi]\n"),
    ("yaml-reference", "asiasanat: 👉&x\n  - yksi\n"),
    ("yaml-reference", "rahoitus: 👉&x\n  avustus: 1\n"),
    ("yaml-reference", "<<: 👉*x\n"),
    // More than one document, keys that are no text, no fields at all.
    ("yaml-second-document", "nimi: Malli\n👉...\nalue: Turku\n"),
    ("yaml-key", "👉[nimi]: Malli\n"),
    ("yaml-key", "👉{nimi: a}: Malli\n"),
    ("yaml-key", "👉- nimi\n- alue\n"),
    ("yaml-key", "👉[nimi, alue]\n"),
    ("yaml-not-a-field", "👉: Malli\n"),
  ])
  func `A fault is named and pointed at`(_ rule: String, _ fields: String) throws {
    for source in MarkedSource("---\n" + fields + "---\n\n## Ratkaisun perusidea\n\nTeksti.\n").variants {
      let entry = Entry.read(source.file())
      let found = entry.faults.map { "\($0.rule) \($0.range.lowerBound)" }
      #expect(found == ["\(rule) \(source.offsets[0])"], "\(source.text.debugDescription)")
      #expect(!entry.hasReadableFields)
      #expect(entry.hasReadableBody)
      #expect(entry.body.sections.count == 2)
    }
  }

  @Test(arguments: [
    ("nimi: Malli: yhdessä\n", "nimi: \"Malli: yhdessä\"\n"),
    ("nimi: Malli: C:\\ ja \"oma\"  \n", "nimi: \"Malli: C:\\\\ ja \\\"oma\\\"\"  \n"),
    ("nimi: ”Malli: yhdessä”\n", "nimi: \"Malli: yhdessä\"\n"),
    (
      "kuvaus: Kolme asiaa: yksi\n  ja kaksi\nalue: Turku\n", "kuvaus: \"Kolme asiaa: yksi\n  ja kaksi\"\nalue: Turku\n"
    ),
    ("vaihe:Kokeilu\nalue: Turku\n", "vaihe: Kokeilu\nalue: Turku\n"),
    ("vaihe:\u{A0}Kokeilu\nalue: Turku\n", "vaihe: Kokeilu\nalue: Turku\n"),
    ("rahoitus:\n\tavustus: 1\n", "rahoitus:\n  avustus: 1\n"),
    ("asiasanat:\n- yksi\n-kaksi\n", "asiasanat:\n- yksi\n- kaksi\n"),
    ("nimi: \"Malli\nalue: Turku\n", "nimi: \"Malli\"\nalue: Turku\n"),
    ("nimi: 'Malli \nalue: Turku\n", "nimi: 'Malli' \nalue: Turku\n"),
    ("nimi: \"Kansio \\Malli\"\n", "nimi: \"Kansio \\\\Malli\"\n"),
    ("kynnys: > 50 h\n", "kynnys: \"> 50 h\"\n"),
    ("asiasanat: [yksi, @kaksi, kolme]\n", "asiasanat: [yksi, \"@kaksi\", kolme]\n"),
    ("nimi: *Malli*\n", "nimi: \"*Malli*\"\n"),
    ("nimi: Malli #1 \n", "nimi: \"Malli #1\" \n"),
  ])
  func `A fix leaves fields that can be read`(_ wrong: String, _ right: String) throws {
    let file = SourceFile(path: "malli.md", text: "---\n" + wrong + "---\n")
    let fix = try #require(Entry.read(file).faults.first?.fix)
    let mended = file.applying(fix)
    #expect(mended.text(0..<mended.bytes.count) == "---\n" + right + "---\n")
    #expect(Entry.read(mended).faults.isEmpty)
  }

  @Test(arguments: [
    "nimi: Malli \"oma\" ja 'toinen'\n", "nimi: ”Malli” ja muuta\n", "nimi: Malli:yhdessä\n", "nimi: klo 12:30\n",
    "osoite: https://esimerkki.fi/a#b\n", "nimi: Malli#1\n", "nimi: Malli # huomautus\n", "nimi: Malli ## 1\n",
    "# huomautus\nnimi: Malli\n", "nimi:\tMalli\n", "nimi : Malli\n", "nimi: Malli   \n", "\nnimi: Malli\n\n",
    "asiasanat:\n- yksi\n- kaksi\n", "asiasanat: [yksi,\n  kaksi]\n", "nimi: -5\n", "nimi:\n  -5\n", "tekijä:\n",
    "lyhyt kuvaus: \"Kaksi riviä:\n  Alue: toinen\"\n",
    "lyhyt kuvaus: |\n  # ei huomautus\n  - ei kohta\n\n  : teksti\n",
    "lyhyt kuvaus: Malli auttaa,\n  -vaikka ei heti\n", "nimi: Koti & koulu * !\n", "nimi: a@b %\n",
    "\"nimi\": Malli\n",
    "lyhyt kuvaus: \"Kaksi riviä:\nAlue: toinen\"\n", "nimi: 'Lasten ''oma'' malli'\n", "nimi: no\n", "",
  ])
  func `Good fields have no fault`(_ fields: String) {
    for source in MarkedSource("---\n" + fields + "---\n").variants {
      #expect(Entry.read(source.file()).faults.isEmpty, "\(source.text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("lyhyt kuvaus: Malli: a\n", " ”lyhyt kuvaus”"), ("lähteet:\n  - päivä: @a\n", " ”päivä”"),
    ("nimi: \"Malli\n", " ”nimi”"),
    ("vaihe:Kokeilu\n", ""), ("nimi: a\nalue\n", ""), ("asiasanat:\n  - @a\n", ""),
  ])
  func `The message names the field`(_ fields: String, _ name: String) throws {
    let fault = try #require(Entry.read(SourceFile(path: "malli.md", text: "---\n" + fields + "---\n")).faults.first)
    let rule = try #require(YAMLRules.all.first { $0.id == fault.rule })
    #expect(fault.message.fi == rule.title.fi + (name.isEmpty ? "" : ": kenttä" + name))
    #expect(fault.message.sv == rule.title.sv + (name.isEmpty ? "" : ": fältet" + name))
  }

  @Test func `Depth, keys and values have their limits`() throws {
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(fault("nimi: \(deep)\n") == "yaml-too-large 2:19")
    let many = (1...201).map { "kenttä\($0): arvo\n" }.joined()
    #expect(fault(many) == "yaml-too-large 202:1")
    #expect(fault((1...200).map { "kenttä\($0): arvo\n" }.joined()) == nil)
  }

  private func fault(_ fields: String) -> String? {
    let entry = Entry.read(SourceFile(path: "malli.md", text: "---\n" + fields + "---\n"))
    return entry.faults.first.map { "\($0.rule) \($0.position)" }
  }
}

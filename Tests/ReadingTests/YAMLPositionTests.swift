import Diagnosing
import Reading
import Support
import Testing

/// Every key and value keeps the bytes it stands in.
@Suite struct YAMLPositionTests {
  /// Each key and value of the tree in order, as `key=source of the key, value=source of the value`.
  private func sources(_ text: String) -> [String] {
    let file = SourceFile(path: "a.yaml", text: text)
    let (node, fault) = YAMLReader.read(file)
    #expect(fault == nil)
    var out: [String] = []
    func walk(_ node: YAMLNode) {
      out.append("\(node.scalar.map { "”\($0)”" } ?? "") \(file.text(node.range).debugDescription)")
      for pair in node.mapping ?? [] {
        out.append("\(pair.key): \(file.text(pair.keyRange).debugDescription)")
        walk(pair.value)
      }
      for item in node.sequence ?? [] { walk(item) }
    }
    if let node { walk(node) }
    return out
  }

  @Test func `Plain values end with their last letter`() {
    #expect(
      sources("nimi: Äidin malli  # huom\nlyhyt kuvaus : kaksi\n  riviä\nklo: 12:30\n") == [
        #" "nimi: Äidin malli  # huom\nlyhyt kuvaus : kaksi\n  riviä\nklo: 12:30""#,
        #"nimi: "nimi""#, #"”Äidin malli” "Äidin malli""#,
        #"lyhyt kuvaus: "lyhyt kuvaus""#, #"”kaksi riviä” "kaksi\n  riviä""#,
        #"klo: "klo""#, #"”12:30” "12:30""#,
      ])
  }

  @Test func `Quoted values hold their quotes, and keys may be quoted`() {
    #expect(
      sources("\"a b\": \"ä\\u00f6 \\\"x\\\"\"\nb: 'it''s'\nc: \"\"\nd: \"yli\n  rivin\"\n").dropFirst() == [
        #"a b: "\"a b\"""#, #"”äö "x"” "\"ä\\u00f6 \\\"x\\\"\"""#,
        #"b: "b""#, #"”it's” "\'it\'\'s\'""#,
        #"c: "c""#, #"”” "\"\"""#,
        #"d: "d""#, #"”yli rivin” "\"yli\n  rivin\"""#,
      ])
  }

  @Test func `Block texts start at their sign and end with their last letter`() {
    #expect(
      sources("a: >-\n  yksi\n  kaksi\n\nb: |\n  yksi\n   ö\n\n\nc: x\n").dropFirst() == [
        #"a: "a""#, #"”yksi kaksi” ">-\n  yksi\n  kaksi""#,
        #"b: "b""#, "”yksi\n ö\n” \"|\\n  yksi\\n   ö\"",
        #"c: "c""#, #"”x” "x""#,
      ])
  }

  @Test func `Block texts end with their last letter whatever the line end`() {
    #expect(
      sources("a: |\r\n  yksi\r\n  ö \r\n\r\nb: x\r\n")[2] == "”yksi\nö \n” " + "|\r\n  yksi\r\n  ö".debugDescription)
  }

  @Test func `Lists and maps end where their last item does`() {
    #expect(
      sources("a: [ä, 'b' ,c]\nb:\n  - ö\n  - d: e\n    f: g\n\n# huom\nh: {i: j}\nk:\n- l\n").dropFirst() == [
        #"a: "a""#, #" "[ä, \'b\' ,c]""#, #"”ä” "ä""#, #"”b” "\'b\'""#, #"”c” "c""#,
        #"b: "b""#, #" "- ö\n  - d: e\n    f: g""#, #"”ö” "ö""#, #" "d: e\n    f: g""#,
        #"d: "d""#, #"”e” "e""#, #"f: "f""#, #"”g” "g""#,
        #"h: "h""#, #" "{i: j}""#, #"i: "i""#, #"”j” "j""#,
        #"k: "k""#, #" "- l""#, #"”l” "l""#,
      ])
  }

  @Test func `A value that is not there has an empty place after its key`() throws {
    let file = SourceFile(path: "a.yaml", text: "ä:\nb: \nc:\n  - \n  - d:\n")
    let node = try #require(YAMLReader.read(file).node)
    let places = (node.mapping ?? []).map { "\(file.position(at: $0.value.range.lowerBound)) \($0.value.range.count)" }
    #expect(places == ["1:3 0", "2:3 0", "4:3 9"])
    #expect(node["ä"]?.isEmpty == true)
    #expect(node["c"]?.sequence?.map(\.isEmpty) == [true, false])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Places are those of the file, whatever stands before`(lineEnd: String) throws {
    let source = MarkedSource(
      "\u{FEFF}---\n# ääkköset 😀\nnimi: 👉Ä😀\nalue:\n  - 👉Turku\n---\n".replacing("\n", with: lineEnd))
    let entry = Entry.read(source.file())
    let places = entry.fields.map(\.value).map { $0.sequence?[0].range.lowerBound ?? $0.range.lowerBound }
    #expect(places == source.offsets)
  }

  @Test func `Every value is the text that was written`() {
    let text = "a: no\nb: 12:30\nc: 1.10\nd: ~\ne: null\nf: 0x1F\ng: 2020-11-01\nh: .inf\ni: yes\n"
    let values = YAMLReader.read(SourceFile(path: "a.yaml", text: text)).node?.mapping?.map(\.value.scalar)
    #expect(values == ["no", "12:30", "1.10", "~", "null", "0x1F", "2020-11-01", ".inf", "yes"])
  }

  @Test func `A key that stands twice is kept twice`() {
    let node = YAMLReader.read(SourceFile(path: "a.yaml", text: "a: 1\nb: 2\na: 3\n")).node
    #expect(node?.mapping?.map { "\($0.key) \($0.keyRange.lowerBound)" } == ["a 0", "b 5", "a 10"])
    #expect(node?["a"]?.scalar == "1")
  }

  @Test(arguments: ["", "\n", "# huom\n", "---\n...\n"])
  func `Nothing is no node and no fault`(text: String) {
    let (node, fault) = YAMLReader.read(SourceFile(path: "a.yaml", text: text))
    #expect(node?.isEmpty != false && fault == nil)
  }

  @Test func `A part of a file is read with the file's places`() {
    let file = SourceFile(path: "a.md", text: "äää\n- kynnys: 50 h\nloppu: [\n")
    let node = YAMLReader.read(file, in: 7..<22).node
    #expect(node?.sequence?.first?["kynnys"].map { file.text($0.range) } == "50 h")
  }
}

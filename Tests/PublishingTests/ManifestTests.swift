import Testing

@testable import Publishing

@Suite("The list of Mallisto's files")
struct ManifestTests {
  private func missing(_ own: String, _ other: String) -> Set<String> {
    Manifest(lines: Array(own.utf8)).missing(from: Manifest(lines: Array(other.utf8)))
  }

  @Test("is in the order of bytes, a path a line")
  func order() {
    #expect(Manifest(["b", "a-b", "a", "a/b"]).bytes == Array("a\na-b\na/b\nb\n".utf8))
  }

  @Test(
    "tells which of its files another one does not have",
    arguments: [
      ("", "a\n", []), ("a\n", "a\n", []), ("a\n", "", ["a"]), ("a\nb\nc\n", "b\n", ["a", "c"]),
      ("a\na-b\na/b\n", "a\nc\n", ["a-b", "a/b"]), ("c\n", "a\nb\n", ["c"]), ("a\nc\n", "a\nb\nc\nd\n", []),
    ] as [(String, String, Set<String>)])
  func missing(own: String, other: String, found: Set<String>) {
    #expect(missing(own, other) == found)
  }

  @Test(
    "is read right whatever somebody has made of it: in no order, with a file twice, without its last line's end",
    arguments: [
      ("b\na\nc\n", "a\nb\n"), ("a\nb\nc\n", "b\na\n"), ("a\na\nb\nc\n", "a\nb\n"), ("a\nb\nc", "a\nb"),
      ("\na\n\nc\n", "a\nb\n"),
    ])
  func written(own: String, other: String) {
    #expect(missing(own, other) == ["c"])
  }
}

import Diagnosing
import Foundation
import Searching

// Turns documents into an index folder for `evaluate.mjs`:
//
//   search-evaluation DOCUMENTS OUT [--repeat]
//
// DOCUMENTS is a JSON file `[{"id", "title", "body": [paragraph, …]}]`, each perhaps with `language`, `summary` and
// `facets` (`{"stage": [code, …]}`), or a folder of Markdown entries.
// With `--repeat` a second index is built from what the first one remembered, with one title edited, and its cost told.

struct Judged: Decodable {
  var id: String
  var title: String
  var body: [String]
  var language: String?
  var summary: String?
  var facets: [String: [String]]?
}

func documents(at path: String) throws -> [SearchDocument] {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONDecoder().decode([Judged].self, from: data).map { judged in
      SearchDocument(
        slug: judged.id, language: judged.language.flatMap(Language.init(rawValue:)) ?? .fi, title: judged.title,
        summary: judged.summary ?? "", body: judged.body.map { SearchText($0) },
        facets: (judged.facets ?? [:]).map { SearchFacet($0.key, $0.value) })
    }
  }
  let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".md") }
  return names.map { entry(named: $0, in: path) }
}

/// A Markdown entry, read just well enough to measure with: the front matter's title, summary and keywords, then the rest.
func entry(named name: String, in folder: String) -> SearchDocument {
  let path = folder + "/" + name
  let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  let lines = text.prefix(3000).split(separator: "\n", omittingEmptySubsequences: false)
  func value(_ line: Substring, _ key: String) -> String? {
    guard line.hasPrefix(key + ": ") else { return nil }
    return String(line.dropFirst(key.count + 2)).trimmingCharacters(in: ["\""])
  }
  var document = SearchDocument(slug: String(name.dropLast(3)), language: .fi, title: "")
  var list = ""
  var codes: [String] = []
  var length = 4
  for line in lines.dropFirst() {
    length += line.utf8.count + 1
    if line == "---" { break }
    document.title = value(line, "title") ?? document.title
    document.summary = value(line, "summary") ?? document.summary
    if line.hasSuffix(":") { list = String(line.dropLast()) }
    guard line.hasPrefix("  - ") else { continue }
    let item = line.dropFirst(4).trimmingCharacters(in: ["\""])
    if list == "keywords" { document.keywords.append(item) }
    if list == "region" { codes.append(item) }
  }
  document.facets = [SearchFacet("region", codes)]
  document.fingerprint = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  let frontMatter = length
  document.body = {
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    return [SearchText(Array(bytes.dropFirst(frontMatter))[...])]
  }
  return document
}

func cpuSeconds() -> Double {
  Double(clock()) / Double(CLOCKS_PER_SEC)
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  print("usage: search-evaluation DOCUMENTS OUT [--repeat]")
  exit(2)
}
let folder = arguments[2]
var memory = SearchMemory()
var input = try documents(at: arguments[1])
let start = cpuSeconds()
let index = try SearchIndex(input, module: "/assets/search.js", memory: &memory)
let built = cpuSeconds()
for file in index.files {
  let url = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
  try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(file.bytes()).write(to: url)
}
let bytes = index.files.reduce(0) { $0 + $1.bytes().count }
print(
  "\(input.count) documents, \(index.files.count) files, \(bytes) bytes, \(String(format: "%.2f", built - start)) CPU s"
)
if arguments.contains("--repeat") {
  func measured<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let start = cpuSeconds()
    defer { print("\(name): \(String(format: "%.2f", cpuSeconds() - start)) CPU s") }
    return try work()
  }
  let remembered = measured("memory to bytes") { memory.withPieces { Data($0.joined()) } }
  print("memory: \(remembered.count) bytes")
  var kept = measured("memory from bytes") { remembered.withUnsafeBytes { copy(of: $0) } }
  input[0].title += " uudelleen"
  input[0].fingerprint = 1
  let second = try measured("one document edited") {
    try SearchIndex(input, module: "/assets/search.js", memory: &kept)
  }
  let before = Dictionary(uniqueKeysWithValues: index.files.map { ($0.path, $0.fingerprint) })
  print("files asked for: \(second.files.filter { before[$0.path] != $0.fingerprint }.count)")
}

/// A memory that has bytes of its own.
func copy(of bytes: UnsafeRawBufferPointer) -> SearchMemory {
  final class Owner: Sendable {}
  let own = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
  own.copyMemory(from: bytes)
  return SearchMemory(UnsafeRawBufferPointer(own), keptBy: Owner()) ?? SearchMemory()
}

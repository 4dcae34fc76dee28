import Cataloguing
import Diagnosing
import Foundation
import Publishing
import Reading
import Rendering
import Searching

// usage: HotSteps SITE, a folder with content/ and themes/
guard CommandLine.arguments.count == 2, let base = BaseAddress("https://bench.example/") else {
  print("usage: HotSteps SITE")
  exit(2)
}
let folder = Folder(CommandLine.arguments[1])
let sources = try SiteReader.read(folder)
let assembly = SiteAssembly(sources)
guard let site = assembly.site,
  let theme = Theme.compile(try ThemeReader.read("mallisto", in: folder), languages: Language.allCases).0
else {
  print("\(folder.root) is no site without errors: see mallisto check")
  exit(1)
}
let files = try folder.list("content/practices").files.map { SourceFile(path: $0, bytes: try folder.read($0) ?? []) }
let count = files.count
let bytes = files.reduce(0) { $0 + $1.bytes.count }
print("\(count) practices, \(bytes / max(count, 1)) bytes each; processor time of all threads, the best of five rounds")

try measure("reading the files", of: count) { try files.map { try folder.read($0.path) ?? [] }.count }
measure("parsing", of: count) { files.map { Entry.read($0).body.sections.count }.count }
let entries = files.map { Entry.read($0) }
measure("matching against the template", of: count) {
  entries.map { EntryMatcher.match($0, schema: site.schema) }.count
}
let matched = entries.map { EntryMatcher.match($0, schema: site.schema) }
measure("judging by the rules", of: count) {
  matched.map { Rulebook.findings(in: $0, schema: site.schema).count }.count
}
try measure("reading and judging the whole site", of: count) {
  SiteAssembly(try SiteReader.read(folder)).findings.count
}
measure("the catalogue and what lists need", of: count) {
  SitePages.all(SiteModel(site, theme: theme, base: base)).count
}

let model = SiteModel(site, theme: theme, base: base)
let pages = SitePages.all(model)
let practices = Set(files.map { "mallit/\($0.path.split(separator: "/").last?.dropLast(3) ?? "")/index.html" })
let ofPractices = pages.filter { practices.contains($0.path) }
let others = pages.filter { !practices.contains($0.path) }
measure("rendering a practice's page", of: ofPractices.count) { rendered(ofPractices) }
measure("rendering any other file", of: others.count) { rendered(others) }

try measure("the search from nothing", of: count) {
  var memory = SearchMemory()
  return rendered(try model.searchPages(memory: &memory))
}
var memory = SearchMemory()
_ = try model.searchPages(memory: &memory)
try measure("the search, every word known", of: count) {
  var known = memory
  return rendered(try model.searchPages(memory: &known))
}

let output = FileManager.default.temporaryDirectory.appendingPathComponent("mallisto-hot-steps-\(getpid())").path
defer { try? FileManager.default.removeItem(atPath: output) }
let publisher = Publisher(output: output, site: folder)
_ = try publisher.publish(pages)
try measure("publishing what is unchanged", of: pages.count) { try publisher.publish(pages).unchanged }

/// Makes the bytes of pages, and tells how many.
func rendered(_ pages: [Page]) -> Int {
  pages.reduce(0) { sum, page in
    if case .bytes(let make) = page.content { sum + make().count } else { sum }
  }
}

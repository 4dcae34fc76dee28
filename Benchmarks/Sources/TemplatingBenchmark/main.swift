import Diagnosing
import Foundation
import Mustache
import Templating

let view = PageView()

// Ours.
let files = PageTemplates.all.sorted { $0.key < $1.key }
  .map { SourceFile(path: "\($0.key).mustache", text: $0.value) }
var compiler = TemplateCompiler(files, in: "")
let labels = Labels(language: .fi, [])
guard let template = compiler.compile("practice", for: PageView.self, labels: labels) else {
  for diagnostic in compiler.diagnostics { print(TextFormat(language: .en).render(diagnostic)) }
  exit(1)
}
let page = template.render(view)

// The same templates and the same values, as swift-mustache takes them.
let library = MustacheLibrary(templates: try PageTemplates.all.mapValues { try MustacheTemplate(string: $0) })
let values = Dictionaries.page(view)
let theirs = library.render(values, withTemplate: "practice") ?? ""

let ours = String(decoding: page, as: UTF8.self)
print("page: \(page.count) bytes; the same from both engines: \(ours == theirs)")
if ours != theirs, CommandLine.arguments.contains("--difference") {
  try ours.write(toFile: "ours.html", atomically: true, encoding: .utf8)
  try theirs.write(toFile: "theirs.html", atomically: true, encoding: .utf8)
}

measure("compiling the templates", runs: 200) {
  var compiler = TemplateCompiler(files, in: "")
  return compiler.compile("practice", for: PageView.self, labels: labels) == nil ? 1 : 0
}
measure("Templating, a page", runs: 20_000) { template.render(view).count }
var reused: [UInt8] = []
measure("Templating, into a reused array", runs: 20_000) {
  reused.removeAll(keepingCapacity: true)
  template.render(view, into: &reused)
  return reused.count
}
measure("swift-mustache, dictionaries", runs: 500) { library.render(values, withTemplate: "practice")?.count ?? 0 }
measure("swift-mustache, structs", runs: 200) { library.render(view, withTemplate: "practice")?.count ?? 0 }

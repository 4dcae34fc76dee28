import Diagnosing
import Support
import Templating

/// A template of random bytes: it compiles or it has errors, and where it compiles no text changes the
/// structure of the page.
enum TemplateTarget {
  static func complaint(_ bytes: [UInt8]) -> String? {
    var files = [SourceFile(path: "templates/main.mustache", bytes: bytes)]
    for (name, text) in partials { files.append(SourceFile(path: "templates/\(name).mustache", text: text)) }
    var compiler = TemplateCompiler(files, in: "templates")
    let template = compiler.compile("main", for: FuzzView.self, labels: labels)
    if let fault = Findings.complaint(compiler.diagnostics) { return fault }
    let isRefused = compiler.diagnostics.contains { $0.severity == .error && $0.file.path == files[0].path }
    if (template == nil) != (isRefused || compiler.diagnostics.hasErrors) { return "compiled in spite of an error" }
    guard let template else { return nil }
    let calm = Skeleton(String(decoding: template.render(FuzzView(title: "x")), as: UTF8.self))
    for text in hostile {
      let page = String(decoding: template.render(FuzzView(title: text)), as: UTF8.self)
      if Skeleton(page) != calm { return "\(text.debugDescription) changes the page" }
    }
    return nil
  }

  private static let hostile = [
    "\"><script>alert(1)</script>", "' onload='alert(1)", "javascript:alert(1)", "--><b>", "</title><script>", "&lt;",
    "</script><!--", "//evil.example/", "\u{0}", "a b=c",
  ]

  private static let partials = [
    "card": "<li><a href=\"{{url}}\">{{name}}</a></li>",
    "layout": "<!doctype html><title>{{title}}</title><main>{{$main}}<p>{{title}}</p>{{/main}}</main>",
    "tree": "<ul>{{#nodes}}<li>{{content}}{{>tree}}</li>{{/nodes}}</ul>",
  ]

  private static let labelFile = SourceFile(path: "labels/fi.yaml", text: "results: x\n")
  private static let labels = Labels(
    language: .fi,
    [
      Label("search", .text("Hae & löydä"), in: labelFile, at: 0..<7),
      Label("found", .text("Malli ”{title}” {"), in: labelFile, at: 0..<7),
      Label("results", .plural(by: "pages", one: "{pages} tulos", other: "{pages} tulosta"), in: labelFile, at: 0..<7),
    ])
}

/// One name of every shape that a template can ask for.
private struct FuzzView: TemplateView {
  var title: String

  static let fields: [Field<Self>] = [
    .text("title") { $0.title },
    .text("summary") { $0.title },
    .html("body") { _ in SafeHTML(trusting: "<p>Teksti</p>") },
    .number("pages") { _ in 3 },
    .optionalNumber("grade") { _ in nil },
    .url("home") { _ in SafeURL("https://example.fi/?a=1&b=2") ?? SafeURL(LocalURL("/")!) },
    .optionalURL("source") { _ in nil },
    .local("picture") { _ in LocalURL("../kuva 1.png")! },
    .json("data") { ["name": .string($0.title)] },
    .flag("isReady") { _ in true },
    .texts("keywords") { [$0.title, "kaksi"] },
    .list("regions") { [FuzzRegion(name: $0.title)] },
    .record("node") { FuzzNode(content: $0.title, nodes: [FuzzNode(content: "Y")]) },
  ]
}

private struct FuzzRegion: TemplateView {
  var name: String

  static let fields: [Field<Self>] = [
    .text("name") { $0.name },
    .local("url") { _ in LocalURL("/alueet/lempaala/")! },
  ]
}

private struct FuzzNode: TemplateView {
  var content: String
  var nodes: [FuzzNode] = []

  static let fields: [Field<Self>] = [
    .text("content") { $0.content },
    .list("nodes") { $0.nodes },
  ]
}

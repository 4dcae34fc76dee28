import Diagnosing
import Templating

/// What a template of the tests is filled with: one name of every shape.
struct SampleView: TemplateView {
  var title = "Malli & tapa"
  var summary: String? = nil
  var body: SafeHTML? = SafeHTML(trusting: "<p>Teksti</p>")
  var pages = 3
  var grade: Int? = nil
  var home = SafeURL("https://example.fi/?a=1&b=2")!
  var source: SafeURL? = nil
  var picture = LocalURL("../kuva 1.png")!
  var cover: LocalURL? = nil
  var data: JSONValue? = ["name": "</script><!--"]
  var isReady = true
  var isOld = false
  var keywords = ["yksi", "kaksi", "kolme"]
  var regions = [RegionView(name: "Lempäälä"), RegionView(name: "Jämsä")]
  var map = MapView()
  var extra: MapView? = nil
  var node = NodeView(content: "X", nodes: [NodeView(content: "Y", nodes: [NodeView(content: "Z")])])

  static let fields: [Field<Self>] = [
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .html("body") { $0.body },
    .number("pages") { $0.pages },
    .optionalNumber("grade") { $0.grade },
    .url("home") { $0.home },
    .optionalURL("source") { $0.source },
    .local("picture") { $0.picture },
    .optionalLocal("cover") { $0.cover },
    .json("data") { $0.data },
    .flag("isReady") { $0.isReady },
    .flag("isOld") { $0.isOld },
    .texts("keywords") { $0.keywords },
    .list("regions") { $0.regions },
    .record("map") { $0.map },
    .optionalRecord("extra") { $0.extra },
    .record("node") { $0.node },
  ]
}

struct RegionView: TemplateView {
  var name: String
  var local = LocalURL("/alueet/lempaala/")!
  var places = ["koulu", "kirjasto"]

  static let fields: [Field<Self>] = [
    .text("name") { $0.name },
    .local("url") { $0.local },
    .texts("places") { $0.places },
  ]
}

struct MapView: TemplateView {
  var caption = "Kartta"
  var width = 640
  var first = RegionView(name: "Varha")
  var regions: [RegionView] = []

  static let fields: [Field<Self>] = [
    .text("caption") { $0.caption },
    .number("width") { $0.width },
    .record("first") { $0.first },
    .list("shown") { $0.regions },
  ]
}

/// A view that holds views of its own kind.
struct NodeView: TemplateView {
  var content: String
  var nodes: [NodeView] = []

  static let fields: [Field<Self>] = [
    .text("content") { $0.content },
    .list("nodes") { $0.nodes },
  ]
}

let labelFile = SourceFile(path: "labels/fi.yaml", text: "results: x\n")

let sampleLabels = Labels(
  language: .fi,
  [
    Label("search", .text("Hae & löydä"), in: labelFile, at: 0..<7),
    Label("title", .text("Malli ”{title}” {"), in: labelFile, at: 0..<7),
    Label(
      "results", .plural(by: "pages", one: "{pages} tulos", other: "{pages} tulosta"), in: labelFile, at: 0..<7),
    Label("broken", .text("{nobody}"), in: labelFile, at: 0..<7),
    Label("notNumber", .plural(by: "title", one: "", other: ""), in: labelFile, at: 0..<7),
  ])

/// Compiles a template with others beside it; `main` is its name.
func compile<View: TemplateView>(
  _ template: String, _ others: [String: String] = [:], for view: View.Type
) -> (template: Template<View>?, diagnostics: [Diagnostic]) {
  let files = (["main": template].merging(others) { first, _ in first })
    .sorted { $0.key < $1.key }
    .map { SourceFile(path: "templates/\($0.key).mustache", text: $0.value) }
  var compiler = TemplateCompiler(files, in: "templates")
  let compiled = compiler.compile("main", for: view, labels: sampleLabels)
  return (compiled, compiler.diagnostics)
}

/// The page that a template makes of a view, or what is wrong with it.
func render<View: TemplateView>(_ template: String, _ others: [String: String] = [:], with view: View) -> String {
  let (template, diagnostics) = compile(template, others, for: View.self)
  guard let template else {
    return diagnostics.map { "\($0.file.path):\($0.position) [\($0.rule)] \($0.message.en)" }
      .joined(separator: "\n")
  }
  return String(decoding: template.render(view), as: UTF8.self)
}

func render(_ template: String, _ others: [String: String] = [:]) -> String {
  render(template, others, with: SampleView())
}

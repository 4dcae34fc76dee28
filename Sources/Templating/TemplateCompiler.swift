import Diagnosing

/// Turns the templates of a theme into programs, each for the view that it is filled with.
///
/// ```swift
/// var compiler = TemplateCompiler(files, in: "themes/mallisto/templates")
/// let practice = compiler.compile("practice", for: PracticeView.self, labels: finnish)
/// let home = compiler.compile("home", for: HomeView.self, labels: finnish)
/// guard let practice, let home else { return compiler.diagnostics }
/// let bytes = practice.render(view)
/// ```
///
/// **Syntax** is Mustache's: `{{name}}`, `{{#section}}…{{/section}}`, `{{^inverted}}`, `{{>partial}}`,
/// `{{!comment}}`, `{{=<% %>=}}`, and inheritance with `{{<parent}}{{$block}}…{{/block}}{{/parent}}`. Of
/// its own it has `{{labels.NAME}}` for the words of the theme, `NAME.count` and `NAME.any` of a list, and
/// `{{#@first}}` and `{{#@last}}` within one.
///
/// **Strict**: every name, partial, block and label must exist. Names are looked up from the innermost
/// section outward when the template is compiled, so an error is known before any page is made.
///
/// **Safe**: the compiler follows the page's HTML and decides for each value how it must be written where it
/// stands: between tags, in a quoted attribute, in a URL, in JSON. Where nothing can be safe (scripts,
/// styles, event handlers, comments, names, unquoted attributes) a value is an error. Only values of type
/// `SafeHTML` are written as they are, whether with two braces or three.
///
/// A file's name without `.mustache` and without the folder is its template's name, for partials too:
/// `templates/partials/card.mustache` is `partials/card`.
public struct TemplateCompiler: Sendable {
  /// What is wrong with the templates, each fault once, however often a template is compiled.
  public private(set) var diagnostics: [Diagnostic] = []

  private let folder: String
  private var trees: [String: TemplateTree] = [:]
  private let recursive: Set<String>
  private var faulty: Set<String> = []
  private var seen: Set<Fault> = []

  private struct Fault: Hashable {
    let rule: String
    let path: String
    let range: Range<Int>
    /// Differs where a fault is one of each language's words.
    let message: Localized
  }

  /// Parses all templates.
  ///
  /// - Parameter folder: the part of the files' paths that is not part of a template's name.
  public init(_ files: [SourceFile], in folder: String) {
    self.folder = folder
    var found: [Diagnostic] = []
    for file in files {
      let name = TemplateCompiler.name(of: file.path, in: folder)
      let (tree, faults) = Parser.parse(file, name: name)
      trees[name] = tree
      found += faults
      if !faults.isEmpty { faulty.insert(name) }
    }
    recursive = PartialGraph(trees.values).recursive
    note(found)
  }

  /// The names of all templates, in alphabetical order.
  public var names: [String] { trees.keys.sorted() }

  /// Compiles one template with its partials and parents; nil when anything is wrong with them.
  public mutating func compile<View: TemplateView>(
    _ name: String, for view: View.Type = View.self, labels: Labels
  ) -> Template<View>? {
    guard let tree = trees[name] else {
      note([UnknownPartial.missingPage(name, at: (folder.isEmpty ? "" : folder + "/") + name + ".mustache")])
      return nil
    }
    var compilation = Compilation(trees, recursive: recursive, labels: labels)
    let program = compilation.compile(tree, for: RecordShape(view))
    note(compilation.diagnostics)
    guard faulty.isDisjoint(with: compilation.used) else { return nil }
    return program.map { Template($0) }
  }

  private mutating func note(_ found: [Diagnostic]) {
    for diagnostic in found {
      let fault = Fault(
        rule: diagnostic.rule, path: diagnostic.file.path, range: diagnostic.range, message: diagnostic.message)
      if seen.insert(fault).inserted { diagnostics.append(diagnostic) }
    }
  }

  private static func name(of path: String, in folder: String) -> String {
    var name = Substring(path)
    let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    if name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
    if name.hasSuffix(".mustache") { name = name.dropLast(".mustache".count) }
    return String(name)
  }
}

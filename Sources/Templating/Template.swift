/// A compiled template for one type of view.
///
/// ```swift
/// let page: Template<PracticeView> = …
/// var bytes: [UInt8] = []
/// page.render(view, into: &bytes)
/// ```
///
/// Made by `TemplateCompiler`, and only when nothing is wrong with the template, its partials and parents:
/// rendering cannot fail. May be used from any number of threads at once.
public struct Template<View: TemplateView>: Sendable {
  private let program: Program

  init(_ program: Program) {
    self.program = program
  }

  /// Appends the page of a view, as UTF-8.
  public func render(_ view: View, into bytes: inout [UInt8]) {
    withUnsafePointer(to: view) { Runner.run(program, at: Place($0), into: &bytes) }
  }

  /// The page of a view, as UTF-8.
  public func render(_ view: View) -> [UInt8] {
    var bytes: [UInt8] = []
    render(view, into: &bytes)
    return bytes
  }

  /// The page of a view as markup that other templates may take in as it is.
  ///
  /// A template starts and ends between tags, and every value in it is escaped for its place.
  public func html(_ view: View) -> SafeHTML {
    SafeHTML(trusting: render(view))
  }
}

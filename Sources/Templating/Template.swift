import Synchronization

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
  private let usual = UsualLength()

  init(_ program: Program) {
    self.program = program
  }

  /// Appends the page of a view, as UTF-8.
  public func render(_ view: View, into bytes: inout [UInt8]) {
    bytes += render(view)
  }

  /// The page of a view, as UTF-8.
  public func render(_ view: View) -> [UInt8] {
    let bytes = withUnsafePointer(to: view) { Runner.run(program, at: Place($0), room: usual.room) }
    usual.note(bytes.count)
    return bytes
  }

  /// The page of a view as markup that other templates may take in as it is.
  ///
  /// A template starts and ends between tags, and every value in it is escaped for its place.
  public func html(_ view: View) -> SafeHTML {
    // It may be kept for long, so it takes no more than it needs.
    SafeHTML(trusting: render(view).withUnsafeBufferPointer { [UInt8]($0) })
  }
}

/// How long the pages of one template are, as the last one was, so that the next need not be moved while it grows.
private final class UsualLength: Sendable {
  private let last = Atomic<Int>(0)

  var room: Int { max(1_024, last.load(ordering: .relaxed) * 5 / 4) }

  func note(_ length: Int) { last.store(length, ordering: .relaxed) }
}

import Diagnosing

/// Markup that may be written between tags as it is.
///
/// ```swift
/// SafeHTML(escaping: "a < b")              // a &lt; b
/// SafeHTML(trusting: rendererOutput)       // the maker answers for it
/// template.html(view)                      // what a template made is safe
/// ```
///
/// Only a value of this type is written without escaping; a template's author cannot ask for it otherwise.
/// Whoever writes `trusting` vouches that elements are balanced and that no script, no event handler and no
/// unchecked address is inside.
public struct SafeHTML: Sendable {
  private let whole: [UInt8]
  /// What of the whole is meant, in order; nil for all of it.
  private let parts: [Range<Int>]?

  public init(trusting bytes: [UInt8]) {
    whole = bytes
    parts = nil
  }

  public init(trusting text: String) {
    self.init(trusting: Array(text.utf8))
  }

  /// Parts of a larger markup, one after another. They are put together only where they are written, so that a list of
  /// what stands in many lists is not copied for each.
  public init(trusting parts: [Range<Int>], of whole: [UInt8]) {
    self.whole = whole
    self.parts = parts
  }

  public init(escaping text: String) {
    var output = Output(capacity: text.utf8.count + 16)
    output.appendEscaped(text)
    self.init(trusting: Array(output.bytes))
  }

  public var isEmpty: Bool { parts?.allSatisfy(\.isEmpty) ?? whole.isEmpty }

  public var bytes: [UInt8] { parts.map { $0.flatMap { whole[$0] } } ?? whole }

  func write(into output: inout Output) {
    guard let parts else { return output.append(whole) }
    whole.withUnsafeBufferPointer { whole in
      for part in parts { output.append(UnsafeBufferPointer(rebasing: whole[part])) }
    }
  }
}

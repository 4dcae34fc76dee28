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
public struct SafeHTML: Sendable, Hashable {
  public let bytes: [UInt8]

  public init(trusting bytes: [UInt8]) {
    self.bytes = bytes
  }

  public init(trusting text: String) {
    bytes = Array(text.utf8)
  }

  public init(escaping text: String) {
    var output = Output(capacity: text.utf8.count + 16)
    output.appendEscaped(text)
    bytes = Array(output.bytes)
  }

  public var isEmpty: Bool { bytes.isEmpty }
}

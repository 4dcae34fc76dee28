import Diagnosing
import Glibc

/// A text as a key that is the same only where each byte is: quicker to look up than a text, of which Swift asks whether
/// its characters mean the same.
///
/// Whoever looks one up in vain has to look for the text itself as well, since `ä` can be one character or two.
struct Spelling: Hashable, Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (a: Spelling, b: Spelling) -> Bool {
    a.text.withBytes { first in
      b.text.withBytes {
        first.count == $0.count && (first.isEmpty || memcmp(first.baseAddress!, $0.baseAddress!, first.count) == 0)
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

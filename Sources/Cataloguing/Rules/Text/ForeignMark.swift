import Diagnosing
import Reading

/// Marks that other programs and other kinds of Markdown give a meaning to, and this site does not: they would show on
/// the page as they are.
struct ForeignMark {
  enum Kind {
    /// `[[Other model]]`.
    case wikiLink
    /// `[^1]`, in the text or before the note.
    case footnote
    /// `~~struck~~`.
    case strikethrough
    /// `==marked==`.
    case highlight
    /// `- [ ] to do`, `- [x] done`.
    case taskBox
    /// `> [!NOTE]`.
    case callout
  }

  let kind: Kind
  let range: Range<Int>
  /// What stands between the marks.
  let inner: Range<Int>

  /// How far a closing mark is looked for.
  private static let reach = 200

  /// The mark that starts at an offset and ends on its own line; nil where none does, or where a backslash says that it
  /// is meant as text.
  init?(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }
    func end(of close: UInt8, from index: Int, twice: Bool) -> Int? {
      for place in index..<min(bytes.count, index + ForeignMark.reach) {
        if bytes[place] == 0x0A || bytes[place] == 0x0D { return nil }
        if bytes[place] == close, !twice || byte(place + 1) == close { return place > index ? place : nil }
      }
      return nil
    }
    if byte(start - 1) == 0x5C { return nil }
    let (mark, next) = (byte(start), byte(start + 1))
    let kind: Kind
    let inner: Range<Int>
    switch (mark, next) {
    case (0x5B, 0x5B):
      guard let close = end(of: 0x5D, from: start + 2, twice: true), byte(start - 1) != 0x5B,
        !bytes[start + 2..<close].contains(0x5B)
      else { return nil }
      (kind, inner) = (.wikiLink, start + 2..<close)
    case (0x5B, 0x5E):
      guard let close = end(of: 0x5D, from: start + 2, twice: false), byte(close + 1) != 0x28,
        bytes[start + 2..<close].allSatisfy({ $0 > 0x20 })
      else { return nil }
      (kind, inner) = (.footnote, start + 2..<close)
    case (0x5B, 0x21):
      guard let close = end(of: 0x5D, from: start + 2, twice: false),
        byte(start - 2) == 0x3E || byte(start - 1) == 0x3E,
        bytes[start + 2..<close].allSatisfy({ $0 | 0x20 &- 0x61 < 26 })
      else { return nil }
      (kind, inner) = (.callout, start + 2..<close)
    case (0x5B, 0x20), (0x5B, 0x78), (0x5B, 0x58):
      guard byte(start + 2) == 0x5D, byte(start + 3) == 0x20, byte(start - 1) == 0x20,
        [0x2D, 0x2A, 0x2B].contains(byte(start - 2))
      else { return nil }
      (kind, inner) = (.taskBox, start + 1..<start + 2)
    case (0x7E, 0x7E), (0x3D, 0x3D):
      guard byte(start - 1) != mark, byte(start + 2) > 0x20, byte(start + 2) != mark,
        let close = end(of: mark, from: start + 2, twice: true), byte(close - 1) != 0x20, byte(close + 2) != mark
      else { return nil }
      (kind, inner) = (mark == 0x7E ? .strikethrough : .highlight, start + 2..<close)
    default: return nil
    }
    self.kind = kind
    self.inner = inner
    let isDouble = kind == .wikiLink || kind == .strikethrough || kind == .highlight
    // A task's box takes the space behind it along, so that taking it out leaves an item of a list.
    range = start..<inner.upperBound + (isDouble || kind == .taskBox ? 2 : 1)
  }
}

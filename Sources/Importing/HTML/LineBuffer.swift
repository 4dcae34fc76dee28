/// The line of a saved page that is being put together.
struct LineBuffer {
  private(set) var text: [UInt8] = []
  /// The bytes of the file that it comes from.
  private(set) var range: Range<Int>?
  /// Whether all of it is bold.
  private(set) var isBold = true
  /// What is to follow the line: pictures in it, and links whose address cannot be kept.
  var notes: [(kind: PageLine.Kind, text: String, range: Range<Int>)] = []

  var isBlank: Bool { range == nil }

  mutating func append(_ bytes: [UInt8], _ place: Range<Int>, isBold bold: Bool, keepsLines: Bool) {
    for byte in bytes {
      text.append(byte == 0x0A && !keepsLines ? 0x20 : byte)
    }
    let hasWords = bytes.contains { $0 > 0x20 && $0 != 0xC2 && $0 != 0xA0 }
    guard hasWords else { return }
    range = (range?.lowerBound ?? place.lowerBound)..<place.upperBound
    if !bold { isBold = false }
  }

  mutating func append(_ words: String) { text += Array(words.utf8) }

  /// The text from an offset on.
  func text(from offset: Int) -> String { String(decoding: text[min(offset, text.count)...], as: UTF8.self) }

  mutating func replace(from offset: Int, with words: String) {
    guard offset < text.count else { return }
    let hasSpaceBefore = text[offset] <= 0x20
    let hasSpaceAfter = text[text.count - 1] <= 0x20
    text.removeSubrange(offset...)
    text += Array(((hasSpaceBefore ? " " : "") + words + (hasSpaceAfter ? " " : "")).utf8)
  }

  mutating func clear() { self = LineBuffer() }
}

/// The letter `o` that Word and Outlook copy their round bullets as, before a blank.
///
/// It is a word of no language that is written here, so two lines that start with it are a list.
enum LetterBullet {
  /// The one that starts the line after a line end, where something follows it on the line.
  static func place(afterLineEnd end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    var index = end + 1
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
    guard byte(index) == 0x6F, let length = length(at: index, in: bytes) else { return nil }
    return byte(index + length) > 0x20 ? index : nil
  }

  /// The letter with the blanks behind it; nil where there is none.
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    guard byte(index) == 0x6F else { return nil }
    var end = index + 1
    while true {
      if byte(end) == 0x20 || byte(end) == 0x09 {
        end += 1
      } else if byte(end) == 0xC2, byte(end + 1) == 0xA0 {
        end += 2
      } else {
        return end > index + 1 ? end - index : nil
      }
    }
  }
}

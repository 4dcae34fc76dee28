import Diagnosing

/// Places in a file where a rule of text may have something to say, found in one walk over its bytes.
///
/// Nearly every file has none of most of them, so the rules themselves run only where there is a sign.
/// A sign is cheap to see and may be wrong: the rule looks closer.
struct TextSigns: Sendable {
  /// Characters that cannot be seen.
  private(set) var invisible: [Int] = []
  /// Each `@`, and each bracket of `(a)`, `(at)`, `[at]` and the like.
  private(set) var ats: [Int] = []
  /// Six digits that another three follow, after one character or two.
  private(set) var codes: [Int] = []
  /// Digits that may start a telephone number.
  private(set) var phones: [Int] = []
  /// Each `<!--`.
  private(set) var comments: [Int] = []
  /// Each `<` of a tag that a word processor left, or that stands where no Markdown is read.
  private(set) var shownTags: [Int] = []
  /// The first `#` of a line whose signs are followed by no space, and each full-width `＃` that starts a line.
  private(set) var closeHashes: [Int] = []
  /// Brackets and exclamation marks that stand where a link or a picture is nearly right.
  private(set) var linkMarks: [Int] = []
  /// Starts of lines that look like the ruler of a table, `|---|`.
  private(set) var tableRulers: [Int] = []
  /// The first bar of each line that has any.
  private(set) var bars: [Int] = []
  /// The end of the line with the last of them.
  private var barredEnd = 0
  /// Starts of lines with quotation marks, accents or two backticks where a fence has three backticks.
  private(set) var fenceMarks: [Int] = []
  /// The first byte of two letters that were one before the text was read in a wrong encoding.
  private(set) var garbled: [Int] = []
  /// Where a mark of another program may start.
  private(set) var foreignMarks: [Int] = []
  /// Bullets and dashes that start a line, each `o` there before a blank, and hyphens, asterisks and numbers there that a
  /// word touches.
  private(set) var bullets: [Int] = []
  /// Starts of lines with words on both sides of a tab.
  private(set) var tabbedLines: [Int] = []
  /// Each `**` that no other asterisk touches and no backslash precedes.
  private(set) var boldMarks: [Int] = []
  /// Each U+FFFD, which stands for a letter that was lost.
  private(set) var lost: [Int] = []
  /// Each `www.`, and each scheme before `://`, that does not follow a bracket as a link's address does.
  private(set) var addresses: [Int] = []

  init() {}

  /// Whether characters stand in the file that bring about more than they show.
  var hasHidden: Bool { !invisible.isEmpty || !garbled.isEmpty || !lost.isEmpty }

  init(_ file: SourceFile) {
    let start = file.contentStart
    file.bytes.withUnsafeBufferPointer { bytes in
      TextSigns.hasSign.withUnsafeBufferPointer { hasSign in
        var index = start
        func sign(_ pair: UInt64) -> UInt8 { hasSign[Int(pair & 0xFFFF)] }
        while index < bytes.count {
          if index + 8 <= bytes.count {
            let place = UnsafeRawPointer(bytes.baseAddress! + index)
            let eight = UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
            if sign(eight) | sign(eight >> 16) | sign(eight >> 32) | sign(eight >> 48) == 0 {
              index += 8
              continue
            }
          }
          while index < bytes.count, sign(UInt64(bytes[index])) == 0 { index += 1 }
          if index < bytes.count { index = read(bytes, at: index, from: start) }
        }
      }
    }
  }

  /// By two bytes, the first in the lower half: 1 where either starts a sign. Two are looked up in the time of one.
  private static let hasSign: [UInt8] = {
    let signs = (0...255).map { isSign(UInt8($0)) }
    return (0...0xFFFF).map { signs[$0 & 0xFF] || signs[$0 >> 8] ? 1 : 0 }
  }()

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x40, 0x28, 0x5B, 0x5D, 0x3C, 0x23, 0x3A, 0x57, 0x77, 0x21, 0x7C, 0x60, 0x27, 0x22: true
    case 0x09, 0x0A, 0x0D, 0x2A, 0x2D, 0x3D, 0x7E: true
    case 0x83, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  /// Looks at the byte of a sign; the offset to go on from.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, from start: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { offset >= start && offset < bytes.count ? bytes[offset] : 0 }
    /// Whether what starts at an offset is a link's address: it stands behind `](` or `<`.
    func isAddress(_ offset: Int) -> Bool {
      byte(offset - 1) == 0x3C || (byte(offset - 1) == 0x28 && byte(offset - 2) == 0x5D)
    }
    func startsLine(_ offset: Int) -> Bool { offset == start || byte(offset - 1) == 0x0A || byte(offset - 1) == 0x0D }
    if bytes[index] >= 0xC2, let length = ListMark.length(at: index, in: bytes) {
      bullets.append(index)
      return index + length
    }
    switch bytes[index] {
    case 0x0A, 0x0D:
      if let bullet = LetterBullet.place(afterLineEnd: index, in: bytes) { bullets.append(bullet) }
    case 0x2D:
      if ListMark.tightLength(at: index, in: bytes) != nil { bullets.append(index) }
    case 0x09:
      if let line = SignPatterns.tabbedLine(withTab: index, in: bytes, from: start), tabbedLines.last != line {
        tabbedLines.append(line)
      }
    case 0x30...0x39:
      return readDigits(bytes, at: index, from: start)
    case 0x2A:
      var end = index + 1
      while byte(end) == 0x2A { end += 1 }
      if end - index == 2, byte(index - 1) != 0x5C { boldMarks.append(index) }
      if end - index == 1, ListMark.tightLength(at: index, in: bytes) != nil { bullets.append(index) }
      return end
    case 0x3D, 0x7E:
      if ForeignMark(at: index, in: bytes) != nil { foreignMarks.append(index) }
    case 0x40:
      ats.append(index)
    case 0x5D where BrokenLinkForm.isFaulty(closing: index, in: bytes),
      0x21 where BrokenLinkForm.isPicture(index, in: bytes):
      linkMarks.append(index)
    case 0x7C:
      if index >= barredEnd {
        bars.append(index)
        barredEnd = index
        while barredEnd < bytes.count, bytes[barredEnd] != 0x0A, bytes[barredEnd] != 0x0D { barredEnd += 1 }
      }
      if let ruler = SignPatterns.tableRuler(withBar: index, in: bytes, from: start) { tableRulers.append(ruler) }
    case 0x60, 0x27, 0x22, 0xC2:
      if startsLine(index), SignPatterns.fenceLength(at: index, in: bytes) != nil { fenceMarks.append(index) }
    case 0x83:
      if SignPatterns.garbledLetter(at: index - 1, in: bytes) != nil { garbled.append(index - 1) }
    case 0x28, 0x5B:
      if bytes[index] == 0x5B, byte(index - 1) == 0x29, BrokenLinkForm.isSwapped(index, in: bytes) {
        linkMarks.append(index)
      }
      if bytes[index] == 0x5B, ForeignMark(at: index, in: bytes) != nil { foreignMarks.append(index) }
      if bytes[index] == 0x28, BrokenLinkForm.isInUnclosedText(index, in: bytes) { linkMarks.append(index) }
      if SpelledAt.length(in: bytes, at: index) != nil { ats.append(index) }
    case 0x3C:
      if byte(index + 1) == 0x21, byte(index + 2) == 0x2D, byte(index + 3) == 0x2D { comments.append(index) }
      if ShownTag.isAt(index, in: bytes) { shownTags.append(index) }
    case 0x23:
      return readHashes(bytes, at: index, from: start)
    case 0x3A:
      if startsLine(index), SignPatterns.fenceLength(at: index, in: bytes) != nil { fenceMarks.append(index) }
      guard byte(index + 1) == 0x2F, byte(index + 2) == 0x2F else { break }
      var scheme = index
      while scheme > start, bytes[scheme - 1] | 0x20 &- 0x61 < 26 { scheme -= 1 }
      if scheme < index, !isAddress(scheme) { addresses.append(scheme) }
    case 0x57, 0x77:
      if byte(index + 1) | 0x20 == 0x77, byte(index + 2) | 0x20 == 0x77, byte(index + 3) == 0x2E {
        if byte(index - 1) != 0x2F, !isAddress(index) { addresses.append(index) }
        return index + 4
      }
    case 0xE2 where startsLine(index) && SignPatterns.fenceLength(at: index, in: bytes) != nil:
      fenceMarks.append(index)
    case 0xE2 where byte(index - 1) == 0xA2 && SignPatterns.garbledLetter(at: index - 2, in: bytes) != nil:
      garbled.append(index - 2)
    case 0xEF where byte(index + 1) == 0xBC && byte(index + 2) == 0x83:
      if startsLine(index) { closeHashes.append(index) }
    case 0xEF where byte(index + 1) == 0xBF && byte(index + 2) == 0xBD:
      lost.append(index)
    default:
      if InvisibleCharacter.isAt(index, in: bytes), !InvisibleCharacter.joinsPictures(index, in: bytes) {
        invisible.append(index)
      }
    }
    return index + 1
  }

  private mutating func readDigits(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, from start: Int) -> Int {
    var end = index + 1
    while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
    if end - index == 6, end + 4 < bytes.count { codes.append(index) }
    let before = index > start ? bytes[index - 1] : 0
    if end - index < 3, ListMark.tightLength(at: index, in: bytes) != nil { bullets.append(index) }
    let startsNumber = bytes[index] == 0x30 ? end - index >= 2 : before == 0x2B
    if startsNumber || PhoneWord.stands(before: index, in: bytes, from: start) { phones.append(index) }
    return end
  }

  private mutating func readHashes(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, from start: Int) -> Int {
    var end = index + 1
    while end < bytes.count, bytes[end] == 0x23 { end += 1 }
    let startsLine = index == start || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
    if startsLine, end - index <= 6, end < bytes.count, bytes[end] > 0x20 { closeHashes.append(index) }
    return end
  }
}

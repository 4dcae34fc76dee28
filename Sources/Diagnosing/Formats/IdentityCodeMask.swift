/// Hides what may be a personal identity code in texts that are printed: a finding about one, or on the line of
/// one, is read in logs that many see and that are kept for years.
///
/// Whatever has the form of a code is hidden, right or not: six digits, a sign of the century, three digits and a
/// letter or digit. Each is replaced by an asterisk of the same length, so that places stay as they were.
enum IdentityCodeMask {
  /// A text with codes hidden; the text itself where it holds none.
  static func applied(to text: String) -> String {
    var bytes = Array(text.utf8)
    return hide(in: &bytes, 0..<bytes.count) ? String(decoding: bytes, as: UTF8.self) : text
  }

  /// A path with codes hidden. Here only right ones are: tools look for files by what is printed, and the names of
  /// many end in two dates.
  static func applied(toPath path: String) -> String {
    var bytes = Array(path.utf8)
    return hide(in: &bytes, 0..<bytes.count, where: isRight) ? String(decoding: bytes, as: UTF8.self) : path
  }

  /// A file with the codes hidden that lie in a range or reach into it.
  static func applied(to file: SourceFile, near range: Range<Int>) -> SourceFile {
    var bytes = file.bytes
    let wider = max(0, range.lowerBound - 16)..<min(bytes.count, range.upperBound + 16)
    return hide(in: &bytes, wider) ? SourceFile(path: file.path, bytes: bytes) : file
  }

  static func isNeeded(in text: String) -> Bool {
    var bytes = Array(text.utf8)
    return hide(in: &bytes, 0..<bytes.count)
  }

  /// Whether anything was hidden.
  private static func hide(
    in bytes: inout [UInt8], _ range: Range<Int>, where isHidden: (ArraySlice<UInt8>) -> Bool = { _ in true }
  ) -> Bool {
    var isChanged = false
    var index = range.lowerBound
    while index + 11 <= range.upperBound {
      guard let end = end(ofCodeAt: index, in: bytes, before: range.upperBound), isHidden(bytes[index..<end]) else {
        index += 1
        continue
      }
      for place in index..<end where isLetterOrDigit(bytes[place]) { bytes[place] = 0x2A }
      isChanged = true
      index = end
    }
    return isChanged
  }

  private static func end(ofCodeAt start: Int, in bytes: [UInt8], before limit: Int) -> Int? {
    guard isDigit(bytes[start]), start + 11 <= limit else { return nil }
    guard (1..<6).allSatisfy({ isDigit(bytes[start + $0]) }) else { return nil }
    var index = start + 6
    if bytes[index] == 0x5C { index += 1 }
    guard index < limit else { return nil }
    switch bytes[index] {
    case 0x2B, 0x2D, 0x41...0x46, 0x55...0x59, 0x61...0x66, 0x75...0x79: index += 1
    // The hyphens and dashes that text programs put: U+2010 to U+2015 and the minus sign U+2212.
    case 0xE2 where index + 2 < limit && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x88): index += 3
    default: return nil
    }
    guard index + 4 <= limit, (0..<3).allSatisfy({ isDigit(bytes[index + $0]) }), isLetterOrDigit(bytes[index + 3])
    else { return nil }
    return index + 4
  }

  /// Whether the last character is the one that the nine digits before it ask for: see the rule about these codes.
  private static func isRight(_ code: ArraySlice<UInt8>) -> Bool {
    let digits = code.dropLast().filter(isDigit)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let last = code.last.map { isDigit($0) ? $0 : $0 & 0xDF }
    return digits.count == 9 && last == Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)[number % 31]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 26 }
}

extension Diagnostic {
  /// The finding as it may be printed.
  ///
  /// Its message, its notes and its file's name have no identity code in them; a fix that would write one is left out,
  /// since a masked one would be wrong.
  var printable: Diagnostic {
    let message = message.masked
    let notes = notes.map(\.masked)
    let fix = fix.flatMap { IdentityCodeMask.isNeeded(in: $0.replacement) ? nil : $0 }
    let path = IdentityCodeMask.applied(toPath: file.path)
    if message == self.message, notes == self.notes, fix == self.fix, path == file.path { return self }
    return Diagnostic(
      self, in: path == file.path ? file : SourceFile(path: path, bytes: file.bytes), message: message, notes: notes,
      fix: fix)
  }
}

extension Localized {
  fileprivate var masked: Localized {
    Localized(
      fi: IdentityCodeMask.applied(to: fi), sv: IdentityCodeMask.applied(to: sv), en: IdentityCodeMask.applied(to: en))
  }
}

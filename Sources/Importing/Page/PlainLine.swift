/// Makes one line of copied text fit to be kept: no characters that nobody sees, no runs of blanks.
enum PlainLine {
  /// ```swift
  /// PlainLine.tidy("  välineeksi  esimerkiksi\u{200B} ")  // "välineeksi esimerkiksi"
  /// ```
  ///
  /// A lone no-break space within the line stays one; in a run of blanks it becomes an ordinary space.
  static func tidy(_ text: some StringProtocol) -> String {
    var out = String.UnicodeScalarView()
    var blank: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        blank = blank == nil ? (isNoBreak(scalar) ? scalar : " ") : " "
        continue
      }
      if isInvisible(scalar) { continue }
      if let space = blank, !out.isEmpty { out.append(space) }
      blank = nil
      out.append(scalar)
    }
    return String(out)
  }

  /// Spaces of any width, tabs, line ends and the like.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isNoBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{A0}" || scalar == "\u{202F}" }

  /// Control characters, characters of no width and those that turn the direction of writing. The soft
  /// hyphen is kept: it says where a long word may be cut.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

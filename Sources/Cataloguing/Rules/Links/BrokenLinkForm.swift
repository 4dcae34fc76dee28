import Diagnosing
import Reading

/// A text that was meant as a link or a picture and is none.
struct BrokenLinkForm {
  enum Kind {
    case unclosedText, bareAddress
    case apart, blankInAddress, unclosed, unclosedTitle, swapped, undefined, pictureApart, pictureWithoutText
  }

  let kind: Kind
  let range: Range<Int>
  let fix: Fix?

  private init(_ kind: Kind, at range: Range<Int>, fix: Fix?) {
    self.kind = kind
    self.range = range
    self.fix = fix
  }

  /// - Parameters:
  ///   - mark: the bracket `]` that ends a link's text, the `[` of `(text)[address]`, the `(` of
  ///     `[text(address)`, or a picture's `!`.
  ///   - references: the names that the file gives addresses to.
  init?(at mark: Int, in file: SourceFile, references: Set<String>) {
    let bytes = file.bytes
    let line = file.lineRange(at: mark)
    switch bytes[mark] {
    case 0x21:
      self.init(picture: mark, line, in: file)
    case 0x28:
      guard var start = bytes[max(line.lowerBound, mark - BrokenLinkForm.reach)..<mark].lastIndex(of: 0x5B),
        let end = bytes[mark..<min(line.upperBound, mark + BrokenLinkForm.reach)].firstIndex(of: 0x29)
      else { return nil }
      if start > line.lowerBound, bytes[start - 1] == 0x21 { start -= 1 }
      self.init(.unclosedText, at: start..<end + 1, fix: Fix(replacing: mark..<mark, with: "]"))
    case 0x5B:
      guard let start = bytes[max(line.lowerBound, mark - BrokenLinkForm.reach)..<mark].lastIndex(of: 0x28),
        let end = bytes[mark..<min(line.upperBound, mark + BrokenLinkForm.reach)].firstIndex(of: 0x5D)
      else { return nil }
      let (words, address) = (file.text(start + 1..<mark - 1), file.text(mark + 1..<end))
      let first = start > line.lowerBound && bytes[start - 1] == 0x21 ? start - 1 : start
      self.init(.swapped, at: first..<end + 1, fix: Fix(replacing: start..<end + 1, with: "[\(words)](\(address))"))
    default:
      self.init(link: mark, line, in: file, references)
    }
  }

  private init?(picture mark: Int, _ line: Range<Int>, in file: SourceFile) {
    let bytes = file.bytes
    let limit = min(line.upperBound, mark + BrokenLinkForm.reach)
    guard let end = bytes[mark..<limit].firstIndex(of: 0x29) else { return nil }
    let isApart = bytes[mark + 1] != 0x28
    self.init(
      isApart ? .pictureApart : .pictureWithoutText, at: mark..<end + 1,
      fix: isApart ? Fix(replacing: mark + 1..<mark + 2, with: "", isSafe: true) : nil)
  }

  private init?(link close: Int, _ line: Range<Int>, in file: SourceFile, _ references: Set<String>) {
    let bytes = file.bytes
    guard var start = bytes[max(line.lowerBound, close - BrokenLinkForm.reach)..<close].lastIndex(of: 0x5B),
      start == 0 || bytes[start - 1] != 0x5C
    else { return nil }
    if start > line.lowerBound, bytes[start - 1] == 0x21 { start -= 1 }
    let end = bytes[close..<min(line.upperBound, close + BrokenLinkForm.reach)].firstIndex(of: 0x29)
    switch bytes[close + 1] {
    case 0x68, 0x77:
      var last = close + 1
      while last < line.upperBound, bytes[last] > 0x20 { last += 1 }
      while [0x2E, 0x2C, 0x3B, 0x3A, 0x29].contains(bytes[last - 1]) { last -= 1 }
      let address = file.text(close + 1..<last)
      self.init(
        .bareAddress, at: start..<last, fix: Fix(replacing: close + 1..<last, with: "(\(address))"))
    case 0x20:
      guard let end else { return nil }
      self.init(.apart, at: start..<end + 1, fix: Fix(replacing: close + 1..<close + 2, with: "", isSafe: true))
    case 0x5B:
      let limit = min(line.upperBound, close + BrokenLinkForm.reach)
      guard let last = bytes[close + 1..<limit].firstIndex(of: 0x5D) else { return nil }
      let name = last > close + 2 ? file.text(close + 2..<last) : file.text(start + 1..<close)
      if references.contains(NameKey.of(name)) { return nil }
      self.init(.undefined, at: start..<last + 1, fix: nil)
    default:
      guard let end else {
        var last = close + 2
        while last < line.upperBound, bytes[last] > 0x20 { last += 1 }
        while last > close + 2, [0x2E, 0x2C, 0x3B, 0x3A].contains(bytes[last - 1]) { last -= 1 }
        self.init(.unclosed, at: start..<last, fix: Fix(replacing: last..<last, with: ")"))
        return
      }
      let address = file.text(close + 2..<end)
      if let quote = BrokenLinkForm.unclosedTitle(address) {
        self.init(.unclosedTitle, at: start..<end + 1, fix: Fix(replacing: end..<end, with: String(quote)))
        return
      }
      self.init(
        .blankInAddress, at: start..<end + 1,
        fix: Fix(replacing: close + 2..<end, with: BrokenLinkForm.withoutBlanks(address)))
    }
  }
}

extension BrokenLinkForm {
  /// The quotation mark that opens a link's title and is not there a second time.
  private static func unclosedTitle(_ address: String) -> Character? {
    guard let blank = address.firstIndex(of: " ") else { return nil }
    let title = address[blank...].drop { $0 == " " }
    guard let quote = title.first, quote == "\"" || quote == "'" else { return nil }
    return title.dropFirst().contains(quote) ? nil : quote
  }

  /// An address as it must have been meant: headings and texts have no blanks in theirs, other files may.
  private static func withoutBlanks(_ address: String) -> String {
    // Elsewhere a picture's size is written after its name.
    let address = address.firstRange(of: " =").map { String(address[..<$0.lowerBound]) } ?? address
    let whole = [" ://", ": //", ":// "].reduce(address) { $0.replacing($1, with: "://") }
    if whole.hasPrefix("#") { return "#" + Anchor.id(for: String(whole.dropFirst())) }
    if whole.hasSuffix(".md"), LinkResolver.scheme(of: whole) == nil {
      return whole.dropLast(3).split(separator: "/", omittingEmptySubsequences: false)
        .map { $0.allSatisfy { $0 == "." } ? String($0) : Anchor.id(for: String($0)) }.joined(separator: "/") + ".md"
    }
    return whole.replacing(" ", with: "%20")
  }

  /// How far a bracket is looked for, in bytes, so that a text of nothing but brackets takes no longer than others.
  static let reach = 500

  /// Whether what follows the `]` of a link's text makes no link, though one was meant.
  static func isFaulty(closing index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    switch byte(index + 1) {
    case 0x28: return byte(index + 2) != 0x3C && !isAddress(from: index + 2, in: bytes)
    case 0x20: return byte(index + 2) == 0x28 && looksLikeAddress(from: index + 3, closing: 0x29, in: bytes)
    case 0x5B: return byte(index + 2) != 0x5E && byte(index + 2) != 0x20
    case 0x68, 0x77:
      let text = String(decoding: bytes[index + 1..<min(bytes.count, index + 9)], as: UTF8.self)
      return ["http://", "https://", "www."].contains { text.hasPrefix($0) }
    default: return false
    }
  }

  /// Whether an address that Markdown accepts stands between round brackets: without blanks but for those before
  /// a title, and closed.
  private static func isAddress(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = start
    var depth = 1
    while index < min(bytes.count, start + reach) {
      switch bytes[index] {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return true }
      case 0x5C: index += 1
      case 0x0A, 0x0D:
        // A title may stand on the next line; an empty address on this one ends nothing.
        return index == start
      case 0x20:
        var next = index
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        guard next < bytes.count else { return false }
        if bytes[next] == 0x22 || bytes[next] == 0x27 { return isTitle(from: next, in: bytes) }
        return [0x28, 0x29, 0x0A, 0x0D].contains(bytes[next])
      default: break
      }
      index += 1
    }
    return index >= start + reach
  }

  /// Whether a quotation mark opens a title that is closed, with a round bracket after it.
  private static func isTitle(from quote: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = quote + 1
    let limit = min(bytes.count, quote + reach)
    while index < limit, bytes[index] != bytes[quote] { index += bytes[index] == 0x5C ? 2 : 1 }
    if index >= limit { return limit < bytes.count }
    index += 1
    while index < limit, bytes[index] <= 0x20 { index += 1 }
    return index >= limit || bytes[index] == 0x29
  }

  /// Whether what stands up to a bracket is an address and no remark: it starts as one does, or ends as a file.
  private static func looksLikeAddress(
    from start: Int, closing: UInt8, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var end = start
    let limit = min(bytes.count, start + reach)
    while end < limit, bytes[end] > 0x20, bytes[end] != closing { end += 1 }
    guard end < limit, bytes[end] == closing, end - start > 3 else { return false }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return ["http://", "https://", "www.", "mailto:", "/", "#"].contains { text.hasPrefix($0) }
      || [".md", ".pdf", ".png", ".jpg", ".jpeg", ".html", ".docx"].contains { text.hasSuffix($0) }
  }

  /// Whether `(text)` stands before a bracket that holds an address.
  static func isSwapped(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    looksLikeAddress(from: index + 1, closing: 0x5D, in: bytes)
  }

  /// Whether a bracket holds an address and stands in an unclosed square one: `[text(address)`.
  static func isInUnclosedText(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index > 0, bytes[index - 1] != 0x5D, looksLikeAddress(from: index + 1, closing: 0x29, in: bytes) else {
      return false
    }
    var start = index - 1
    while start > max(0, index - reach), ![0x5B, 0x5D, 0x0A, 0x0D].contains(bytes[start]) { start -= 1 }
    return bytes[start] == 0x5B && start + 1 < index && (start == 0 || bytes[start - 1] != 0x5C)
  }

  /// Whether an exclamation mark starts a picture that lacks its text, or stands apart from it.
  static func isPicture(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    if byte(index + 1) == 0x28 { return isPictureFile(from: index + 2, in: bytes) }
    guard byte(index + 1) == 0x20, byte(index + 2) == 0x5B else { return false }
    var end = index + 3
    while end < min(bytes.count, index + reach), bytes[end] != 0x5D, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return byte(end) == 0x5D && byte(end + 1) == 0x28 && isPictureFile(from: end + 2, in: bytes)
  }

  private static func isPictureFile(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = start
    let limit = min(bytes.count, start + reach)
    while end < limit, bytes[end] > 0x20, bytes[end] != 0x29 { end += 1 }
    guard end < limit, bytes[end] == 0x29 else { return false }
    let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"].contains { name.hasSuffix($0) }
  }
}

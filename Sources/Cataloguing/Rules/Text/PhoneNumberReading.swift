/// A telephone number as Finns write one.
///
/// Numbers start with `+`, with `00358`, or with the `0` of an area (`02 03 05 06 08 09 013–019`), of a
/// mobile network (`04…`, `050`) or of a firm (`010 020 029 030 071 073 075`); after a word such as `puh.`
/// they may lack it. Digits stand in groups divided by a space or a hyphen. The prefixes are those of the
/// Finnish Transport and Communications Agency's regulation 32 on the numbering of telephone networks.
///
/// Amounts, years, dates and the numbers of documents hold zeros and groups too, so what follows or
/// precedes the digits, and the sizes of the groups, are looked at: `02 05 01 01` and `0201256-6` are none.
struct PhoneNumberReading {
  let range: Range<Int>

  private struct Group {
    let range: Range<Int>
    /// Whether it stands in brackets, as the zero of `+358 (0)40` does.
    var isBracketed = false
    var count: Int { range.count }
  }

  init?(_ bytes: [UInt8], at offset: Int) {
    let reader = Reader(bytes: bytes)
    let hasPlus = offset > 0 && bytes[offset - 1] == UInt8(ascii: "+")
    let isInBracket = reader.isArea(offset)
    let start = hasPlus || isInBracket ? offset - 1 : offset
    guard reader.mayStart(start) else { return nil }
    let groups = reader.groups(from: offset, isInBracket: isInBracket)
    let isNamed = bytes.withUnsafeBufferPointer { PhoneWord.stands(before: offset, in: $0, from: 0) }
    // The longest run of groups that is a number.
    for count in stride(from: groups.count, to: 0, by: -1) {
      let found = groups[..<count]
      let isNumber =
        hasPlus
        ? reader.isInternational(found)
        : reader.isNational(found) || (isNamed && reader.isSubscriber(found))
      if isNumber, let end = found.last?.range.upperBound, reader.mayEnd(end) {
        range = start..<end
        return
      }
    }
    return nil
  }

  /// What the first digits of a national number tell.
  private enum Network: Equatable {
    case mobile
    /// An area or a firm, with the length of its prefix.
    case area(Int)
    case firm(Int)

    init?(_ digits: [UInt8]) {
      switch String(decoding: digits[1...2], as: UTF8.self) {
      case "40"..."49", "50": self = .mobile
      case "13"..."19": self = .area(3)
      case "10", "20", "29", "30", "71", "73", "75": self = .firm(3)
      // A subscriber's own number never starts with a zero.
      case "21"..."28", "31"..."39", "51"..."59", "61"..."69", "81"..."89", "91"..."99": self = .area(2)
      default: return nil
      }
    }
  }

  private struct Reader {
    let bytes: [UInt8]

    func digits(_ groups: ArraySlice<Group>) -> [UInt8] {
      groups.flatMap { $0.isBracketed && $0.count == 1 ? [] : Array(bytes[$0.range]) }
    }

    // MARK: Groups

    /// Whether the digits at an offset are an area in brackets of its own, as in `(09) 310 29960`.
    func isArea(_ offset: Int) -> Bool {
      guard offset > 0, bytes[offset - 1] == UInt8(ascii: "(") else { return false }
      let end = bytes[offset...].prefix(6).firstIndex { $0 &- 0x30 >= 10 }
      return end.map { bytes[$0] == UInt8(ascii: ")") } ?? false
    }

    /// Groups of digits divided by one space, no-break space or hyphen, at most ten of them.
    func groups(from start: Int, isInBracket: Bool) -> [Group] {
      var groups: [Group] = []
      var index = start
      var isBracketed = isInBracket
      while groups.count < 10 {
        let first = index
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
        if index == first { break }
        if isBracketed {
          guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { break }
        }
        groups.append(Group(range: first..<index, isBracketed: isBracketed))
        if isBracketed { index += 1 }
        let after = index
        index = afterDivider(index)
        isBracketed = index < bytes.count && bytes[index] == UInt8(ascii: "(")
        if isBracketed { index += 1 }
        // Only after a bracket may digits follow at once.
        if index == after, groups.last?.isBracketed != true { break }
      }
      return groups
    }

    private func afterDivider(_ index: Int) -> Int {
      guard index < bytes.count else { return index }
      if bytes[index] == 0x20 || bytes[index] == 0x2D { return index + 1 }
      if bytes[index...].starts(with: [0xC2, 0xA0]) { return index + 2 }
      let isThin = bytes[index...].starts(with: [0xE2, 0x80, 0xAF])
      let isHyphen =
        bytes[index...].starts(with: [0xE2, 0x80, 0x90]) || bytes[index...].starts(with: [0xE2, 0x80, 0x91])
      return isThin || isHyphen ? index + 3 : index
    }

    // MARK: Numbers

    func isInternational(_ groups: ArraySlice<Group>) -> Bool {
      let digits = digits(groups)
      guard (9...15).contains(digits.count), digits[0] != 0x30 else { return false }
      if digits.starts(with: "358".utf8) { return true }
      // +10 000 000 is an amount.
      return groups.count > 1 && !groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    func isNational(_ groups: ArraySlice<Group>) -> Bool {
      let digits = digits(groups)
      guard let first = groups.first, digits.first == 0x30, digits.count >= 7 else { return false }
      if digits.starts(with: "00358".utf8) { return (13...17).contains(digits.count) }
      guard let network = Network(digits) else { return false }
      if groups.count == 1 { return (9...(network == .mobile ? 12 : 10)).contains(digits.count) }
      let rest = groups.dropFirst()
      guard rest.allSatisfy({ $0.count >= 2 }) else { return false }
      switch network {
      case .mobile:
        return (3...5).contains(first.count) && (8...12).contains(digits.count)
      case .area(let length), .firm(let length):
        // Of a firm's number the first group may hold one digit more: 0295 345 000.
        let isArea = first.count == length || (first.count == 4 && digits.starts(with: "029".utf8))
        return isArea && (5...8).contains(digits.count - length) && rest.contains { $0.count >= 3 } && !isDate(groups)
      }
    }

    /// A number without its area, which only a word before it tells.
    func isSubscriber(_ groups: ArraySlice<Group>) -> Bool {
      let digits = digits(groups)
      return (6...10).contains(digits.count) && groups.allSatisfy { $0.count >= 2 } && !isDate(groups)
    }

    /// `02 05 2024`.
    private func isDate(_ groups: ArraySlice<Group>) -> Bool {
      groups.map(\.count) == [2, 2, 4]
    }

    // MARK: What stands around

    /// Whether a number may start at an offset: not within a word, a path or a longer number.
    func mayStart(_ start: Int) -> Bool {
      guard start > 0 else { return true }
      let before = bytes[start - 1]
      if isWord(before) || [0x2F, 0x3D, 0x5F, 0x25, 0x2B, 0xA7].contains(before) { return false }
      let isDivider = before == 0x20 || before == 0x2D || before == 0x2E || before == 0x2C || before == 0x93
      guard isDivider, start > 1 else { return true }
      var index = start - 2
      if before == 0x93, index > 1 { index -= 2 }
      // `2021-002096` and `FI21 0400` go on, as does `A-0401`.
      return before == 0x2D ? !isWord(bytes[index]) : bytes[index] &- 0x30 >= 10
    }

    /// Whether a number may end at an offset: not before more of it, a unit or a share.
    func mayEnd(_ end: Int) -> Bool {
      guard end < bytes.count else { return true }
      let next = bytes[end]
      let afterNext = end + 1 < bytes.count ? bytes[end + 1] : 0
      if isWord(next) || next == UInt8(ascii: "%") || next == 0x5F { return false }
      if [0x2D, 0x2E, 0x2C, 0x2F, 0x3A].contains(next), isWord(afterNext) { return false }
      let unit = next == 0x20 ? end + 1 : end
      let units: [String] = ["%", "€", "e ", "euro", "milj", "mrd", "kr", "§"]
      return !units.contains { bytes[unit...].starts(with: $0.utf8) }
    }

    private func isWord(_ byte: UInt8) -> Bool {
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0xC3
    }
  }
}

/// Finds what is left of raw HTML when its comments are taken out.
enum CommentStripper {
  /// The pieces outside `<!-- … -->`, without surrounding blanks; none where all was comment.
  static func remainders(of html: UnsafeBufferPointer<UInt8>) -> [String] {
    var pieces: [String] = []
    var start = 0
    while start < html.count {
      let open = first([0x3C, 0x21, 0x2D, 0x2D], in: html, from: start) ?? html.count
      if let piece = trimmed(html[start..<open]) { pieces.append(piece) }
      guard open < html.count, let close = first([0x2D, 0x2D, 0x3E], in: html, from: open + 2) else { break }
      start = close + 3
    }
    return pieces
  }

  private static func first(_ mark: [UInt8], in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + mark.count <= html.count {
      if html[index] == mark[0], html[index..<index + mark.count].elementsEqual(mark) { return index }
      index += 1
    }
    return nil
  }

  private static func trimmed(_ piece: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var piece = piece
    while let byte = piece.first, LineTable.isBlank(byte) { piece.removeFirst() }
    while let byte = piece.last, LineTable.isBlank(byte) { piece.removeLast() }
    return piece.isEmpty ? nil : String(decoding: piece, as: UTF8.self)
  }
}

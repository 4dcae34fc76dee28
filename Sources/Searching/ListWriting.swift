extension DecisionWriter {
  /// Writes how many documents a term has, the distances between their numbers (the first counted from −1) and their
  /// impacts, from what is published of its ``PostingList``. Lists of about one length are taken to be alike.
  mutating func write(list published: UnsafeBufferPointer<UInt8>) {
    var gaps = ByteReader(published)
    let count = gaps.number()
    write(number: count, 0)
    var impacts = gaps
    for _ in 0..<count { _ = impacts.number() }
    let size = UInt32(count.bitWidth - count.leadingZeroBitCount)
    for _ in 0..<count { write(number: gaps.number(), size << 6) }
    let packed = impacts.take((count + 1) / 2)
    for index in 0..<count {
      write(impact: packed[index >> 1] >> (UInt8(index & 1) << 2) & 15, (32 + size) << 6)
    }
  }

  /// Writes 1...15 as so many steps.
  private mutating func write(impact: UInt8, _ context: UInt32) {
    var step: UInt8 = 1
    while step < impact {
      write(true, context + UInt32(step))
      step += 1
    }
    if step < 15 { write(false, context + UInt32(step)) }
  }
}

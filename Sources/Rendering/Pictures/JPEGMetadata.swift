import Reading

/// A JPEG picture without application data and comments.
///
/// Kept are JFIF, Adobe's mark of the colour transform and the colour profile, without which the colours
/// would change. What follows the picture's end, such as the film of a moving photograph, is left out.
/// Source: ITU-T T.81, annex B; ICC.1, annex B.4.
enum JPEGMetadata {
  static func removed(from file: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0xFF, 0xD8]
    out.reserveCapacity(file.count)
    var orientation: UInt8?
    // Where the orientation belongs: after JFIF, which is the first segment where there is one.
    var exifPlace = out.count
    var index = 2
    while let segment = Segment(in: file, at: index) {
      index = segment.end
      if segment.marker == 0xE1, segment.payload.starts(with: ExifOrientation.prefix), orientation == nil {
        orientation = ExifOrientation.find(in: segment.payload.dropFirst(ExifOrientation.prefix.count))
      }
      if isKept(segment) {
        out += file[segment.start..<segment.end]
        if segment.marker == 0xE0 { exifPlace = out.count }
      }
      if segment.marker == 0xD9 { break }
      if segment.marker == 0xDA {
        // The picture itself goes on to the next marker that is not one of its own.
        let end = endOfScan(in: file, from: index)
        out += file[index..<end]
        index = end
      }
    }
    if let orientation {
      let tiff = ExifOrientation.tiff(orientation)
      let length = 2 + ExifOrientation.prefix.count + tiff.count
      out.insert(
        contentsOf: [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + ExifOrientation.prefix + tiff,
        at: exifPlace)
    }
    return out
  }

  private static func isKept(_ segment: Segment) -> Bool {
    switch segment.marker {
    case 0xE0: segment.payload.starts(with: Array("JFIF\0".utf8))
    case 0xE2: segment.payload.starts(with: Array("ICC_PROFILE\0".utf8))
    case 0xEE: segment.payload.starts(with: Array("Adobe".utf8))
    case 0xC8, 0xE1...0xFE: false
    default: true
    }
  }

  private static func endOfScan(in file: [UInt8], from start: Int) -> Int {
    var index = start
    while let found = file[index...].firstIndex(of: 0xFF) {
      // More of the same byte may fill the space before a marker.
      var last = found
      while last + 1 < file.count, file[last + 1] == 0xFF { last += 1 }
      guard last + 1 < file.count else { return found }
      // A stuffed zero and the restart marks are the picture's own.
      let next = file[last + 1]
      if next != 0, !(0xD0...0xD7).contains(next) { return found }
      index = last + 2
    }
    return file.count
  }

  private struct Segment {
    let marker: UInt8
    let start: Int
    let end: Int
    let payload: ArraySlice<UInt8>

    /// Nil where no whole segment stands that may follow another.
    init?(in file: [UInt8], at place: Int) {
      var index = place
      guard index + 1 < file.count, file[index] == 0xFF else { return nil }
      while index + 1 < file.count, file[index + 1] == 0xFF { index += 1 }
      guard index + 1 < file.count else { return nil }
      (start, marker) = (index, file[index + 1])
      // A zero or a restart mark would be taken for a part of the scan before, once what is between is left out.
      guard marker >= 0xC0, !(0xD0...0xD8).contains(marker) else { return nil }
      if marker == 0xD9 {
        (end, payload) = (index + 2, [])
        return
      }
      guard index + 4 <= file.count else { return nil }
      let length = file[index + 2..<index + 4].bigEndian
      guard length >= 2, index + 2 + length <= file.count else { return nil }
      end = index + 2 + length
      payload = file[index + 4..<end]
    }
  }
}

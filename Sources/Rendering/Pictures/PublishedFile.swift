/// A file from beside an entry as it is published: a picture without what its camera wrote into it.
///
/// Phones write the place, the time and the device into every picture, and programs their users' names and
/// a small copy of the picture before it was cut. None of that is for readers. Colour profiles stay, and of
/// Exif the one figure that says which way is up.
///
/// ```swift
/// PublishedFile.bytes(photograph)  // the same pixels, no place
/// ```
///
/// A picture is known by its first bytes, whatever its name; other files are as they are. The pixels are
/// copied, never coded anew. Of a picture that is broken, what comes before the fault is published.
public enum PublishedFile {
  public static func bytes(_ file: [UInt8]) -> [UInt8] {
    if file.starts(with: [0xFF, 0xD8, 0xFF]) { return JPEGMetadata.removed(from: file) }
    if file.starts(with: PNGMetadata.signature) { return PNGMetadata.removed(from: file) }
    if file.starts(with: Array("RIFF".utf8)), file.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      return WebPMetadata.removed(from: file)
    }
    if file.starts(with: Array("GIF8".utf8)) { return GIFMetadata.removed(from: file) }
    return file
  }
}

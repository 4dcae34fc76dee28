import Reading

/// The file name, without `.md`, that a title gives a new entry: a–z, 0–9 and hyphens.
///
/// ```swift
/// EntrySlug.of("Poissaolojen portaat: malli yläkouluun")  // "poissaolojen-portaat-malli-ylakouluun"
/// ```
///
/// A long one is cut at a word, at 80 bytes or before.
public enum EntrySlug {
  private static let longest = 80

  public static func of(_ title: String) -> String {
    let id = Anchor.id(for: title)
    guard id.utf8.count > longest else { return id.isEmpty ? "malli" : id }
    let cut = id.prefix(longest + 1)
    return String(cut.lastIndex(of: "-").map { cut[..<$0] } ?? cut.dropLast())
  }
}

/// How much of anything a file may hold. Under these limits every step takes time in proportion to the
/// input; above them there is an error instead of a page.
public enum Limits {
  /// Bytes of one content file. The longest description seen on the national platform is about 25 kB.
  public static let fileSize = 1_048_576
  /// Bytes of one picture or attachment beside a text; more is no attachment but a film or a backup.
  public static let attachmentSize = 100_000_000
  /// YAML collections within each other.
  public static let yamlDepth = 12
  /// Keys, values and list items of one front matter, vocabulary or block.
  public static let yamlNodes = 100_000
  /// Keys of one front matter.
  public static let frontMatterKeys = 200
  /// Quotes and lists within each other in a Markdown text.
  public static let blockDepth = 24
  /// Emphasis, links and images within each other.
  public static let inlineDepth = 24
  /// Links and images of one Markdown text.
  public static let links = 2_000
}

import Diagnosing

/// One Markdown file of `content/`, read but not yet judged: fields with their places, body in sections.
///
/// A class only so that thousands of them are handed on without copying their parts; it never changes.
public final class Entry: Sendable {
  public let file: SourceFile
  /// The file's name without `.md`; the last part of the practice's address.
  public let slug: String
  /// The keys and values between the two `---`, in the file's order.
  public let fields: [YAMLPair]
  /// From the opening `---` to past the closing one.
  public let frontMatterRange: Range<Int>
  public let body: Body
  /// What could not be read.
  public let faults: [Diagnostic]
  /// Whether the fields could be read, so that rules about them make sense.
  public let hasReadableFields: Bool
  /// Whether the body could be read, so that rules about it make sense.
  public let hasReadableBody: Bool

  private init(
    file: SourceFile, slug: String, fields: [YAMLPair], frontMatterRange: Range<Int>, body: Body, faults: [Diagnostic],
    hasReadableFields: Bool, hasReadableBody: Bool
  ) {
    self.file = file
    self.slug = slug
    self.fields = fields
    self.frontMatterRange = frontMatterRange
    self.body = body
    self.faults = faults
    self.hasReadableFields = hasReadableFields
    self.hasReadableBody = hasReadableBody
  }

  /// The same without its keys and values, which take a quarter of an entry's memory and are not asked for any more once
  /// they have been held against the template.
  ///
  /// - Parameter keepsBytes: whether the file's bytes stay, another quarter.
  public func withoutFields(keepsBytes: Bool) -> Entry {
    Entry(
      file: keepsBytes ? file : SourceFile(path: file.path, bytes: []), slug: slug, fields: [],
      frontMatterRange: frontMatterRange, body: body, faults: faults, hasReadableFields: hasReadableFields,
      hasReadableBody: hasReadableBody)
  }

  /// The last place in the file where text stands; where a missing last section is reported.
  public var lastLine: Range<Int> {
    var end = file.bytes.count
    while end > file.contentStart, [0x0A, 0x0D, 0x20, 0x09].contains(file.bytes[end - 1]) { end -= 1 }
    let line = file.lineRange(at: max(file.contentStart, end - 1))
    return line.lowerBound..<line.lowerBound
  }
}

extension Entry {
  /// Reads a file's bytes into an entry; whatever is wrong with them is among the entry's faults.
  public static func read(_ file: SourceFile) -> Entry {
    if let fault = EncodingRules.fault(in: file) { return Entry(unreadable: file, fault: fault) }
    switch FrontMatter.split(file) {
    case .failure(let fault): return Entry(unreadable: file, fault: fault.diagnostic)
    case .success(let parts): return Entry(file, parts)
    }
  }

  private convenience init(_ file: SourceFile, _ parts: FrontMatter.Parts) {
    var (node, fault) = YAMLReader.read(file, in: parts.yaml)
    if let place = fault?.range.lowerBound, FrontMatterFaults(file).isUnclosed(parts.yaml, faultAt: place) {
      self.init(unreadable: file, fault: FrontMatterFaults(file).unclosed())
      return
    }
    if let extra = node?.mapping?.dropFirst(Limits.frontMatterKeys).first {
      fault = YAMLFaultFinder(file: file, range: parts.yaml).diagnostic(for: .tooMany(extra.keyRange))
    }
    if let found = node, found.mapping == nil {
      fault = YAMLFaultFinder(file: file, range: parts.yaml).notFields(found)
    }
    let body = BodyParser.parse(file, in: parts.bodyStart..<file.bytes.count)
    if fault != nil || body.quoteDepth > 6 || body.headings.contains(where: { $0.level == 1 }),
      let conflict = MixedFileRules.conflict(in: file)
    {
      self.init(unreadable: file, fault: conflict)
      return
    }
    let excess =
      MixedFileRules.secondEntry(in: body, of: file).map { [$0] } ?? LimitRules.faults(of: body, in: file)
    self.init(
      file: file, slug: Entry.slug(of: file.path), fields: node?.mapping ?? [], frontMatterRange: parts.whole,
      body: body, faults: (fault.map { [$0] } ?? []) + excess, hasReadableFields: fault == nil,
      hasReadableBody: excess.isEmpty)
  }

  private convenience init(unreadable file: SourceFile, fault: Diagnostic) {
    self.init(
      file: file, slug: Entry.slug(of: file.path), fields: [], frontMatterRange: file.contentStart..<file.contentStart,
      body: Body(), faults: [fault], hasReadableFields: false, hasReadableBody: false)
  }

  private static func slug(of path: String) -> String {
    path.withBytes { path in
      let name = path[(path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0)...]
      return String(decoding: name.suffix(3).elementsEqual(".md".utf8) ? name.dropLast(3) : name, as: UTF8.self)
    }
  }
}

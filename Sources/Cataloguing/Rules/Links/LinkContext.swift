import Diagnosing
import Reading

/// The whole site as a link sees it, and what may have been meant by a link that leads nowhere.
struct LinkContext: Sendable {
  let site: MatchedSite
  let resolver: LinkResolver

  init(_ site: MatchedSite) {
    self.site = site
    resolver = site.resolver
  }

  /// What is wrong with a destination that stands in the file at `path`; nil where it leads somewhere.
  func fault(
    of destination: String, _ use: LinkUse, from path: String, anchors: inout AnchorSets
  ) -> LinkFault? {
    let target = resolver.resolve(destination, from: path)
    switch target {
    case .external(let address):
      if use != .link { return .remote }
      return LinkContext.isWhole(address) ? nil : .incomplete
    case .practice(_, let fragment), .page(_, let fragment):
      if use != .link { return .noFile }
      guard let fragment, !fragment.isEmpty else { return nil }
      return has(fragment, on: target, from: path, &anchors) ? nil : .noAnchor(fragment, page: target)
    case .fragment(let fragment):
      if use != .link { return .noFile }
      return has(fragment, on: target, from: path, &anchors) ? nil : .noAnchor(fragment, page: target)
    case .file(let path): return use == .image && !LinkContext.isPicture(path) ? .noPicture : nil
    case .address: return use == .link ? nil : .noFile
    case .forbiddenScheme(let scheme): return .forbiddenScheme(scheme)
    case .outside:
      return destination.hasPrefix("//") && use != .link ? .remote : .leavesSite
    case .missing(let path):
      if use != .link { return .noFile }
      if WebAddress.withScheme(destination) != nil, !isNearFile(path) { return .incomplete }
      return LinkContext.isFile(path) ? .noFile : .noPage
    }
  }

  private func has(
    _ fragment: String, on target: LinkResolver.Target, from path: String, _ anchors: inout AnchorSets
  ) -> Bool {
    anchors.has(fragment, on: target) { self.anchors(of: target, from: path) }
  }

  /// The anchors of a practice's or a page's headings; those of the text itself for a fragment alone.
  func anchors(of target: LinkResolver.Target, from path: String) -> [String] {
    switch target {
    case .practice(let index, _): return site.entries[index].anchors
    case .page(let index, _): return site.pages[index].matched.anchors
    default:
      if let entry = resolver.entriesByPath[path] { return site.entries[entry].anchors }
      return resolver.pagesByPath[path].map { site.pages[$0].matched.anchors } ?? []
    }
  }

  /// Whether an address has what must follow its scheme: a host, a mailbox or a number.
  private static func isWhole(_ address: String) -> Bool {
    guard let scheme = LinkResolver.scheme(of: address) else { return true }
    return address.withBytes { address in
      let rest = address.drop { $0 != 0x3A }.dropFirst()
      switch scheme {
      case "mailto":
        guard let at = rest.firstIndex(of: 0x40) else { return false }
        return at > rest.startIndex && rest[at...].dropFirst().first.map { $0 > 0x20 } ?? false
      case "tel": return rest.count { $0 &- 0x30 < 10 } >= 3
      default: return rest.starts(with: [0x2F, 0x2F]) && isHost(rest.dropFirst(2))
      }
    }
  }

  /// Whether an address goes on with a host: labels with a full stop between them, the own machine, or a number.
  private static func isHost(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let host = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 && $0 != 0x3A }
    guard let first = host.first, first > 0x20, first != 0x2E else { return false }
    return first == 0x5B || host.contains(0x2E) || host.elementsEqual("localhost".utf8)
  }

  /// Whether a file of nearly that name lies in the same folder: `kansio.pdff` is no host.
  private func isNearFile(_ path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let siblings = site.files.filter { $0.hasPrefix(folder) && !$0.hasSuffix(".md") && !$0.hasSuffix(".yaml") }
    return !LinkContext.near(path, among: siblings).isEmpty
  }

  /// Whether a path names a file other than a text or a page.
  private static func isFile(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex, !path.hasSuffix("/") else { return false }
    return !["md", "markdown", "html", "htm"].contains(name[dot...].dropFirst().lowercased())
  }

  private static func isPicture(_ path: String) -> Bool {
    let ending = path.utf8.lastIndex(of: 0x2E).map { String(path[$0...]).lowercased() } ?? ""
    return ![".pdf", ".doc", ".docx", ".ppt", ".pptx", ".xls", ".xlsx", ".odt", ".zip", ".txt", ".mp4"].contains(ending)
  }

  // MARK: What may have been meant

  /// Names at most three edits away: addresses share long parts without meaning the same.
  static func near(_ name: String, among names: some Sequence<String>) -> [String] {
    NearestName.ranked(for: name, among: names).prefix(3).filter { $0.distance <= 6 }.map(\.name)
  }

  /// Destinations that may have been meant by one that leads to no page.
  func nearPages(_ link: FaultyLink) -> [String] {
    guard link.isGuessedAt else { return [] }
    let (destination, path) = (link.destination, link.file.path)
    let target = LinkResolver.decoded(String(destination.prefix { $0 != "#" && $0 != "?" }))
    let fragment = destination.drop { $0 != "#" }
    let name = target.split(separator: "/").last.map { name in
      name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
    }
    guard let name else { return [] }
    if fragment.isEmpty, anchors(of: .fragment(target), from: path).contains(target) { return ["#" + target] }
    let isAddress = target.hasPrefix("/")
    let slugs = practices(near: name)
    let practices = slugs.compactMap { slug -> String? in
      guard let entry = site.entries.first(where: { $0.slug == slug }) else { return nil }
      return isAddress
        ? SiteAddresses.practice(slug, entry.language) : LinkContext.relative(entry.path, from: path)
    }
    let near = isAddress && practices.isEmpty ? nearAddresses(target, name) : practices
    return near.map { $0 + fragment }
  }

  /// Practices with nearly that name; else the only one whose name goes on where this one ends.
  private func practices(near name: String) -> [String] {
    let near = LinkContext.near(name, among: site.entries.map(\.slug))
    if !near.isEmpty || name.utf8.count < 6 { return near }
    let longer = site.entries.filter { $0.slug.hasPrefix(name + "-") }.prefix(2)
    return longer.count == 1 ? longer.map(\.slug) : []
  }

  /// Addresses whose last part lies near another's under the same parent; else those that lie near as a whole.
  private func nearAddresses(_ target: String, _ name: String) -> [String] {
    let parent = target.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/"
    var siblings: [String: String] = [:]
    for path in resolver.known.paths where path.hasPrefix(parent) {
      let rest = path.dropFirst(parent.count).split(separator: "/")
      if rest.count == 1 { siblings[String(rest[0])] = path }
    }
    let near = LinkContext.near(name, among: siblings.keys).compactMap { siblings[$0] }
    let folder = target.hasSuffix("/") ? target : target + "/"
    return near.isEmpty ? LinkContext.near(folder, among: resolver.known.paths) : near
  }

  /// Files that may have been meant by a destination where there is none, those below its folder first.
  func nearFiles(_ link: FaultyLink) -> [String] {
    guard link.isGuessedAt else { return [] }
    let (destination, path) = (link.destination, link.file.path)
    let name = LinkResolver.decoded(destination).split(separator: "/").last.map(String.init) ?? destination
    var paths: [String: [String]] = [:]
    for file in site.files where !file.hasSuffix(".md") && !file.hasSuffix(".yaml") {
      paths[file.split(separator: "/").last.map(String.init) ?? file, default: []].append(file)
    }
    return LinkContext.near(name, among: paths.keys).flatMap { name in
      (paths[name] ?? []).map { LinkContext.relative($0, from: path) }
        .sorted { ($0.hasPrefix("..") ? 1 : 0, $0) < ($1.hasPrefix("..") ? 1 : 0, $1) }.prefix(2)
    }
  }

  /// A path of the site as it is written in the file at another.
  static func relative(_ target: String, from path: String) -> String {
    var to = target.split(separator: "/")[...]
    var from = path.split(separator: "/").dropLast()[...]
    while let first = to.first, to.count > 1, first == from.first {
      to = to.dropFirst()
      from = from.dropFirst()
    }
    return (from.map { _ in ".." } + to).joined(separator: "/")
  }

  static func note(meaning near: [String]) -> [Localized] {
    if near.isEmpty { return [] }
    let list = near.joined(separator: ", ")
    return [
      Localized(fi: "Tarkoititko: \(list)", sv: "Menade du: \(list)", en: "Did you mean: \(list)")
    ]
  }
}

/// The anchors of the pages that one file links to, those of each page gathered once.
struct AnchorSets {
  private var sets: [String: Set<String>] = [:]

  init() {}

  /// - Parameter anchors: all anchors of the page.
  mutating func has(_ anchor: String, on page: LinkResolver.Target, anchors: () -> [String]) -> Bool {
    let key =
      switch page {
      case .practice(let index, _): "practice \(index)"
      case .page(let index, _): "page \(index)"
      default: ""
      }
    if let set = sets[key] { return set.contains(anchor) }
    let set = Set(anchors())
    sets[key] = set
    return set.contains(anchor)
  }
}

import Reading

/// Which practices mention which, told from the links of their texts.
public enum SiteLinks {
  /// By the practice's index: the indices of those it links to, each once, itself left out.
  public static func mentions(in catalogue: Catalogue, _ site: MatchedSite, _ resolver: LinkResolver) -> [[Int]] {
    // Many catalogues have no such link.
    lazy var practiceOfEntry = Dictionary(
      catalogue.practices.enumerated().map { ($1.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    return catalogue.practices.enumerated().map { index, practice in
      var found: [Int] = []
      for link in practice.source.facts.destinations where link.isMention {
        guard case .practice(let entry, _) = resolver.resolve(link.text, from: practice.source.path),
          let target = practiceOfEntry[site.entries[entry].path], target != index, !found.contains(target)
        else { continue }
        found.append(target)
      }
      return found
    }
  }
}

/// The names nearest to what was written, for "did you mean".
public enum NearestName {
  /// Up to `limit` candidates within a third of the word's length in edits, nearest first.
  ///
  /// ```swift
  /// NearestName.suggestions(for: "vaihee", among: ["vaihe", "vastuu"])  // ["vaihe"]
  /// ```
  ///
  /// Letters are compared without case, and `ä`, `å` and `ö` count as half a letter away from `a` and
  /// `o`. The distance is the optimal string alignment distance (Damerau 1964): insertion, deletion,
  /// substitution and the exchange of neighbours each cost one.
  public static func suggestions(for word: String, among candidates: some Sequence<String>, limit: Int = 3)
    -> [String]
  {
    let target = folded(word)
    guard !target.isEmpty else { return [] }
    var found: [(name: String, distance: Int)] = []
    for candidate in candidates {
      let other = folded(candidate)
      let allowed = max(1, (min(target.count, other.count) + 1) / 3) * 2
      guard abs(other.count - target.count) * 2 <= allowed else { continue }
      let distance = distance(target, other)
      if distance <= allowed { found.append((candidate, distance)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    var names: [String] = []
    for (name, _) in found where !names.contains(name) && names.count < limit { names.append(name) }
    return names
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
  }

  /// Twice the edit distance, so that a missing diaeresis can cost one half.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = (0...b.count).map { $0 * 2 }
    var current = last
    for i in 0..<a.count {
      current[0] = (i + 1) * 2
      for j in 0..<b.count {
        var best = min(last[j + 1] + 2, current[j] + 2, last[j] + substitution(a[i], b[j]))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 2) }
        current[j + 1] = best
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count]
  }

  private static func substitution(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Int {
    if a == b { return 0 }
    switch (a, b) {
    case ("ä", "a"), ("a", "ä"), ("å", "a"), ("a", "å"), ("ö", "o"), ("o", "ö"): return 1
    default: return 2
    }
  }
}

/// The names nearest to what was written, for "did you mean".
public enum NearestName {
  /// A name with how far it lies from what was written.
  public struct Candidate: Sendable, Hashable {
    public let name: String
    /// Twice the number of edits, so that a missing diaeresis can cost one half.
    public let distance: Int
  }

  /// Up to `limit` candidates within a third of the word's length in edits, nearest first.
  ///
  /// ```swift
  /// NearestName.suggestions(for: "vaihee", among: ["vaihe", "vastuu"])  // ["vaihe"]
  /// ```
  public static func suggestions(for word: String, among candidates: some Sequence<String>, limit: Int = 3)
    -> [String]
  {
    ranked(for: word, among: candidates).prefix(limit).map(\.name)
  }

  /// All candidates within reach, nearest first, each name once.
  ///
  /// Letters are compared without case, and `ä`, `å` and `ö` count as half a letter away from `a` and
  /// `o`. The distance is the optimal string alignment distance (Damerau 1964): insertion, deletion,
  /// substitution and the exchange of neighbours each cost one; so does an ending of the plural (`alueet`).
  public static func ranked(for word: String, among candidates: some Sequence<String>) -> [Candidate] {
    let target = folded(word)
    guard !target.isEmpty else { return [] }
    var found: [Candidate] = []
    for name in candidates {
      // A scalar is at least one byte, and of the letters in names at most two.
      if name.utf8.count < target.count / 2 { continue }
      let other = folded(name)
      let allowed = max(1, (min(target.count, other.count) + 1) / 3) * 2
      if let ending = ending(target, other) {
        found.append(Candidate(name: name, distance: ending))
      } else if abs(other.count - target.count) * 2 <= allowed {
        let distance = distance(target, other)
        if distance <= allowed { found.append(Candidate(name: name, distance: distance)) }
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    var names: Set<String> = []
    return found.filter { names.insert($0.name).inserted }
  }

  /// The cost of an ending of the plural that one word has and the other has not.
  private static func ending(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int? {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard short.count > 3, long.count == short.count + 2, long.starts(with: short) else { return nil }
    return plurals.contains { long[short.count...].elementsEqual($0.unicodeScalars) } ? 2 : nil
  }

  /// Of two letters, in Finnish, Swedish and English; those of one letter are one edit anyway.
  private static let plurals = ["et", "it", "ar", "er", "or", "en", "na", "es"]

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "A"..."Z", "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{DE}":
        if let lower = Unicode.Scalar(scalar.value + 0x20) { scalars.append(lower) }
      case _ where scalar.value < 0x100: scalars.append(scalar)
      default: scalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return scalars
  }

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
    case ("ä", "a"), ("a", "ä"), ("å", "a"), ("a", "å"), ("ä", "å"), ("å", "ä"), ("ö", "o"), ("o", "ö"): return 1
    default: return 2
    }
  }
}

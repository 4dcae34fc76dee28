import Diagnosing
import Reading

/// The values of a field that stands in no vocabulary, gathered from all practices: those that get pages and filters.
///
/// ```swift
/// WrittenValues(gathering: [["huoltajat"], ["Huoltajat", "oppilaat"]]).values.map(\.text)  // ["huoltajat", "oppilaat"]
/// ```
public struct WrittenValues: Sendable {
  public struct Value: Sendable {
    /// As it is first written.
    public let text: String
    /// The last part of its page's address, unique among the values.
    public let slug: String
    /// The practices that have it, by the order they were given in.
    public let practices: [Int]
  }

  /// How many values are offered to choose from; of more, those that most practices have.
  public static let limit = 20

  /// In the order they are shown.
  public let values: [Value]

  /// - Parameters:
  ///   - found: texts with the practices that have them, in the order they are shown.
  ///   - limit: how many are kept; nil keeps all.
  public init(_ found: [(text: String, practices: [Int])], limit: Int? = WrittenValues.limit) {
    var kept = found
    if let limit, found.count > limit {
      // Sorted twice, so that of equals the first by name are kept, and all stand by name.
      let most = found.indices.sorted { a, b in
        found[a].practices.count != found[b].practices.count
          ? found[a].practices.count > found[b].practices.count : a < b
      }
      kept = most.prefix(limit).sorted().map { found[$0] }
    }
    var seen: [String: Int] = [:]
    values = kept.map { text, practices in
      let id = Anchor.id(for: text)
      let count = seen[id, default: 0] + 1
      seen[id] = count
      return Value(text: text, slug: count == 1 ? id : "\(id)-\(count)", practices: practices)
    }
  }

  /// Gathers the texts of practices in the order of the alphabet; spellings with the same ``NameKey`` are one value.
  public init(gathering texts: some Sequence<[String]>) {
    var found: [(text: String, practices: [Int])] = []
    var byKey: [String: Int] = [:]
    // The same spellings come again and again, so a key is made once for each.
    var bySpelling: [String: Int] = [:]
    for (practice, texts) in texts.enumerated() {
      for text in texts {
        let value =
          bySpelling[text]
          ?? {
            let value = byKey[NameKey.of(text)] ?? found.count
            if value == found.count { found.append((text, [])) }
            byKey[NameKey.of(text)] = value
            bySpelling[text] = value
            return value
          }()
        if found[value].practices.last != practice { found[value].practices.append(practice) }
      }
    }
    self.init(FinnishOrder.sorted(found, by: \.text))
  }
}

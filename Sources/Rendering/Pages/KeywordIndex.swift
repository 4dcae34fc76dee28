import Cataloguing
import Diagnosing
import Reading

/// Where each keyword stands in the index.
///
/// A small catalogue has its index on one page; in a large one each letter has a page, so that the index
/// grows with the catalogue and no page grows without end.
struct KeywordIndex: Sendable {
  struct Letter: Sendable {
    /// As shown: `K`, `Ä`, or `0–9`.
    let name: String
    /// As it stands in addresses and anchors: `k`, `ae`, `0`.
    let code: String
    /// Indices in `Catalogue.keywords`.
    var keywords: [Int]
  }

  /// From how many pairs of keyword and practice on each letter has a page.
  static let splitsFrom = 1000

  let letters: [Letter]
  /// By the keyword's index: its anchor, unique in the whole index.
  let anchors: [String]
  let isSplit: Bool
  private let letterOf: [Int]

  init(_ keywords: [(word: String, practices: [Int])]) {
    var letters: [Letter] = []
    var byCode: [String: Int] = [:]
    var anchors: [String] = []
    var letterOf: [Int] = []
    var seen: [String: Int] = [:]
    for (index, keyword) in keywords.enumerated() {
      let (name, code) = KeywordIndex.letter(of: keyword.word)
      let place: Int
      if let known = byCode[code] {
        letters[known].keywords.append(index)
        place = known
      } else {
        place = letters.count
        byCode[code] = place
        letters.append(Letter(name: name, code: code, keywords: [index]))
      }
      letterOf.append(place)
      let id = "sana-" + Anchor.id(for: keyword.word)
      let count = seen[id, default: 0] + 1
      seen[id] = count
      anchors.append(count == 1 ? id : "\(id)-\(count)")
    }
    self.letters = letters
    self.anchors = anchors
    self.letterOf = letterOf
    isSplit = keywords.reduce(0) { $0 + $1.practices.count } > KeywordIndex.splitsFrom
  }

  /// The path of a keyword: `/asiasanat/k/#sana-koulupoissaolot`.
  ///
  /// - Parameters:
  ///   - keyword: as an index of `Catalogue.keywords`.
  ///   - index: the path of the index's first page.
  func path(of keyword: Int, in index: String) -> String {
    isSplit
      ? String(joining: [index, letters[letterOf[keyword]].code, "/#", anchors[keyword]])
      : String(joining: [index, "#", anchors[keyword]])
  }

  private static func letter(of word: String) -> (name: String, code: String) {
    guard let first = word.unicodeScalars.first?.properties.uppercaseMapping.unicodeScalars.first else {
      return ("#", "0")
    }
    switch first {
    case "A"..."Z": return (String(first), first.properties.lowercaseMapping)
    case "Å": return ("Å", "ao")
    case "Ä": return ("Ä", "ae")
    case "Ö": return ("Ö", "oe")
    case "0"..."9": return ("0–9", "0")
    default:
      let folded = Anchor.id(for: String(first))
      return folded.isEmpty ? ("#", "muut") : (folded.uppercased(), folded)
    }
  }
}

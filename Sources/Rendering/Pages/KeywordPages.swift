import Cataloguing
import Diagnosing
import Reading
import Templating

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
  private let byWord: [String: Int]
  private let letterOf: [Int]

  init(_ keywords: [(word: String, practices: [Int])]) {
    var letters: [Letter] = []
    var anchors: [String] = []
    var letterOf: [Int] = []
    var byWord: [String: Int] = [:]
    var seen: [String: Int] = [:]
    for (index, keyword) in keywords.enumerated() {
      let (name, code) = KeywordIndex.letter(of: keyword.word)
      let place: Int
      if let known = letters.firstIndex(where: { $0.code == code }) {
        letters[known].keywords.append(index)
        place = known
      } else {
        letters.append(Letter(name: name, code: code, keywords: [index]))
        place = letters.count - 1
      }
      letterOf.append(place)
      byWord[NameKey.of(keyword.word)] = index
      let id = "sana-" + Anchor.id(for: keyword.word)
      let count = seen[id, default: 0] + 1
      seen[id] = count
      anchors.append(count == 1 ? id : "\(id)-\(count)")
    }
    self.letters = letters
    self.anchors = anchors
    self.letterOf = letterOf
    self.byWord = byWord
    isSplit = keywords.reduce(0) { $0 + $1.practices.count } > KeywordIndex.splitsFrom
  }

  /// The place of a keyword, from the index's own path on: `k/#sana-koulupoissaolot`.
  func place(of word: String) -> String {
    guard let index = byWord[NameKey.of(word)] else { return "" }
    return (isSplit ? letters[letterOf[index]].code + "/" : "") + "#" + anchors[index]
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

extension LocalSite {
  /// The index of keywords: one page, or in a large catalogue a page for each letter as well.
  func keywordPages() -> [Page] {
    let index = model.keywords
    let first = page(path(.keywords)) { site in
      site.keywordsPage(at: site.path(.keywords), letter: nil, showing: index.isSplit ? [] : index.letters)
    }
    guard index.isSplit else { return [first] }
    return [first]
      + index.letters.map { letter in
        let path = path(.keywords) + letter.code + "/"
        return page(path) { $0.keywordsPage(at: path, letter: letter, showing: [letter]) }
      }
  }

  private func keywordsPage(at path: String, letter: KeywordIndex.Letter?, showing letters: [KeywordIndex.Letter])
    -> [UInt8]
  {
    let index = model.keywords
    let root = self.path(.keywords)
    let title = words[.keywordsTitle] + (letter.map { ": \($0.name)" } ?? "")
    let below = letter.map { $0.code + "/" } ?? ""
    let counterparts = model.counterparts(.keywords).mapValues { $0 + below }
    let frame = PageFrame(
      title: title, description: name(model.configuration.description), path: path, counterparts: counterparts,
      section: .keywords)
    return templates.keywords.render(
      KeywordsView(
        chrome: chrome(frame), crumbs: crumbs(letter == nil ? [] : [.keywords]),
        letters: index.letters.map { other in
          LetterLinkView(
            letter: other.name,
            url: model.url(index.isSplit ? root + other.code + "/" : root + "#kirjain-" + other.code),
            isCurrent: other.code == letter?.code)
        },
        groups: letters.map { letter in
          LetterView(
            letter: letter.name, anchor: "kirjain-" + letter.code,
            words: letter.keywords.map { keyword($0, anchor: index.anchors[$0]) })
        }))
  }

  private func keyword(_ index: Int, anchor: String) -> KeywordView {
    let keyword = model.catalogue.keywords[index]
    return KeywordView(
      word: keyword.word, anchor: anchor, count: keyword.practices.count,
      practices: keyword.practices.map { practice in
        let found = model.catalogue.practices[practice]
        let language = found.language == language ? "" : found.language.rawValue
        return LinkView(text: found.title, url: model.url(model.path(of: found)), language: language)
      })
  }

  /// Where a keyword leads: its own place in the index.
  func keywordURL(_ word: String) -> SafeURL { model.url(path(.keywords) + model.keywords.place(of: word)) }
}

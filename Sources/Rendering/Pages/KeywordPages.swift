import Cataloguing
import Diagnosing
import Reading
import Templating

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
    let practices = keywordPractices.value {
      RowList(count: model.catalogue.practices.count) { templates.keywordPractice.render(link($0), into: &$1) }
    }
    return KeywordView(
      word: keyword.word, language: mark(keyword.practices.first.map { model.catalogue.practices[$0].language }),
      anchor: anchor, count: keyword.practices.count,
      practices: practices.html(keyword.practices[...]))
  }

  private func link(_ index: Int) -> LinkView {
    let practice = model.catalogue.practices[index]
    let language = practice.language == language ? "" : practice.language.rawValue
    return LinkView(text: practice.title, url: model.practiceURLs[index], language: language)
  }

  /// Where a keyword leads: its own place in the index.
  func keywordURL(_ keyword: Int) -> SafeURL { model.url(model.keywords.path(of: keyword, in: path(.keywords))) }

  /// Where each keyword leads, for the pages of practices, which name most of them.
  var keywordURLs: [SafeURL] { lateKeywordURLs.value { model.catalogue.keywords.indices.map(keywordURL) } }
}

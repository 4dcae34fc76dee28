import Diagnosing
import Templating

/// The words of a theme that stand in values made by Mallisto, not in a template.
enum Word: Int, CaseIterable, Sendable {
  case homeTitle, practicesTitle, regionsTitle, fundersTitle, stagesTitle, keywordsTitle, compareTitle
  case aboutTitle, accessibilityTitle, dataTitle, notFoundTitle, notFoundLead
  case documentTitle, pageNumber, footText, citation, feedTitle
  case homeHeading, homeLead
  case languageName, inFinnish, inSwedish, inEnglish, months
  case facetRegion, facetFunder, facetStage, facetAudience, facetKeyword, facetYear
  case audiencesTitle, audiencesLead, yearsTitle, yearsLead, yearHeading
  case regionLead, funderLead, stageLead, keywordLead
  case factCounty, factRegion, factMunicipalities, factKind
  case fundingGrant, fundingOwn, fundingTotal, fundingPeriod, fundingDecision
  case relatedMentioned, relatedProgramme, relatedKeywords, elsewhere
  case linkOutside, linkFile, fileJSON, fileMarkdown
  case kindMinistry, kindAgency, kindOther
  case completenessTitle, completenessLead, completenessCaption, completenessMore
  case guideTitle, requiredAlways, requiredFrom, requiredNever

  /// As a theme's files name it.
  var name: String { "\(self)" }
}

/// Looks up a theme's words in one language and fills in what stands in braces.
struct Words: Sendable {
  let language: Language
  private let texts: [[Phrase]]
  /// The texts of words in which nothing is filled in.
  private let plainTexts: [String?]

  /// A word's text cut at its braces, in its forms: one, or one for exactly 1 and one for the rest.
  ///
  /// A class, so that looking one up copies nothing.
  private final class Phrase: Sendable {
    /// The value that chooses the form; empty where there is one form only.
    let number: String
    let parts: [Part]

    enum Part: Sendable {
      case text(String)
      case value(String)
    }

    init(_ text: String, number: String = "") {
      self.number = number
      var parts: [Part] = []
      var rest = Substring(text)
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
        parts.append(.value(String(rest[rest.index(after: open)..<close])))
        rest = rest[rest.index(after: close)...]
      }
      if parts.isEmpty || !rest.isEmpty { parts.append(.text(String(rest))) }
      self.parts = parts
    }
  }

  private init(_ language: Language, _ texts: [[Phrase]]) {
    self.language = language
    self.texts = texts
    plainTexts = texts.map { forms in
      if forms.count == 1, forms[0].parts.count == 1, case .text(let text) = forms[0].parts[0] { text } else { nil }
    }
  }

  /// The words, and those that the theme lacks.
  static func read(_ labels: Labels) -> (Words, missing: [Word]) {
    let texts = Word.allCases.map { word -> [Phrase] in
      switch labels[word.name]?.content {
      case .text(let text): [Phrase(text)]
      case .plural(let name, let one, let other): [Phrase(one, number: name), Phrase(other, number: name)]
      case nil: []
      }
    }
    let missing = zip(Word.allCases, texts).filter { $1.isEmpty }.map(\.0)
    return (Words(labels.language, texts), missing)
  }

  subscript(_ word: Word, values: KeyValuePairs<String, String>) -> String {
    if let text = plainTexts[word.rawValue] { return text }
    let forms = texts[word.rawValue]
    guard let first = forms.first else { return word.name }
    func value(_ name: String) -> String? { values.first { $0.key == name }?.value }
    let phrase = forms.count > 1 && value(first.number) != "1" ? forms[1] : first
    return String(
      joining: phrase.parts.map { part in
        switch part {
        case .text(let text): text
        case .value(let name): value(name) ?? "{\(name)}"
        }
      })
  }

  subscript(_ word: Word) -> String { self[word, [:]] }
}

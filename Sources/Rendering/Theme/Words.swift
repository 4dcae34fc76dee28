import Diagnosing
import Templating

/// The words of a theme that stand in values made by Mallisto, not in a template.
enum Word: String, CaseIterable, Sendable {
  case homeTitle, practicesTitle, regionsTitle, fundersTitle, stagesTitle, keywordsTitle, compareTitle
  case aboutTitle, accessibilityTitle, dataTitle, notFoundTitle
  case documentTitle, pageNumber, footText, citation, feedTitle
  case homeHeading, homeLead
  case languageName, inFinnish, inSwedish, inEnglish, months
  case facetRegion, facetFunder, facetStage
  case regionLead, funderLead, stageLead, keywordLead
  case factCounty, factRegion, factMunicipalities, factKind
  case fundingGrant, fundingOwn, fundingTotal, fundingPeriod, fundingDecision, fundingSentence
  case relatedMentioned, relatedProgramme, relatedKeywords, elsewhere
  case linkOutside, linkFile, fileJSON, fileMarkdown
  case kindMinistry, kindAgency, kindOther
}

/// Looks up a theme's words in one language and fills in what stands in braces.
struct Words: Sendable {
  let language: Language
  private let texts: [Word: Label.Content]

  /// The words, and those that the theme lacks.
  static func read(_ labels: Labels) -> (Words, missing: [Word]) {
    var texts: [Word: Label.Content] = [:]
    for word in Word.allCases { texts[word] = labels[word.rawValue]?.content }
    return (Words(language: labels.language, texts: texts), Word.allCases.filter { texts[$0] == nil })
  }

  subscript(_ word: Word, values: KeyValuePairs<String, String>) -> String {
    let form: String
    switch texts[word] {
    case .text(let text): form = text
    case .plural(let name, let one, let other):
      form = values.first { $0.key == name }?.value == "1" ? one : other
    case nil: form = word.rawValue
    }
    guard form.utf8.contains(0x7B) else { return form }
    return values.reduce(form) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  subscript(_ word: Word) -> String { self[word, [:]] }
}

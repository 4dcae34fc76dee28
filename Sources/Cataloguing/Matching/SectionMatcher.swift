import Diagnosing
import Reading

/// Tells which section of the template each heading of the second level names.
enum SectionMatcher {
  /// - Parameters:
  ///   - stage: the entry's stage, which tells what sections it must have; nil where it is not known.
  ///   - language: the entry's, in which a section is named where its headings are of none.
  static func match(
    _ entry: Entry, _ template: NationalTemplate, stage: Int?, _ language: Language
  ) -> [MatchedSection] {
    var matched: [MatchedSection] = []
    for (index, section) in entry.body.sections.enumerated() {
      guard let heading = section.heading else { continue }
      if let definition = template.section(named: heading.text) {
        matched.append(MatchedSection(definition: definition, section: index, heading: heading, match: .exact))
      } else if let (definition, marks) = unmarked(heading, entry.file, template) {
        matched.append(MatchedSection(definition: definition, section: index, heading: heading, match: .marked(marks)))
      } else {
        matched.append(MatchedSection(definition: nil, section: index, heading: heading, match: .unknown))
      }
    }
    guard matched.contains(where: { $0.match == .unknown }) else { return matched }
    var guesser = SectionGuesser(matched, template, language)
    guesser.takeNear()
    guesser.takeMissing(stage: stage)
    return guesser.sections
  }

  /// A heading that names a section once trailing asterisks, colons and blanks are taken off.
  private static func unmarked(_ heading: Heading, _ file: SourceFile, _ template: NationalTemplate) -> (
    Int, Range<Int>
  )? {
    let scalars = heading.text.unicodeScalars
    let isMark: (Unicode.Scalar) -> Bool = { $0 == "*" || $0 == ":" || $0 == " " || $0 == "\u{A0}" || $0 == "." }
    guard let last = scalars.lastIndex(where: { !isMark($0) }) else { return nil }
    let name = String(scalars[...last])
    guard let definition = template.section(named: name) else { return nil }
    var start = heading.range.upperBound
    let marks: Set<UInt8> = [0x2A, 0x3A, 0x20, 0x2E, 0xC2, 0xA0]
    while start > heading.range.lowerBound, marks.contains(file.bytes[start - 1]) { start -= 1 }
    return (definition, start..<heading.range.upperBound)
  }
}

/// Finds the sections that were meant by headings that name none, so that each is one error and not two.
private struct SectionGuesser {
  private(set) var sections: [MatchedSection]
  private let template: NationalTemplate
  private let language: Language
  private var present: Set<Int>

  init(_ sections: [MatchedSection], _ template: NationalTemplate, _ language: Language) {
    self.sections = sections
    self.template = template
    self.language = language
    present = Set(sections.compactMap(\.definition))
  }

  /// A near name counts as the section that was meant, and so does a name that it is often called by, unless that
  /// section is there too.
  mutating func takeNear() {
    let names = template.sections.flatMap(\.allNames)
    var guesses = 0
    for (index, section) in sections.enumerated() where section.match == .unknown {
      // Guessing takes time, and a text with more unknown headings than this is no entry.
      guesses += 1
      if guesses > 20 { return }
      let key = SectionGuesser.key(of: section.heading)
      let near = NearestName.suggestions(for: key, among: names, limit: 5)
      if let name = near.first(where: { isFree(template.section(named: $0)) }) {
        take(index, template.section(named: name), name)
      } else if let found = template.sections.firstIndex(where: { $0.mistakenNames.contains { NameKey.of($0) == key } }
      ),
        isFree(found)
      {
        take(index, found, name(of: found))
      }
    }
  }

  /// A lone unknown heading, at the place of the lone section that the stage requires and that is not there, can
  /// only be that one.
  mutating func takeMissing(stage: Int?) {
    let missing = template.sections.indices.filter {
      template.sections[$0].required.applies(atStage: stage) && !present.contains($0)
    }
    let unknown = sections.indices.filter { sections[$0].match == .unknown }
    guard missing.count == 1, unknown.count == 1 else { return }
    let before = sections[..<unknown[0]].compactMap(\.definition)
    let after = sections[unknown[0]...].compactMap(\.definition)
    guard before.allSatisfy({ $0 < missing[0] }), after.allSatisfy({ $0 > missing[0] }) else { return }
    take(unknown[0], missing[0], name(of: missing[0]))
  }

  private func isFree(_ definition: Int?) -> Bool { definition.map { !present.contains($0) } ?? false }

  private mutating func take(_ index: Int, _ definition: Int?, _ name: String) {
    guard let definition else { return }
    present.insert(definition)
    sections[index] = MatchedSection(
      definition: definition, section: sections[index].section, heading: sections[index].heading,
      match: .misspelt(name))
  }

  /// A section's label in the language of the headings that name theirs, else in the entry's.
  private func name(of definition: Int) -> String {
    let names = Set(sections.filter { $0.match == .exact }.map { NameKey.of($0.heading.text) })
    func count(_ language: Language) -> Int {
      template.sections.count { names.contains(NameKey.of($0.labels[language])) }
    }
    let best = Language.allCases.reduce(language) { count($1) > count($0) ? $1 : $0 }
    return template.sections[definition].labels[best]
  }

  /// A heading's words without a number before them.
  private static func key(of heading: Heading) -> String {
    let text = heading.text.drop { $0.isNumber || $0 == "." || $0 == ")" || $0 == " " }
    return NameKey.of(text.isEmpty ? heading.text : String(text))
  }
}

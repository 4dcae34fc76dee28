import Diagnosing
import Reading

extension Body {
  /// Whether nothing to read stands under a section's heading: no words but those of headings, no picture
  /// and no block.
  func isBlank(_ index: Int) -> Bool {
    let section = sections[index]
    guard section.content.holes.isEmpty else { return false }
    func isInner(_ heading: Heading) -> Bool {
      heading.level != 2 && section.range.contains(heading.range.lowerBound)
    }
    let inner = headings.contains(where: isInner) ? headings.filter(isInner) : []
    // Nearly every section starts with a word, and then there is no more to ask.
    if inner.isEmpty, section.content.holdsPlainLetter { return false }
    let text = section.content.text
    if Body.letters(text, countingStops: false) == 0 { return true }
    let strays = strayParagraphs.contains { section.range.contains($0.lowerBound) }
    // Only a text as short as its own headings can be nothing but headings.
    return !inner.isEmpty
      && Body.letters(text, countingStops: !strays)
        == inner.reduce(0) { $0 + Body.letters($1.text.utf8, countingStops: true) }
  }

  /// Bytes that are neither blanks nor, where asked, full stops.
  private static func letters(_ text: some Sequence<UInt8>, countingStops: Bool) -> Int {
    var count = 0
    var last: UInt8 = 0
    for byte in text {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: break
      case 0x2E where !countingStops: break
      case 0xA6 where last == 0x80 && !countingStops: count -= 2  // …, whose first two bytes were counted
      case 0xA0 where last == 0xC2: count -= 1
      default: count += 1
      }
      last = byte
    }
    return count
  }
}

extension MatchedEntry {
  /// The language of the entry's own headings, which is what a heading to be added is named in.
  func headingLanguage(_ template: NationalTemplate) -> Language {
    for section in sections {
      guard let definition = section.definition else { continue }
      let key = NameKey.of(section.heading.text)
      let labels = template.sections[definition].labels
      if let language = Language.allCases.first(where: { NameKey.of(labels[$0]) == key }) { return language }
    }
    return language
  }

  /// Whether headings may be swallowed by a fence or a comment that is never closed, so that nothing can be
  /// said of those that are not seen.
  func mayHideHeadings(_ template: NationalTemplate) -> Bool {
    !unclosedFences.isEmpty || UnclosedComment.place(in: WrittenText(self, template)) != nil
  }

  /// Whether the rules of sections have anything to go by.
  var hasReadableSections: Bool { entry.hasReadableFields && entry.hasReadableBody }
}

extension Heading {
  /// The bytes of its words, without the `#` signs before and after them; nil for an underlined heading.
  func textRange(in file: SourceFile) -> Range<Int>? {
    guard file.bytes[range.lowerBound] == 0x23 else { return nil }
    var start = range.lowerBound
    while start < range.upperBound, file.bytes[start] == 0x23 { start += 1 }
    while start < range.upperBound, file.bytes[start] == 0x20 || file.bytes[start] == 0x09 { start += 1 }
    return start..<range.upperBound
  }
}

import Diagnosing

/// Quotation marks, brackets and other characters that mean something else to YAML than to whoever wrote them.
extension YAMLFaultFinder {
  func unterminatedQuote(at: Int) -> Diagnostic {
    let end = lines.trimmed(at..<lineEnd(at)).upperBound
    return found(
      YAMLRules.unterminatedQuote, at..<end,
      fix: Fix(replacing: end..<end, with: file.text(at..<min(at + 1, range.upperBound))))
  }

  func reference(at: Int) -> Diagnostic {
    found(YAMLRules.reference, at..<min(at + 1, range.upperBound), fix: quotingFix(from: at))
  }

  func specialCharacter(at: Int) -> Diagnostic {
    found(YAMLRules.specialCharacter, at..<min(at + 1, range.upperBound), fix: quotingFix(from: at))
  }

  /// A text that starts with a bracket as a list does; of a Markdown link the address alone is offered.
  func bracketedText(at: Int) -> Diagnostic {
    let text = lines.trimmed(at..<lineEnd(at))
    let bytes = file.bytes[text]
    if bytes.last == 0x29, let open = bytes.lastIndex(of: 0x28), open > text.lowerBound, bytes[open - 1] == 0x5D {
      let address = file.text(open + 1..<text.upperBound - 1)
      return found(YAMLRules.specialCharacter, at..<at + 1, fix: Fix(replacing: text, with: address))
    }
    return found(YAMLRules.specialCharacter, at..<at + 1, fix: quotingFix(from: at, isBracketed: true))
  }

  func tightItem(at: Int) -> Diagnostic {
    found(YAMLRules.tightItem, at..<at + 1, fix: Fix(replacing: at + 1..<at + 1, with: " "))
  }

  func hash(at: Int) -> Diagnostic {
    // A key may follow the hash too: `a #b: `.
    let value = min(at, lines.index(at: at).flatMap { lines.value(of: lines.all[$0]) } ?? at)
    let text = value..<lines.trimmed(at..<lineEnd(at)).upperBound
    return found(
      YAMLRules.hash, at..<text.upperBound,
      fix: value < at ? Fix(replacing: text, with: YAMLQuoting.quoted(file.text(text))) : nil)
  }

  func strangeBlank(at: Int) -> Diagnostic {
    let place = at..<at + max(1, lines.strangeBlank(at: at))
    return found(YAMLRules.strangeBlank, place, fix: Fix(replacing: place, with: "  "))
  }

  private func quotingFix(from at: Int, isBracketed: Bool = false) -> Fix? {
    guard at < range.upperBound else { return nil }
    var text = lines.trimmed(at..<lineEnd(at))
    // A lone hyphen or the like says nothing within quotes either.
    guard file.bytes[text].contains(where: { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }) else {
      return nil
    }
    let line = file.lineRange(at: at).lowerBound
    if !isBracketed, file.bytes[line..<at].contains(0x5B),
      let end = file.bytes[text].firstIndex(where: { $0 == 0x2C || $0 == 0x5D })
    {
      text = lines.trimmed(text.lowerBound..<end)
    }
    return Fix(replacing: text, with: YAMLQuoting.quoted(file.text(text)))
  }
}

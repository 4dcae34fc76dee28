import Diagnosing
import Reading

extension MatchedEntry {
  /// The language in which most of the file's keys are written, so that help names keys as the editor does.
  ///
  /// Where two languages have as many, it is the text's language.
  func keyLanguage(_ schema: Schema) -> Language {
    func count(_ language: Language) -> Int {
      fields.count { field in
        guard let field else { return false }
        return schema.template.fields[field.definition].keys[language] == field.key
      }
    }
    let candidates = [self.language] + Language.allCases.filter { $0 != self.language }
    return candidates.max { count($0) < count($1) || (count($0) == count($1) && $1 == self.language) } ?? self.language
  }

  /// The line that an offset stands on, counted from 1.
  func line(of offset: Int) -> Int { file.position(at: offset).line }
}

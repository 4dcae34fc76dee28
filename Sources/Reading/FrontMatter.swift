import Diagnosing

/// Finds the front matter: what stands between two lines that are exactly `---`, the first of them
/// being the first line of the file.
enum FrontMatter {
  struct Parts {
    /// Both fences and all between them.
    let whole: Range<Int>
    /// Between the fences.
    let yaml: Range<Int>
    let bodyStart: Int
  }

  struct Fault: Error {
    let diagnostic: Diagnostic
  }

  static func split(_ file: SourceFile) -> Result<Parts, Fault> {
    let bytes = file.bytes
    let start = file.contentStart
    guard let first = FrontMatterLines.fence(in: bytes, at: start) else {
      return .failure(Fault(diagnostic: FrontMatterFaults(file).withoutStart()))
    }
    var line = first
    while line < bytes.count {
      if let after = FrontMatterLines.fence(in: bytes, at: line) {
        if let second = FrontMatterFaults(file).secondPart(after: first..<line, bodyStart: after) {
          return .failure(Fault(diagnostic: second))
        }
        return .success(Parts(whole: start..<after, yaml: first..<line, bodyStart: after))
      }
      line = FrontMatterLines.nextLine(in: bytes, after: line)
    }
    return .failure(Fault(diagnostic: FrontMatterFaults(file).unclosed()))
  }
}

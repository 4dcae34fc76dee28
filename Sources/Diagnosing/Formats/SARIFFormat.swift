/// Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which code hosts and editors
/// read.
///
/// Columns are Unicode scalars, as the log says of itself; files are relative to the site's folder.
public struct SARIFFormat: Sendable {
  public var language: Language
  /// The version of the program that found what it reports.
  public var version: String
  /// Every rule that may have been broken, for the texts that explain them.
  public var rules: [Rule]

  public init(language: Language, version: String, rules: [Rule]) {
    self.language = language
    self.version = version
    self.rules = rules
  }

  public func render(_ findings: [Diagnostic]) -> String {
    var json = JSONWriter(indented: true)
    json.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.member("runs") {
        $0.array {
          $0.object { run(findings.sortedByPlace(), to: &$0) }
        }
      }
    }
    return json.text + "\n"
  }

  private func run(_ findings: [Diagnostic], to json: inout JSONWriter) {
    var indexes: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indexes[rule.id] = index }
    var positions = PositionFinder()
    json.member("tool") {
      $0.object {
        $0.member("driver") { $0.object { driver(to: &$0) } }
      }
    }
    json.member("language", language.rawValue)
    json.member("columnKind", "unicodeCodePoints")
    json.member("results") {
      $0.array(findings) { result($1, indexes[$1.rule], &positions, to: &$0) }
    }
  }

  private func driver(to json: inout JSONWriter) {
    json.member("name", "Mallisto")
    json.member("version", version)
    json.member("rules") {
      $0.array(rules) { json, rule in
        json.object {
          $0.member("id", rule.id)
          message("shortDescription", rule.title[language], to: &$0)
          message("fullDescription", rule.explanation[language], to: &$0)
          $0.member("defaultConfiguration") { $0.object { $0.member("level", rule.severity.rawValue) } }
        }
      }
    }
  }

  private func result(
    _ found: Diagnostic, _ index: Int?, _ positions: inout PositionFinder, to json: inout JSONWriter
  ) {
    let finding = found.printable
    let place = positions.positions(of: finding.range, in: finding.file)
    json.object {
      $0.member("ruleId", finding.rule)
      if let index { $0.member("ruleIndex", index) }
      $0.member("level", finding.severity.rawValue)
      let notes = finding.notes.map { $0[language] }
      message("message", ([finding.message[language]] + notes).joined(separator: "\n"), to: &$0)
      $0.member("locations") {
        $0.array {
          $0.object {
            $0.member("physicalLocation") {
              $0.object {
                file(finding.file, to: &$0)
                region("region", place, to: &$0)
              }
            }
          }
        }
      }
      if let fix = finding.fix { $0.member("fixes") { $0.array { write(fix, of: finding, to: &$0) } } }
    }
  }

  private func write(_ fix: Fix, of finding: Diagnostic, to json: inout JSONWriter) {
    var positions = PositionFinder()
    let place = positions.positions(of: fix.range, in: finding.file)
    json.object {
      message("description", FixWords.line(fix, in: finding.file)[language], to: &$0)
      $0.member("artifactChanges") {
        $0.array {
          $0.object {
            file(finding.file, to: &$0)
            $0.member("replacements") {
              $0.array {
                $0.object {
                  region("deletedRegion", place, to: &$0)
                  if !fix.replacement.isEmpty { message("insertedContent", fix.replacement, to: &$0) }
                }
              }
            }
          }
        }
      }
    }
  }

  // MARK: Pieces

  private func message(_ name: String, _ text: String, to json: inout JSONWriter) {
    json.member(name) { $0.object { $0.member("text", text) } }
  }

  private func file(_ file: SourceFile, to json: inout JSONWriter) {
    json.member("artifactLocation") { $0.object { $0.member("uri", SARIFFormat.encoded(file.path)) } }
  }

  private func region(
    _ name: String, _ place: (start: SourcePosition, end: SourcePosition), to json: inout JSONWriter
  ) {
    json.member(name) {
      $0.object {
        $0.member("startLine", place.start.line)
        $0.member("startColumn", place.start.column)
        $0.member("endLine", place.end.line)
        $0.member("endColumn", place.end.column)
      }
    }
  }

  /// A path as a relative reference of RFC 3986.
  private static func encoded(_ path: String) -> String {
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: out.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out.append(contentsOf: (byte < 16 ? "%0" : "%").utf8)
        out.append(contentsOf: digits.utf8)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

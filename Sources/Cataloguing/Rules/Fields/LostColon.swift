import Diagnosing
import Reading

/// Tells what a line was meant to be that YAML takes for no field: one whose colon is missing, the rest of the
/// value above it, or a remark.
///
/// Reading knows no field's name; the template does.
enum LostColon {
  static func advised(_ faults: [Diagnostic], _ template: NationalTemplate) -> [Diagnostic] {
    if faults.isEmpty { return faults }
    return faults.map { fault in
      guard fault.rule == "yaml-not-a-field", fault.fix == nil else { return fault }
      var fault = fault
      fault.fix = fix(fault, template)
      return fault
    }
  }

  private static func fix(_ fault: Diagnostic, _ template: NationalTemplate) -> Fix? {
    let line = fault.file.text(fault.range)
    // A value without its key: what it is of cannot be told.
    if line.hasPrefix(":") { return nil }
    if let remark = remark(line) { return Fix(replacing: fault.range, with: "# " + remark) }
    let names = names(of: template)
    if let name = names.filter({ isFirst($0, in: line) }).max(by: { $0.utf8.count < $1.utf8.count }) {
      let scalars = line.unicodeScalars
      let start = scalars.index(scalars.startIndex, offsetBy: name.unicodeScalars.count)
      let rest = String(line[start...].drop { isSeparator($0) })
      return Fix(
        replacing: fault.range, with: line[..<start] + (rest.isEmpty ? ":" : ": " + YAMLText.plain(rest)))
    }
    let first = String(line.prefix { $0 != " " })
    let start = fault.range.lowerBound
    guard line.contains(" "), fault.file.lineRange(at: start).lowerBound == start,
      NearestName.suggestions(for: first, among: names).isEmpty
    else { return nil }
    return Fix(replacing: start..<start, with: "  ")
  }

  /// Whether a line starts with a name and goes on with a blank or a sign, or ends.
  private static func isFirst(_ name: String, in line: String) -> Bool {
    let length = name.unicodeScalars.count
    let scalars = line.unicodeScalars
    guard scalars.count >= length, NameKey.of(String(scalars.prefix(length))) == name else { return false }
    return scalars.dropFirst(length).first.map { isSeparator(Character($0)) } ?? true
  }

  private static func isSeparator(_ character: Character) -> Bool { " ;=：→>–—-".contains(character) }

  /// The text of a remark that is written as in other languages.
  private static func remark(_ line: String) -> String? {
    if line.hasPrefix("//") { return String(line.drop { $0 == "/" || $0 == " " }) }
    guard line.hasPrefix("<!--"), line.hasSuffix("-->") else { return nil }
    return String(line.dropFirst(4).dropLast(3).drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func names(of template: NationalTemplate) -> [String] {
    let fields = template.fields + template.blocks.map(\.asField)
    return (template.fields + fields.flatMap(\.fields)).flatMap(\.allNames).map(NameKey.of)
  }
}

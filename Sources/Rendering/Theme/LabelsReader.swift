import Diagnosing
import Reading
import Templating

/// Reads the words of a theme, `labels/LANGUAGE.yaml`.
///
/// ```yaml
/// search: Hae
/// results: {by: count, one: "{count} malli", other: "{count} mallia"}
/// ```
enum LabelsReader {
  static func read(_ file: SourceFile, language: Language) -> (Labels, [Diagnostic]) {
    if let fault = EncodingRules.fault(in: file) { return (Labels(language: language, []), [fault]) }
    let (node, fault) = YAMLReader.read(file)
    var faults = fault.map { [$0] } ?? []
    var labels: [Label] = []
    for pair in node?.mapping ?? [] {
      if labels.contains(where: { $0.name == pair.key }) {
        faults.append(ThemeRules.repeatedLabel(pair.key, at: pair.keyRange, in: file))
      } else if let content = content(of: pair.value) {
        labels.append(Label(pair.key, content, in: file, at: pair.value.range))
      } else {
        faults.append(ThemeRules.unreadableLabel(pair.key, at: pair.value.range, in: file))
      }
    }
    return (Labels(language: language, labels), faults)
  }

  private static func content(of node: YAMLNode) -> Label.Content? {
    if let text = node.scalar { return .text(text) }
    guard let by = node["by"]?.scalar, let one = node["one"]?.scalar, let other = node["other"]?.scalar,
      node.mapping?.count == 3
    else { return nil }
    return .plural(by: by, one: one, other: other)
  }
}

import Diagnosing
import Reading

/// A cursor over a settings file: asks for keys by name and collects what is wrong with them.
struct Settings {
  let file: SourceFile
  private(set) var faults: [Diagnostic] = []

  init(_ file: SourceFile) {
    self.file = file
  }

  /// The file's own mapping; its faults are kept when it cannot be read.
  mutating func root() -> YAMLNode? {
    if let fault = EncodingRules.fault(in: file) {
      faults.append(fault)
      return nil
    }
    let (node, fault) = YAMLReader.read(file)
    if let fault { faults.append(fault) }
    if let node, node.mapping == nil { wrong(node, SettingsRules.expectedMap) }
    return node?.mapping == nil ? nil : node
  }

  /// Reports keys other than those allowed and keys that stand twice.
  mutating func allow(_ keys: [String], in node: YAMLNode) {
    var seen: Set<String> = []
    for pair in node.mapping ?? [] {
      if !keys.contains(pair.key) {
        faults.append(SettingsRules.unknownKey(pair, allowed: keys, in: file))
      } else if !seen.insert(pair.key).inserted {
        faults.append(SettingsRules.repeatedKey(pair, in: file))
      }
    }
  }

  mutating func text(_ key: String, in node: YAMLNode) -> String? {
    guard let value = node[key] else { return nil }
    guard let text = value.scalar else {
      wrong(value, SettingsRules.expectedText)
      return nil
    }
    return text
  }

  mutating func requiredText(_ key: String, in node: YAMLNode) -> String {
    if let text = text(key, in: node), !text.isEmpty { return text }
    missing(key, in: node)
    return ""
  }

  /// A text that may be a part of an address or the name of a folder: letters a–z, digits, hyphens, points.
  mutating func requiredName(_ key: String, in node: YAMLNode) -> String {
    let text = requiredText(key, in: node)
    guard let value = node[key], !text.isEmpty, !Settings.isName(text) else { return text }
    wrong(value, SettingsRules.expectedName)
    return ""
  }

  static func isName(_ text: String) -> Bool {
    text.utf8.first != 0x2E
      && text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || [0x2D, 0x2E, 0x5F].contains($0) }
  }

  mutating func texts(_ key: String, in node: YAMLNode) -> [String] {
    guard let value = node[key] else { return [] }
    guard let items = value.sequence else {
      wrong(value, SettingsRules.expectedList)
      return []
    }
    return items.compactMap { item in
      if item.scalar == nil { wrong(item, SettingsRules.expectedText) }
      return item.scalar
    }
  }

  /// A text in three languages: a map with `fi`, `sv` and `en`, or one text for all.
  mutating func localized(_ key: String, in node: YAMLNode) -> Localized? {
    guard let value = node[key] else { return nil }
    return localized(value)
  }

  mutating func localized(_ value: YAMLNode) -> Localized? {
    if let text = value.scalar { return Localized(same: text) }
    guard value.mapping != nil else {
      wrong(value, SettingsRules.expectedText)
      return nil
    }
    allow(Language.allCases.map(\.rawValue), in: value)
    return Localized(
      fi: requiredText("fi", in: value), sv: requiredText("sv", in: value), en: requiredText("en", in: value))
  }

  mutating func requiredLocalized(_ key: String, in node: YAMLNode) -> Localized {
    if let text = localized(key, in: node) { return text }
    if node[key] == nil { missing(key, in: node) }
    return Localized(same: "")
  }

  mutating func maps(_ key: String, in node: YAMLNode) -> [YAMLNode] {
    guard let value = node[key] else { return [] }
    guard let items = value.sequence else {
      wrong(value, SettingsRules.expectedList)
      return []
    }
    return items.filter { item in
      if item.mapping == nil { wrong(item, SettingsRules.expectedMap) }
      return item.mapping != nil
    }
  }

  mutating func add(_ fault: Diagnostic) {
    faults.append(fault)
  }

  mutating func wrong(_ node: YAMLNode, _ message: Localized) {
    faults.append(Diagnostic(SettingsRules.value, in: file, at: node.range, message))
  }

  mutating func missing(_ key: String, in node: YAMLNode) {
    let place = node.mapping?.first?.keyRange.lowerBound ?? node.range.lowerBound
    faults.append(SettingsRules.missing(key, at: place..<place, in: file))
  }
}

import Diagnosing
import Reading

/// Finds the field that was meant by a key that names none, among those that have no key of their own.
struct KeyGuesser {
  private let fields: [FieldDefinition]
  private let free: [(offset: Int, element: FieldDefinition)]
  /// The language in which a name is offered.
  private let language: Language
  private let vocabularies: Vocabularies

  init(fields: [FieldDefinition], present: Set<Int>, language: Language, vocabularies: Vocabularies) {
    self.fields = fields
    free = fields.enumerated().filter { !present.contains($0.offset) }
    self.language = language
    self.vocabularies = vocabularies
  }

  /// The field with the nearest name.
  func near(_ key: String) -> KeyGuess? {
    if let bare = bare(key) { return bare }
    let near = NearestName.ranked(for: NameKey.of(key), among: free.flatMap { $0.element.allNames })
    func owner(_ name: String) -> Int? { free.first { $0.element.allNames.contains(name) }?.offset }
    guard let best = near.first, let field = owner(best.name) else { return nil }
    let isCertain = near.allSatisfy { owner($0.name) == field || $0.distance > best.distance + 2 }
    // Where a key and a label differ in case only, it is the key that is offered.
    let name = fields[field].allNames.first { NameKey.of($0) == NameKey.of(best.name) } ?? best.name
    return KeyGuess(field: field, name: name, isCertain: isCertain)
  }

  /// The field that is often called so, whose name shares a word or an end with the key, or that alone can have
  /// such a value.
  func meant(_ pair: YAMLPair) -> KeyGuess? {
    let key = NameKey.of(pair.key)
    if key.isEmpty { return nil }
    let guess =
      free.first { field in
        field.element.mistakenNames.contains { NameKey.of($0) == key } && canHold(pair.value, field.element.type)
      }?.offset ?? fitting(pair.value)
    if let guess { return KeyGuess(field: guess, name: fields[guess].keys[language], isCertain: false) }
    return sharing(key)
  }

  /// A known name within quotation marks or asterisks.
  private func bare(_ key: String) -> KeyGuess? {
    let marks: Set<Unicode.Scalar> = ["”", "“", "„", "’", "‘", "»", "«", "*", "_", "\"", "'", ".", ";", " ", "\u{A0}"]
    var scalars = Substring(key).unicodeScalars
    while let first = scalars.first, marks.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, marks.contains(last) { scalars.removeLast() }
    let inner = NameKey.of(String(scalars))
    if inner.isEmpty || scalars.count == key.unicodeScalars.count { return nil }
    let found = free.first { $0.element.allNames.contains { NameKey.of($0) == inner } }
    return found.map { KeyGuess(field: $0.offset, name: String(scalars), isCertain: true) }
  }

  /// The required field that a value fits and that nothing else fits: a term of its vocabulary, a date, an address.
  private func fitting(_ value: YAMLNode) -> Int? {
    guard let text = value.scalar ?? value.sequence?.first?.scalar else { return nil }
    return free.first { $0.element.required == .always && fits(text, $0.element.type) }?.offset
  }

  /// Whether a value has the shape of a type, so that the name is all that is wrong with it.
  private func canHold(_ value: YAMLNode, _ type: FieldType) -> Bool {
    switch type {
    case .record: value.mapping != nil
    case .records: value.sequence != nil
    case .texts, .terms(_, many: true): value.mapping == nil
    case .link: value.sequence == nil
    default: value.scalar != nil
    }
  }

  private func fits(_ text: String, _ type: FieldType) -> Bool {
    switch type {
    case .terms(let index, _): vocabularies.all[index].term(named: text) != nil
    case .date: if case .date = DateReading(text) { true } else { false }
    case .url: text.hasPrefix("https://") || text.hasPrefix("http://")
    default: false
    }
  }

  /// The field whose key is some words of this one, or the other way round, or the end of a compound.
  private func sharing(_ key: String) -> KeyGuess? {
    let words = Set(key.split(separator: " "))
    for (offset, field) in free {
      for name in field.keys.all {
        let own = NameKey.of(name)
        let ownWords = Set(own.split(separator: " "))
        let isCompound = own.utf8.count >= 5 && (key.hasSuffix(own) || key.hasPrefix(own))
        if isCompound || ownWords.isSubset(of: words) || words.isSubset(of: ownWords) {
          return KeyGuess(field: offset, name: name, isCertain: false)
        }
      }
    }
    return nil
  }
}

/// A field that may have been meant by a key that names none.
public struct KeyGuess: Sendable {
  /// Index among the fields that the key was looked for in.
  public let field: Int
  /// The name to write instead.
  public let name: String
  /// Whether no other field can have been meant.
  public let isCertain: Bool
}

import Cataloguing

/// A regular expression for a set of names, blind to what `NameKey` is blind to: case, outer space, the
/// width of inner space, and the kind of hyphen.
///
/// ```swift
/// CaselessPattern(["Idé", "Idea"]).text  // ^\s*[iI][dD](?:[eE][aA]|[éÉ])\s*$
/// ```
///
/// Written in the syntax that ECMA-262 and Python share, which JSON Schema recommends. Shared beginnings
/// stand once, so that thousands of names stay a short text that is quick to match.
struct CaselessPattern: Sendable {
  let text: String

  init(_ names: [String]) {
    let keys = Set(names.map(NameKey.of)).map { Array($0.unicodeScalars) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    var writer = Writer()
    writer.add(keys[...], from: 0)
    text = #"^\s*"# + writer.text + #"\s*$"#
  }

  private struct Writer {
    private(set) var text = ""
    /// What is written for each character, which names share.
    private var signs: [Unicode.Scalar: String] = [:]

    /// Adds what may follow the first `depth` characters, which all of the sorted keys share.
    mutating func add(_ keys: ArraySlice<[Unicode.Scalar]>, from depth: Int) {
      var rest = keys
      let isOptional = rest.first?.count == depth
      if isOptional { rest = rest.dropFirst() }
      guard let first = rest.first, let last = rest.last else { return }
      let isOne = first[depth] == last[depth] && !isOptional
      if !isOne { text += "(?:" }
      while let scalar = rest.first?[depth] {
        let group = rest.prefix { $0[depth] == scalar }
        let sign = signs[scalar] ?? CaselessPattern.sign(scalar)
        signs[scalar] = sign
        text += sign
        add(group, from: depth + 1)
        rest = rest.dropFirst(group.count)
        if !rest.isEmpty { text += "|" }
      }
      if !isOne { text += isOptional ? ")?" : ")" }
    }
  }

  private static func sign(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": return #"\s+"#
    case "-": return "[-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}\u{FE63}\u{FF0D}]"
    case "\\", "^", "$", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return "\\\(scalar)"
    default:
      let upper = scalar.properties.uppercaseMapping
      return upper.unicodeScalars.count == 1 && upper != String(scalar) ? "[\(scalar)\(upper)]" : String(scalar)
    }
  }
}

/// A script in which names that it declares for itself are one or two letters long, so that it weighs less.
///
/// A name is changed everywhere in the script into another, which stands nowhere in the part of the script that all its
/// places are in (``NameScopes``), so nothing else has to be known of where a name holds. It stays where it is a property's
/// (`.name`) or a key (`name:`); where it is both a key and a variable (`{ name }`), the variable is written apart
/// (`{ name: a }`) if that is worth it. It stays altogether when it is
/// imported or exported, is declared in a way that is not known here, or is one that browsers give a meaning to. A script
/// that imports and exports nothing stays as it is, for its names may be meant for others; so does one with a class or a
/// call of `eval`, or one whose brackets do not match.
func withShortNames(_ tokens: [ScriptToken]) -> [ScriptToken] {
  guard let names = ShortNames(tokens) else { return tokens }
  var shortened: [ScriptToken] = []
  shortened.reserveCapacity(tokens.count)
  for (index, token) in tokens.enumerated() {
    guard names.variables.contains(index), let short = names.short[token.text] else {
      shortened.append(token)
      continue
    }
    if names.keys.contains(index) { shortened += [token, ScriptToken(kind: .sign, text: ":")] }
    shortened.append(ScriptToken(kind: .name, text: short))
  }
  return shortened
}

private struct ShortNames {
  /// Where names of variables stand among the tokens.
  private(set) var variables: Set<Int> = []
  /// Those among them that are keys of objects too.
  private(set) var keys: Set<Int> = []
  private(set) var short: [String: String] = [:]

  /// What stands around a token.
  private enum Surroundings {
    case block, object, call, parameters, other
  }

  /// The tokens that mean something, and where they stand among all.
  private let tokens: [ScriptToken]
  private let places: [Int]
  private var declared: Set<String> = []
  private var kept = ShortNames.known
  private var tally: [String: Int] = [:]
  private var keyTally: [String: Int] = [:]
  private var scopes = NameScopes()

  init?(_ all: [ScriptToken]) {
    places = all.indices.filter { all[$0].kind != .blank && all[$0].kind != .comment }
    tokens = places.map { all[$0] }
    guard isModule, look(), ["class", "eval", "with"].allSatisfy({ tally[$0] == nil }) else { return nil }
    // A key apart is four or five bytes more, and a name that stands there often is short under gzip.
    let changed = tally.keys.filter {
      $0.utf8.count > 1 && declared.contains($0) && !kept.contains($0) && keyTally[$0, default: 0] * 4 <= tally[$0] ?? 0
    }
    .sorted { tally[$0] == tally[$1] ? $0 < $1 : tally[$0] ?? 0 > tally[$1] ?? 0 }
    short = scopes.names(for: changed, from: ShortNames.free.filter { !ShortNames.known.contains($0) })
  }

  /// Whether the script imports or exports something, and so keeps its other names to itself.
  private var isModule: Bool {
    tokens.indices.contains { index in
      tokens[index].kind == .name && ["import", "export"].contains(tokens[index].text) && text(index - 1) != "."
        && text(index + 1) != "("
    }
  }

  private func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

  /// Notes of every name what it is; false when brackets do not match.
  private mutating func look() -> Bool {
    guard let parameters = openingsOfParameters() else { return false }
    var around: [Surroundings] = []
    var isDeclaring = false
    // How many brackets are open around a pattern that is declared (`const { a } = b`).
    var pattern: Int?
    // What `var` declares holds outside the block that it is in.
    let hasVar = tokens.contains { $0.kind == .name && $0.text == "var" }
    func isStatement() -> Bool { !hasVar && (around.last ?? .block) == .block }
    scopes.begin()
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .name where ["const", "let", "var"].contains(token.text): isDeclaring = true
      case .name where !ShortNames.words.contains(token.text):
        note(index, around.last ?? .block, isDeclaring: isDeclaring)
        let isDeclared =
          ["const", "let", "function", "*"].contains(text(index - 1)) || isDeclaring && text(index - 1) == ","
        scopes.note(token.text, isOutside: hasVar || pattern != nil || isStatement() && isDeclared)
      case .template:
        if token.text.hasPrefix("}") { _ = around.popLast() }
        if token.text.hasSuffix("${") { around.append(.other) }
      case .sign:
        switch token.text {
        case "{", "[", "(":
          let isPattern = isDeclaring && isStatement() && ["const", "let", ","].contains(text(index - 1))
          if isPattern, pattern == nil { pattern = around.count }
          switch token.text {
          case "{": around.append(isBlock(index) ? .block : .object)
          case "(": around.append(parameters.contains(index) ? .parameters : .call)
          default: around.append(around.last == .parameters ? .parameters : .other)
          }
          if token.text == "{", isStatement() { scopes.begin() }
        case ")", "]", "}":
          let closed = around.popLast()
          if pattern == around.count { pattern = nil }
          if closed == .block, !hasVar { scopes.end() }
          if closed == .block, isStatement() { scopes.next() }
        case ";":
          isDeclaring = false
          if isStatement() { scopes.next() }
        default: break
        }
      default: break
      }
    }
    return true
  }

  /// Where the parameters of functions begin; nil when brackets do not match.
  private func openingsOfParameters() -> Set<Int>? {
    var (open, found): ([Int], Set<Int>) = ([], [])
    for (index, token) in tokens.enumerated() {
      if token.kind == .template {
        if token.text.hasPrefix("}"), open.popLast() == nil { return nil }
        if token.text.hasSuffix("${") { open.append(index) }
      } else if token.kind == .sign, ["(", "[", "{"].contains(token.text) {
        open.append(index)
      } else if token.kind == .sign, [")", "]", "}"].contains(token.text) {
        guard let start = open.popLast() else { return nil }
        let before = [text(start - 1), text(start - 2), text(start - 3)]
        let isFunction = before.contains("function") && !before.contains("(")
        if text(start) == "(", text(index + 1) == "=>" || isFunction || before[0] == "catch" { found.insert(start) }
      }
    }
    return open.isEmpty ? found : nil
  }

  /// Whether a brace begins a block and not an object, as far as what stands before it tells.
  private func isBlock(_ index: Int) -> Bool {
    index == 0 || [")", "=>", ";", "}", "{", "else", "try", "finally", "do"].contains(text(index - 1))
  }

  private mutating func note(_ index: Int, _ around: Surroundings, isDeclaring: Bool) {
    let (before, name, after) = (text(index - 1), text(index), text(index + 1))
    let isKey = around == .object && ["{", ","].contains(before) && after == ":"
    guard before != ".", before != "?.", !isKey else { return }
    variables.insert(places[index])
    tally[name, default: 0] += 1
    if around == .object, ["{", ","].contains(before), [",", "}", "="].contains(after) {
      keys.insert(places[index])
      keyTally[name, default: 0] += 1
    }
    if around == .object, ["{", ",", "get", "set", "async", "*"].contains(before), after == "(" { kept.insert(name) }
    if (1...4).contains(where: { ["export", "import"].contains(text(index - $0)) }) { kept.insert(name) }
    let isParameter = around == .parameters && ["(", ",", "...", "["].contains(before)
    let isFurther = isDeclaring && around == .block && before == "," && ["=", ";", ","].contains(after)
    let isFunction = before == "*" && text(index - 2) == "function"
    if ["const", "let", "var", "function"].contains(before) || after == "=>" || isParameter || isFurther || isFunction {
      declared.insert(name)
    }
  }

  /// One and two letters, those that scripts have most first.
  private static let free: [String] = {
    let letters = "etaionsrlcdhupmfgbvywkxjqzETAONSRLCDHUPMFGBVYWKXJQZ".map(String.init)
    return letters + letters.prefix(26).flatMap { first in letters.map { first + $0 } }
  }()

  /// The words of the language.
  private static let words = Set(
    """
    async await break case catch const continue debugger default delete do else export extends false finally for from
    function get if import in instanceof let new null of return set static super switch this throw true try typeof
    undefined var void while yield arguments NaN Infinity
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Those, and names that a browser gives a meaning to and that a script may use for something of its own elsewhere.
  private static let known = words.union(
    """
    as alert blur close closed confirm console crypto customElements document event external fetch find focus frames
    history innerHeight innerWidth length localStorage location name navigator open opener origin parent performance
    print prompt screen scroll scrollX scrollY self sessionStorage status stop top window
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

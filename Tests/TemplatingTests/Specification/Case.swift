import Templating
import Testing

/// One case of the Mustache specification, with values and texts of our own.
///
/// The tables of this folder follow the specification's modules (interpolation, sections, inverted sections,
/// partials, comments, delimiters, inheritance) behaviour by behaviour. Where Mallisto is deliberately
/// stricter, the behaviour stands in `RuleTests` instead, as the error that it is:
///
/// | the specification | here | why |
/// |---|---|---|
/// | a name, section or partial that is not found is empty | an error with its place | a gap in a page goes unseen |
/// | `{{{text}}}` and `{{&text}}` write a text unescaped | an error: only `SafeHTML` and numbers | safety lies in the type |
/// | `"` `&` `<` `>` are escaped | `'` too, and control characters become U+FFFD | attributes in single quotes; XML |
/// | text between a parent's tags is ignored | an error | it would vanish |
/// | a block that the parent lacks is ignored | an error | it would vanish |
/// | numbers may be decimals, and a section on one is rendered | whole numbers; no section unless optional | how figures are written depends on the language |
/// | lists may hold lists, `{{#.}}` | lists hold texts or records | nothing needs it |
/// | a section may end anywhere | where it began in the page's HTML | what follows must not depend on it |
/// | lambdas, dynamic names (optional modules) | none | what a template does can be read off it |
///
/// Of its own Mallisto has `{{labels.NAME}}`, `NAME.count`, `NAME.any`, `{{#@first}}` and `{{#@last}}`. Blank
/// lines of an indented partial are not indented, which the specification leaves open.
struct Case: Sendable, CustomTestStringConvertible {
  let name: String
  let template: String
  let partials: [String: String]
  let expected: String

  init(_ name: String, _ template: String, _ partials: [String: String] = [:], gives expected: String) {
    self.name = name
    self.template = template
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { name }

  var output: String { render(template, partials, with: SpecificationView()) }
}

import Diagnosing

/// A parent tag encloses only blocks.
enum StrayContent {
  static let rule = Rule(
    "template-stray", .error,
    title: Localized(
      fi: "Pohjan tunnisteiden välissä on vain lohkoja",
      sv: "Mellan grundens taggar står bara block",
      en: "Between the tags of a parent stand only blocks"),
    explanation: Localized(
      fi: "Muu sisältö ei pääsisi sivulle. Siirrä se lohkoon {{$nimi}}…{{/nimi}} tai pohjan ulkopuolelle.",
      sv:
        "Annat innehåll skulle inte komma med på sidan. Flytta det in i ett block {{$namn}}…{{/namn}} eller "
        + "utanför grunden.",
      en:
        "Other content would not come onto the page. Move it into a block {{$name}}…{{/name}} or outside the "
        + "parent."))

  static func found(at range: Range<Int>, _ parent: Tag, in file: SourceFile) -> Diagnostic {
    let name = parent.name.text
    return Diagnostic(
      rule, in: file, at: range,
      Localized(
        fi: "Tämä on pohjan ”\(name)” sisällä mutta ei missään lohkossa",
        sv: "Detta står inuti grunden ”\(name)” men inte i något block",
        en: "This stands inside the parent ”\(name)” but in no block"))
  }
}

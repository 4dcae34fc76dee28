import Diagnosing
import Reading

/// A link within the site leads to a page.
enum BrokenLink: LinkRule {
  static let rule = Rule(
    "broken-link", .error,
    title: Localized(
      fi: "Sivuston sisäinen linkki johtaa sivulle", sv: "En länk inom webbplatsen leder till en sida",
      en: "A link within the site leads to a page"),
    explanation: Localized(
      fi: "Toiseen malliin viitataan sen tiedoston nimellä (toinen-malli.md) tai osoitteella (/mallit/toinen-malli/).",
      sv: "En annan modell länkas med sin fils namn (annan-modell.md) eller sin adress (/sv/modeller/annan-modell/).",
      en: "Another model is linked by the name of its file (other-model.md) or by its address (/mallit/other-model/)."),
    example: RuleExample(
      wrong: "Katso [toinen malli](puuttuva-malli.md).", right: "Katso [kaikki mallit](/mallit/)."))

  static func check(_ link: FaultyLink, _ site: LinkContext) -> Diagnostic? {
    guard link.fault == .noPage else { return nil }
    if link.destination.isEmpty || link.destination == "#" {
      return link.diagnostic(
        rule,
        Localized(fi: "Linkillä ei ole osoitetta", sv: "Länken har ingen adress", en: "The link has no address"))
    }
    let near = site.nearPages(link)
    return link.diagnostic(
      rule,
      Localized(
        fi: "Linkki ”\(link.destination)” ei johda mihinkään", sv: "Länken ”\(link.destination)” leder ingenstans",
        en: "The link “\(link.destination)” leads nowhere"),
      notes: near.isEmpty ? [rule.explanation] : LinkContext.note(meaning: near), fix: near.first.flatMap(link.fix))
  }
}

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

  /// A finding that there is only once the drafts are left out, with what to do about it.
  static func toDraft(_ finding: Diagnostic) -> Diagnostic {
    guard finding.rule == rule.id else { return finding }
    var finding = finding
    finding.notes = [draft]
    finding.fix = nil
    return finding
  }

  private static let draft = Localized(
    fi: "Kohde on luonnos, tai sivu jolla on vain luonnoksia, eikä sitä julkaista. Poista linkki, tai julkaise luonnos "
      + "poistamalla siitä rivi julkaisutila.",
    sv: "Målet är ett utkast, eller en sida med bara utkast, och publiceras inte. Ta bort länken, eller publicera "
      + "utkastet genom att ta bort raden publiceringsläge ur det.",
    en: "The target is a draft, or a page of drafts only, and is not published. Remove the link, or publish the draft "
      + "by removing its line publication state.")
}

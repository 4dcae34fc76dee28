import Diagnosing
import Reading

/// A link to a heading leads to one.
enum BrokenAnchor: LinkRule {
  static let rule = Rule(
    "broken-anchor", .error,
    title: Localized(
      fi: "Linkki otsikkoon johtaa otsikkoon", sv: "En länk till en rubrik leder till en rubrik",
      en: "A link to a heading leads to a heading"),
    explanation: Localized(
      fi: "Otsikon osoite on sen teksti pienin kirjaimin: ä ja å ovat a, ö on o ja muut merkit väliviivoja. "
        + "Otsikkoon ”Toimintaympäristö” viitataan näin: #toimintaymparisto",
      sv: "En rubriks adress är dess text med små bokstäver: å och ä är a, ö är o och andra tecken bindestreck. "
        + "Rubriken ”Verksamhetsmiljö” länkas så här: #verksamhetsmiljo",
      en: "A heading's address is its text in lower case: ä and å are a, ö is o, and other signs are hyphens. "
        + "The heading “Operating environment” is linked as #operating-environment"),
    example: RuleExample(
      wrong: "Katso [perusidea](#perusideaa).", right: "Katso [perusidea](#ratkaisun-perusidea)."))

  static func check(_ link: FaultyLink, _ site: LinkContext) -> Diagnostic? {
    guard case .noAnchor(let fragment, let target) = link.fault else { return nil }
    let anchors = link.isGuessedAt ? site.anchors(of: target, from: link.file.path) : []
    let written = Anchor.id(for: fragment)
    let near = anchors.contains(written) ? [written] : LinkContext.near(fragment, among: anchors)
    let page = link.destination.prefix { $0 != "#" }
    let headings = anchors.prefix(20).map { "#" + $0 }.joined(separator: ", ")
    let list = Localized(
      fi: "Sivun otsikot: \(headings)", sv: "Sidans rubriker: \(headings)", en: "The page's headings: \(headings)")
    return link.diagnostic(
      rule,
      Localized(
        fi: "Sivulla ei ole otsikkoa ”#\(fragment)”", sv: "Sidan har ingen rubrik ”#\(fragment)”",
        en: "The page has no heading “#\(fragment)”"),
      notes: LinkContext.note(meaning: near.map { "#" + $0 }) + [anchors.isEmpty ? rule.explanation : list],
      fix: near.first.flatMap { link.fix("\(page)#\($0)") })
  }
}

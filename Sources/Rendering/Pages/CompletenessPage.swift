import Cataloguing
import Diagnosing
import Templating

extension LocalSite {
  /// The practices that could tell more or are getting old, those that lack most first.
  ///
  /// No clock is asked: a practice's age is counted from the newest change of any.
  func completenessPage() -> Page {
    page(path(.completeness)) { site in
      let all = site.model.completeness
      let newest = all.map(\.modified).max()
      let open = all.filter { item in !item.missing.isEmpty || newest.map { item.isAgeing(on: $0) } == true }
      let shown = open.prefix(LocalSite.shownRows)
      let rows = shown.map { item in
        CompletenessRowView(
          practice: LinkView(
            text: item.title, url: site.model.url(SiteAddresses.practice(item.slug, item.language)),
            language: item.language == site.language ? "" : item.language.rawValue),
          file: item.path, changed: site.date(item.modified), isAgeing: newest.map { item.isAgeing(on: $0) } ?? false,
          missing: item.missing.map { CompletenessItemView(label: site.name($0.labels)) })
      }
      let frame = PageFrame(
        title: site.words[.completenessTitle], description: site.words[.completenessCaption],
        path: site.path(.completeness),
        counterparts: site.model.counterparts(.completeness), isHidden: true)
      let more = open.count - shown.count
      return site.templates.completeness.render(
        CompletenessView(
          chrome: site.chrome(frame), crumbs: site.crumbs(), heading: site.words[.completenessTitle],
          lead: site.words[
            .completenessLead,
            [
              "count": "\(open.count)", "all": "\(all.count)",
              "date": newest.map { site.date($0).text } ?? "–",
            ]],
          caption: site.words[.completenessCaption], rows: Array(rows),
          more: more > 0 ? site.words[.completenessMore, ["count": "\(more)"]] : ""))
    }
  }

  /// So many rows fit a page that is still pleasant to read; the command's report tells of all.
  private static let shownRows = 200
}

import Cataloguing
import Diagnosing
import Reading
import Templating

extension LocalSite {
  /// Pages of free text: those of `content/pages/`, and the accessibility statement under its own.
  func plainPages() -> [Page] {
    model.catalogue.pages.enumerated().filter { $1.language == language }.map { index, content in
      let path = model.path(of: content)
      return page(path) { site in
        var html = site.text(of: content)
        if content.name == "accessibility", let statement = site.statement() { html += statement.bytes }
        if content.name == "guide" { html += site.fieldGuide().bytes }
        let frame = PageFrame(
          title: content.title, description: content.summary, path: path, counterparts: site.counterparts(of: content))
        return site.templates.plain.render(
          PlainPageView(
            chrome: site.chrome(frame), crumbs: site.crumbs(), heading: content.title, body: SafeHTML(trusting: html)))
      }
    }
  }

  private func counterparts(of content: ContentPage) -> [Language: String] {
    model.catalogue.pages.filter { $0.name == content.name }.reduce(into: [:]) { $0[$1.language] = model.path(of: $1) }
  }

  /// A page's sections with their headings.
  func text(of content: ContentPage) -> [UInt8] {
    let filling = TextFilling(site: self, entry: content.matched)
    return content.entry.body.sections.flatMap { section -> [UInt8] in
      var html: [UInt8] = []
      if let heading = section.heading {
        html += Array("<h2 id=\"\(heading.anchor)\">".utf8) + heading.text.escapedHTML + Array("</h2>\n".utf8)
      }
      return html + templates.blocks.render(SectionBodyView(blocks: filling.views(of: section.content)))
    }
  }

  /// The facts of the accessibility statement, from `content/site.yaml`.
  private func statement() -> SafeHTML? {
    guard let facts = model.configuration.accessibility else { return nil }
    func mail(_ address: String) -> LinkView { LinkView(text: address, url: SafeURL("mailto:\(address)")) }
    var supervisor: [LinkView] = []
    let address = name(facts.supervisorAddress)
    if let url = SafeURL(address) { supervisor.append(LinkView(text: address, url: url, isOutside: true)) }
    if !facts.supervisorEmail.isEmpty { supervisor.append(mail(facts.supervisorEmail)) }
    if !facts.supervisorPhone.isEmpty {
      let digits = facts.supervisorPhone.filter { $0.isNumber || $0 == "+" }
      supervisor.append(LinkView(text: facts.supervisorPhone, url: SafeURL("tel:\(digits)")))
    }
    return templates.statement.html(
      StatementView(
        conformance: name(facts.conformanceText),
        shortcomings: facts.shortcomings.map { ShortcomingView(what: name($0.what), reason: name($0.reason)) },
        assessment: name(facts.assessmentText), assessed: date(facts.assessmentDate),
        feedback: name(facts.feedbackText),
        feedbackEmail: mail(facts.feedbackEmail), supervisor: name(facts.supervisorName),
        supervisorUnit: name(facts.supervisorUnit), supervisorLinks: supervisor, enforcement: name(facts.enforcement),
        law: LinkView(text: name(facts.lawName), url: SafeURL(name(facts.lawAddress)), isOutside: true),
        written: date(facts.date)))
  }

  func comparePage() -> Page {
    page(path(.compare)) { site in
      let frame = PageFrame(
        title: site.words[.compareTitle], description: site.name(site.model.configuration.description),
        path: site.path(.compare), counterparts: site.model.counterparts(.compare))
      return site.templates.compare.render(
        CompareView(
          chrome: site.chrome(frame), crumbs: site.crumbs(), catalogue: site.url(.practices),
          sections: site.model.schema.template.sections.map {
            SectionNameView(id: $0.id, name: $0.labels[site.language])
          },
          stages: (site.vocabulary(.stages)?.terms ?? []).indices.map { site.stage($0, withPath: false) },
          values: site.comparedValues("where", .regions) + site.comparedValues("funder", .funders)))
    }
  }

  private func comparedValues(_ fact: String, _ kind: SiteAddresses.Kind) -> [ComparedValueView] {
    let terms = vocabulary(kind)?.terms ?? []
    return terms.indices.filter { model.hasPage(kind, $0) }.map { term in
      let link =
        kind == .regions ? regionLinks([term])[0] : LinkView(text: names([term], kind), url: url(of: term, kind))
      return ComparedValueView(fact: fact, code: terms[term].code, link: link)
    }
  }

  /// The page for addresses that lead nowhere. Hosts know one for the whole site, so it speaks every language, its own first.
  func notFoundPage() -> Page {
    let site = self
    return model.sitePage("404.html") {
      let others = site.model.languages.filter { $0 != site.language }.compactMap { LocalSite(site.model, $0) }
      return site.templates.notFound.render(
        NotFoundView(
          chrome: site.chrome(PageFrame(title: site.words[.notFoundTitle], isHidden: true)),
          catalogue: site.url(.practices), parts: ([site] + others).map { $0.notFound(isOwn: $0 === site) }))
    }
  }

  private func notFound(isOwn: Bool) -> NotFoundPartView {
    let links: [(SiteAddresses.Kind, Word)] = [
      (.home, .homeTitle), (.practices, .practicesTitle), (.regions, .regionsTitle), (.keywords, .keywordsTitle),
    ]
    return NotFoundPartView(
      language: language.rawValue, isOwn: isOwn, heading: words[.notFoundTitle], lead: words[.notFoundLead],
      links: links.map { LinkView(text: words[$0.1], url: url($0.0)) })
  }
}

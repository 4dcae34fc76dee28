import Cataloguing
import Diagnosing
import Reading
import Templating

extension LocalSite {
  /// The one page of a practice, in its own language.
  func practicePage(_ index: Int) -> Page {
    let practice = model.catalogue.practices[index]
    let path = String(practice.path.dropFirst()) + "index.html"
    return Page(path: path, fingerprint: model.inputs?.fingerprint(of: practice)) {
      self.templates.practice.render(PracticePage(self, index).view())
    }
  }
}

/// Everything that a practice's page shows.
private struct PracticePage {
  let site: LocalSite
  let index: Int
  let practice: Practice
  let path: String
  /// The whole address.
  let address: String
  let fields: RoleValues

  init(_ site: LocalSite, _ index: Int) {
    self.site = site
    self.index = index
    practice = site.model.catalogue.practices[index]
    path = practice.path
    address = site.model.absolute(path)
    fields = RoleValues(practice.source, site.model.schema)
  }

  private var model: SiteModel { site.model }
  private var words: Words { site.words }

  func view() -> PracticeView {
    let regions = site.regionLinks(practice.regions)
    return PracticeView(
      chrome: site.chrome(frame()), crumbs: site.practiceCrumbs.value { site.crumbs([.practices]) },
      slug: practice.slug, title: practice.title,
      summary: practice.summary, stage: site.stage(practice.stage, withPath: true),
      regions: regions,
      place: practice.place,
      funders: practice.funders.map { LinkView(text: site.names([$0], .funders), url: site.url(of: $0, .funders)) },
      audience: audience(), programme: programme(),
      author: fields.text(.author) ?? "", created: site.date(practice.created), modified: site.date(practice.modified),
      placeMap: site.placeMap(practice.regions, regions), translations: translations(), cover: image(.cover),
      image: image(.image), sections: sections(), funding: fields.record(.funding).map(funding),
      links: links(.links) + links(.attachments), sources: fields.records(.sources).map(source), related: related(),
      elsewhere: elsewhere(),
      keywords: keywords(), citation: citation(),
      files: files(), compare: compare(), feedback: feedback())
  }

  private func frame() -> PageFrame {
    PageFrame(
      title: practice.title, description: practice.summary, path: path,
      counterparts: translationPaths(), section: .practices, isArticle: true,
      previewImage: imageFile(.cover).flatMap { model.absoluteURL(model.mediaPath($0)) },
      structuredData: site.structuredData(practice, at: address))
  }

  // MARK: Facts

  private func audience() -> [LinkView] {
    let facet = model.writtenFacet(.audience)
    return fields.texts(.audience).map { text in
      LinkView(text: text, url: facet?.value(text).map { site.url(of: $0, .audience) })
    }
  }

  private func keywords() -> [LinkView] {
    let texts = fields.texts(.keywords)
    if texts.isEmpty { return [] }
    let urls = site.keywordURLs
    return zip(texts, model.catalogue.keywordsByPractice[index]).map { LinkView(text: $0, url: urls[$1]) }
  }

  private func programme() -> LinkView? {
    switch fields.value(.programme) {
    case .text(let text): return LinkView(text: text)
    case .record(let record):
      let url = record.text("url").flatMap { SafeURL($0) }
      return LinkView(text: record.text("name") ?? url?.text ?? "", url: url, isOutside: url != nil)
    default: return nil
    }
  }

  /// The practices that this one is a translation of, or that are translations of it.
  private func translated() -> [Practice] {
    let own = fields.text(.translationOf)
    return model.catalogue.practices.filter { other in
      guard other.slug != practice.slug else { return false }
      let theirs = RoleValues(other.source, model.schema).text(.translationOf)
      return other.slug == own || theirs == practice.slug || (own != nil && theirs == own)
    }
  }

  private func translations() -> [LinkView] {
    guard model.hasTranslations else { return [] }
    return translated().map { other in
      LinkView(text: other.title, url: model.url(other.path), language: other.language.rawValue)
    }
  }

  private func translationPaths() -> [Language: String] {
    guard model.hasTranslations else { return [:] }
    return translated().reduce(into: [practice.language: path]) { $0[$1.language] = $1.path }
  }

  // MARK: Pictures

  private func imageFile(_ role: Role) -> String? {
    guard let file = fields.record(role)?.text("file"),
      case .file(let path) = model.resolver.resolve(file, from: practice.source.path)
    else { return nil }
    return path
  }

  private func image(_ role: Role) -> ImageView? {
    guard let record = fields.record(role), let file = imageFile(role) else { return nil }
    return ImageView(
      url: model.local(model.mediaPath(file)), alternativeText: record.text("alt") ?? "",
      caption: record.text("caption") ?? "",
      size: model.site.images[file].map { ImageSizeView(width: $0.width, height: $0.height) })
  }

  // MARK: Text

  private func sections() -> [SectionView] {
    let text = practice.source.text
    let filling = TextFilling(site: site, entry: practice.source)
    let (body, template) = (text.entry.body, model.schema.template)
    return text.sections.map { matched in
      let definition = matched.definition.map { template.sections[$0] }
      return SectionView(
        id: definition?.id ?? matched.heading.anchor, anchor: matched.heading.anchor,
        heading: definition?.labels[practice.language] ?? matched.heading.text,
        blocks: filling.views(of: body.sections[matched.section].content))
    }
  }

  // MARK: Funding

  private func funding(_ record: Record) -> FundingView {
    func amount(_ id: String) -> Figure? { if case .amount(let figure)? = record[id] { figure } else { nil } }
    func euros(_ figure: Figure) -> String { figure.text(decimalMark: site.language == .en ? "." : ",") + "\u{A0}€" }
    let grant = amount("grant")
    let total = amount("total")
    let own = amount("own_share")
    var percentage: Figure?
    if case .percentage(let figure)? = record["own_percentage"] { percentage = figure }
    let ownShare = percentage.map { $0.text(decimalMark: site.language == .en ? "." : ",") + "\u{A0}%" } ?? ""
    var figures: [FigureView] = []
    if let grant { figures.append(FigureView(part: "grant", label: words[.fundingGrant], value: euros(grant))) }
    if own != nil || percentage != nil {
      figures.append(
        FigureView(
          part: "own", label: words[.fundingOwn], value: own.map(euros) ?? ownShare,
          share: own == nil ? "" : ownShare))
    }
    if let total { figures.append(FigureView(label: words[.fundingTotal], value: euros(total))) }
    if case .period(let period)? = record["period"] {
      figures.append(FigureView(label: words[.fundingPeriod], value: period.text))
    }
    if let decision = record.text("decision") {
      figures.append(FigureView(label: words[.fundingDecision], value: decision))
    }
    return FundingView(
      bar: bar(grant: grant, own: own, total: total, percentage: percentage), figures: figures)
  }

  /// The two shares of the whole, where both can be told.
  private func bar(grant: Figure?, own: Figure?, total: Figure?, percentage: Figure?) -> FundingBarView? {
    var share: Double?
    if let grant, let total, total.value > 0 { share = grant.value / total.value }
    if share == nil, let own, let total, total.value > 0 { share = 1 - own.value / total.value }
    if share == nil, let grant, let own, grant.value + own.value > 0 { share = grant.value / (grant.value + own.value) }
    if share == nil, let percentage { share = 1 - percentage.value / 100 }
    guard let share, share > 0, share <= 1 else { return nil }
    let percent = Int((share * 100).rounded())
    return FundingBarView(grantPercent: percent, ownPercent: 100 - percent)
  }

  // MARK: Links

  private func links(_ role: Role) -> [LinkView] {
    fields.records(role).compactMap { record in
      guard let written = record.text("url") ?? record.text("file") else { return nil }
      switch model.resolver.resolve(written, from: practice.source.path) {
      case .external(let address):
        guard let url = SafeURL(address) else { return nil }
        return LinkView(
          text: record.text("name") ?? address, url: url,
          detail: words[.linkOutside, ["host": TextFilling.host(of: address)]], isOutside: true)
      case .file(let file):
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let kind = name.split(separator: ".").last.map { $0.uppercased() } ?? ""
        return LinkView(
          text: record.text("name") ?? name, url: model.url(model.mediaPath(file)),
          detail: words[.linkFile, ["kind": kind]])
      case .practice(let entry, _):
        let target = model.site.entries[entry]
        let url = model.url(SiteAddresses.practice(target.slug, target.language))
        return LinkView(text: record.text("name") ?? target.slug, url: url)
      case .address(let path, _): return LinkView(text: record.text("name") ?? path, url: model.url(path))
      default: return nil
      }
    }
  }

  private func source(_ record: Record) -> SourceView {
    var details: [String] = []
    if let reference = record.text("reference") { details.append(reference) }
    if let section = record.text("section") { details.append(section) }
    if case .date(let date)? = record["date"] { details.append(site.date(date).text) }
    let url = record.text("url").flatMap { SafeURL($0) }
    return SourceView(
      name: record.text("name") ?? record.text("reference") ?? record.text("url") ?? "", url: url,
      isOutside: url != nil, detail: details.joined(separator: ", "), note: record.text("note") ?? "")
  }

  private func related() -> [RelatedView] {
    // Several are often named for the same keyword.
    var last: (reasons: [RelatedPractice.Reason], text: String)?
    return model.related.related(to: index).map { related in
      let other = model.catalogue.practices[related.practice]
      let why = if let last, last.reasons == related.reasons { last.text } else { text(of: related.reasons) }
      last = (related.reasons, why)
      return RelatedView(
        title: other.title, url: model.practiceURLs[related.practice], why: why, foreign: site.foreign(other))
    }
  }

  private func text(of reasons: [RelatedPractice.Reason]) -> String {
    let sentences = reasons.map { reason in
      switch reason {
      case .mentioned: words[.relatedMentioned]
      case .sameProgramme(let name): words[.relatedProgramme, ["name": name]]
      case .keywords(let shared): words[.relatedKeywords, ["words": String(joining: shared, separator: ", ")]]
      }
    }
    return String(joining: sentences, separator: " ")
  }

  /// The comparison with this practice chosen; it finds the others in the search's files.
  private func compare() -> SafeURL? {
    model.hasSearch ? model.url("\(site.path(.compare))?m=\(practice.slug)") : nil
  }

  private func elsewhere() -> LinkView? {
    guard model.hasSearch, let word = fields.texts(.keywords).first else { return nil }
    return LinkView(text: words[.elsewhere, ["word": word]], url: site.search(word))
  }

  // MARK: The practice for others

  private func citation() -> String {
    let author = fields.text(.author) ?? practice.place
    return words[
      .citation,
      [
        "author": author, "title": practice.title, "site": site.name(model.configuration.name),
        "date": site.date(practice.modified).text, "url": address,
      ]]
  }

  private func files() -> [FileView] {
    var files: [FileView] = []
    if model.configuration.formats.contains(.json) {
      files.append(
        FileView(text: words[.fileJSON], url: model.url(path + "index.json"), mediaType: "application/json"))
    }
    if model.configuration.formats.contains(.markdown) {
      files.append(FileView(text: words[.fileMarkdown], url: model.url(path + "index.md"), mediaType: "text/markdown"))
    }
    return files
  }

  private func feedback() -> SafeURL? {
    let email = model.configuration.publisher.email
    if email.isEmpty { return nil }
    return SafeURL(
      String(joining: [
        "mailto:", email, "?subject=", practice.title.percentEncoded,
        "&body=", address.percentEncoded,
      ]))
  }
}

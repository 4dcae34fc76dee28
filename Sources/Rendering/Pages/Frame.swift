import Cataloguing
import Diagnosing
import Templating

/// What is told of one page to build its frame: head, banner and foot.
struct PageFrame {
  var title: String
  var description = ""
  /// From the site's root; nil for a page that has no one address (404).
  var path: String?
  /// The same page's path in each language it has.
  var counterparts: [Language: String] = [:]
  /// The menu's item that the page is, or lies under.
  var section: SiteAddresses.Kind?
  var isArticle = false
  var isHidden = false
  var previewImage: SafeURL?
  var structuredData: JSONValue?
  /// The feed that stands beside the page, from the site's root.
  var feed: (path: String, title: String)?
}

extension MenuLink {
  fileprivate func item(on frame: PageFrame) -> MenuItemView {
    MenuItemView(
      text: text, url: url, isCurrent: frame.path == path, isAncestor: frame.section == kind && frame.path != path)
  }
}

extension LocalSite {
  private static let menuKinds: [(SiteAddresses.Kind, Word)] = [
    (.practices, .practicesTitle), (.regions, .regionsTitle), (.funders, .fundersTitle), (.stages, .stagesTitle),
  ]

  private static let footKinds: [(SiteAddresses.Kind, Word)] = [
    (.keywords, .keywordsTitle), (.audiences, .audiencesTitle), (.years, .yearsTitle), (.about, .aboutTitle),
    (.guide, .guideTitle), (.data, .dataTitle),
    (.accessibility, .accessibilityTitle),
  ]

  func chrome(_ frame: PageFrame) -> PageChrome {
    let siteName = name(model.configuration.name)
    let isHome = frame.path == path(.home)
    return PageChrome(
      language: language.rawValue, locale: locale,
      documentTitle: isHome
        ? "\(siteName) – \(name(model.configuration.tagline))"
        : words[.documentTitle, ["title": frame.title, "site": siteName]],
      title: frame.title, description: frame.description,
      canonical: frame.path.flatMap { model.absoluteURL($0) }, isHidden: frame.isHidden,
      kind: frame.isArticle ? "article" : "website", previewImage: frame.previewImage,
      structuredData: frame.structuredData, counterparts: counterparts(frame), feeds: feeds(frame),
      openSearch: model.hasSearch ? model.url("/opensearch-\(language.rawValue).xml") : nil,
      hasSearch: model.hasSearch, siteName: siteName, home: url(.home),
      assets: model.local(model.theme.assets.path),
      menu: frame.isArticle ? articleMenu.value { menu(frame) } : menu(frame), languages: languageItems(frame),
      foot: frame.isArticle ? articleFoot.value { foot(frame) } : foot(frame))
  }

  private func menu(_ frame: PageFrame) -> SafeHTML {
    let items = menuLinks.value { links(to: LocalSite.menuKinds) }.map { $0.item(on: frame) }
    return SafeHTML(trusting: templates.menu.render(MenuView(items: items)))
  }

  private func foot(_ frame: PageFrame) -> SafeHTML {
    let items = footLinks.value { links(to: LocalSite.footKinds) }.map { $0.item(on: frame) }
    let text = words[
      .footText,
      [
        "publisher": name(model.configuration.publisher.name),
        "licence": model.configuration.licence.map { name($0.name) } ?? "",
      ]]
    return SafeHTML(trusting: templates.foot.render(FootView(links: items, text: text)))
  }

  /// The way from the home page to a page, without the page itself.
  func crumbs(_ kinds: [SiteAddresses.Kind] = []) -> [LinkView] {
    [LinkView(text: words[.homeTitle], url: url(.home))]
      + kinds.compactMap { kind in LocalSite.crumbTitles[kind].map { LinkView(text: words[$0], url: url(kind)) } }
  }

  private static let crumbTitles: [SiteAddresses.Kind: Word] = [
    .practices: .practicesTitle, .regions: .regionsTitle, .funders: .fundersTitle, .stages: .stagesTitle,
    .keywords: .keywordsTitle, .audiences: .audiencesTitle, .years: .yearsTitle,
  ]

  private var locale: String {
    switch language {
    case .fi: "fi_FI"
    case .sv: "sv_FI"
    case .en: "en_GB"
    }
  }

  private func counterparts(_ frame: PageFrame) -> [CounterpartView] {
    guard frame.counterparts.count > 1 else { return [] }
    var views = model.languages.compactMap { other in
      frame.counterparts[other].flatMap { model.absoluteURL($0) }.map {
        CounterpartView(language: other.rawValue, url: $0)
      }
    }
    if let first = frame.counterparts[model.configuration.defaultLanguage], let url = model.absoluteURL(first) {
      views.append(CounterpartView(language: "x-default", url: url))
    }
    return views
  }

  private func feeds(_ frame: PageFrame) -> [LinkView] {
    let all = path(.home) + "atom.xml"
    let whole = lateFeed.value {
      LinkView(text: words[.feedTitle, ["site": name(model.configuration.name)]], url: model.url(all))
    }
    var feeds = [whole]
    if let own = frame.feed, own.path != all {
      feeds.insert(LinkView(text: own.title, url: model.url(own.path)), at: 0)
    }
    return feeds
  }

  /// What menus lead to: the kinds of page that the site has.
  private func links(to kinds: [(SiteAddresses.Kind, Word)]) -> [MenuLink] {
    kinds.compactMap { kind, word in
      let path = path(kind)
      // Texts are written in the languages that their readers need, such as the guide for editors.
      let isText = [.about, .guide, .data, .accessibility].contains(kind)
      if kind == .audiences, model.writtenFacet(.audience) == nil { return nil }
      if kind == .years, model.writtenFacet(.year) == nil { return nil }
      if isText, !model.catalogue.pages.contains(where: { model.path(of: $0) == path }) { return nil }
      return MenuLink(kind: kind, path: path, text: words[word], url: model.url(path))
    }
  }

  private func languageItems(_ frame: PageFrame) -> [LanguageItemView] {
    model.languages.map { other in
      let path = frame.counterparts[other] ?? SiteAddresses.path(frame.section ?? .home, other)
      return LanguageItemView(
        code: other.rawValue, name: model.theme.words[other]?[.languageName] ?? other.rawValue,
        url: model.url(other == language ? frame.path ?? path : path), isCurrent: other == language)
    }
  }
}

extension SiteModel {
  /// The paths of a kind of page in every language.
  func counterparts(_ kind: SiteAddresses.Kind) -> [Language: String] {
    Dictionary(uniqueKeysWithValues: languages.map { ($0, SiteAddresses.path(kind, $0)) })
  }

  func counterparts(_ kind: SiteAddresses.Kind, _ term: Vocabulary.Term) -> [Language: String] {
    Dictionary(uniqueKeysWithValues: languages.map { ($0, SiteAddresses.term(kind, term, $0)) })
  }
}

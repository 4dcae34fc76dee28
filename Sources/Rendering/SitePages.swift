import Cataloguing
import Diagnosing
import Reading

/// The whole list of a site's files, each made when it is asked for.
///
/// The list is always complete: what is no longer on it is no longer on the site.
public enum SitePages {
  public static func all(_ model: SiteModel) -> [Page] {
    // Made here, beside the search, and not while the first page that names a practice is waited for.
    _ = model.practiceURLs
    // What takes longest comes first, so that no processor is left with it in the end.
    var pages = model.dataPages()
    let sites = model.languages.compactMap { LocalSite(model, $0) }
    for site in sites {
      pages += [site.homePage(), site.regionsPage(), site.fundersPage(), site.stagesPage()]
      // The comparison finds its practices in the search's files.
      if model.hasSearch { pages.append(site.comparePage()) }
      pages += site.cataloguePages()
      pages += site.termPages(.regions) + site.termPages(.funders) + site.termPages(.stages)
      pages += site.keywordPages()
      for facet in model.writtenFacets { pages += site.valuePages(facet) }
      pages += site.plainPages()
      pages.append(site.completenessPage())
      pages += site.feeds()
    }
    for (index, practice) in model.catalogue.practices.enumerated() {
      if let site = sites.first(where: { $0.language == practice.language }) {
        pages.append(site.practicePage(index))
        pages += site.practiceFiles(index)
      }
    }
    if let site = sites.first(where: { $0.language == model.configuration.defaultLanguage }) ?? sites.first {
      pages.append(site.notFoundPage())
    }
    pages += model.assets() + model.media()
    pages += model.sitemap(of: pages)
    let host = model.base.path
    pages.append(Page(path: "_headers") { HostHeaders.file(path: host) })
    return pages
  }
}

extension SiteModel {
  /// The theme's own files.
  func assets() -> [Page] {
    theme.assets.files.map { path, bytes in
      sitePage(String(theme.assets.path.dropFirst()) + "/" + path) { bytes }
    }
  }

  /// Pictures and attachments beside the entries.
  func media() -> [Page] {
    site.files.filter { path in
      (path.hasPrefix("content/practices/") || path.hasPrefix("content/pages/")) && !path.hasSuffix(".md")
    }
    .sorted().map { Page(path: String(mediaPath($0).dropFirst()), content: .copy(of: $0)) }
  }

  /// `sitemap.xml` and `robots.txt`.
  func sitemap(of pages: [Page]) -> [Page] {
    let hidden = Set(
      SiteAddresses.Kind.hidden.flatMap { kind in
        languages.map { SiteAddresses.path(kind, $0).dropFirst() + "index.html" }
      })
    let paths = pages.map(\.path).filter { path in
      path.utf8.suffix(10).elementsEqual("index.html".utf8) && !hidden.contains(path[...])
    }
    let files = Sitemap(count: paths.count) {
      var modified: [String: CalendarDate] = [:]
      for practice in self.catalogue.practices {
        modified[String(practice.path.dropFirst()) + "index.html"] = practice.modified
      }
      return paths.map { path in
        Sitemap.Address(address: self.absolute("/" + path.dropLast("index.html".count)), modified: modified[path])
      }
    }.files(base: base.text)
    let robots = "User-agent: *\nAllow: /\nSitemap: \(base.text)sitemap.xml\n"
    return files.map { sitePage($0.name, $0.bytes) } + [sitePage("robots.txt") { Array(robots.utf8) }]
  }

  /// A file that is made of anything but the texts of practices.
  func sitePage(_ path: String, _ bytes: @escaping @Sendable () -> [UInt8]) -> Page {
    Page(path: path, fingerprint: inputs?.site, bytes: bytes)
  }

  /// Whether any practice says that it is a translation of another.
  var hasTranslations: Bool { catalogue.hasTranslations }
}

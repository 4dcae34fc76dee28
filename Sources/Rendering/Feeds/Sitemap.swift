import Cataloguing
import Reading

/// The addresses of a site's pages for search engines, in the sitemap protocol 0.9.
struct Sitemap: Sendable {
  /// The protocol's own limit of addresses in one file.
  static let limit = 50_000

  struct Address: Sendable {
    let address: String
    let modified: CalendarDate?
  }

  let addresses: [Address]

  /// `sitemap.xml`, and where there are too many addresses for one file, the parts that it points at.
  func files(base: String) -> [(name: String, bytes: [UInt8])] {
    if addresses.count <= Sitemap.limit { return [("sitemap.xml", Sitemap.urlset(addresses[...]))] }
    var files: [(name: String, bytes: [UInt8])] = []
    var start = 0
    while start < addresses.count {
      let end = min(start + Sitemap.limit, addresses.count)
      files.append(("sitemap-\(files.count + 1).xml", Sitemap.urlset(addresses[start..<end])))
      start = end
    }
    var index = Sitemap.opening("sitemapindex")
    for (name, _) in files { index.location("sitemap", base + name, nil) }
    index.append(contentsOf: "</sitemapindex>\n".utf8)
    return [("sitemap.xml", index)] + files
  }

  private static func urlset(_ addresses: ArraySlice<Address>) -> [UInt8] {
    var out = opening("urlset")
    for address in addresses { out.location("url", address.address, address.modified) }
    out.append(contentsOf: "</urlset>\n".utf8)
    return out
  }

  private static func opening(_ name: String) -> [UInt8] {
    Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(name) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .utf8)
  }
}

extension [UInt8] {
  fileprivate mutating func location(_ element: String, _ address: String, _ modified: CalendarDate?) {
    append(contentsOf: "<\(element)><loc>".utf8)
    appendEscaped(address.utf8)
    append(contentsOf: "</loc>".utf8)
    if let modified { append(contentsOf: "<lastmod>\(modified.iso)</lastmod>".utf8) }
    append(contentsOf: "</\(element)>\n".utf8)
  }
}

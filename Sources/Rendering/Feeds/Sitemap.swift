import Cataloguing
import Diagnosing
import Reading

/// The addresses of a site's pages for search engines, in the sitemap protocol 0.9.
struct Sitemap: Sendable {
  /// The protocol's own limit of addresses in one file.
  static let limit = 50_000

  struct Address: Sendable {
    let address: String
    let modified: CalendarDate?
  }

  private let count: Int
  private let addresses: @Sendable () -> [Address]
  private let lateAddresses = Late<[Address]>()

  /// - Parameter addresses: of all pages, `count` of them; asked for once a file is made.
  init(count: Int, addresses: @escaping @Sendable () -> [Address]) {
    self.count = count
    self.addresses = addresses
  }

  /// A file of the sitemap, made when it is asked for.
  typealias File = (name: String, bytes: @Sendable () -> [UInt8])

  /// `sitemap.xml`, and where there are too many addresses for one file, the parts that it points at.
  func files(base: String) -> [File] {
    if count <= Sitemap.limit { return [("sitemap.xml", { Sitemap.urlset(lateAddresses.value(addresses)[...]) })] }
    let starts = Array(stride(from: 0, to: count, by: Sitemap.limit))
    let parts = starts.enumerated().map { number, start -> File in
      let part = start..<min(start + Sitemap.limit, count)
      return ("sitemap-\(number + 1).xml", { Sitemap.urlset(lateAddresses.value(addresses)[part]) })
    }
    let names = parts.map(\.name)
    return [("sitemap.xml", { @Sendable in Sitemap.index(names, base: base) })] + parts
  }

  private static func index(_ names: [String], base: String) -> [UInt8] {
    var index = opening("sitemapindex", capacity: 128 * (names.count + 1))
    for name in names { index.location("sitemap", base + name, nil) }
    index.append("</sitemapindex>\n")
    return Array(index.bytes)
  }

  private static func urlset(_ addresses: ArraySlice<Address>) -> [UInt8] {
    var out = opening("urlset", capacity: 160 * (addresses.count + 1))
    for address in addresses { out.location("url", address.address, address.modified) }
    out.append("</urlset>\n")
    return Array(out.bytes)
  }

  private static func opening(_ name: StaticString, capacity: Int) -> Output {
    var out = Output(capacity: capacity)
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
    out.append(name)
    out.append(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    return out
  }
}

extension Output {
  fileprivate mutating func location(_ element: StaticString, _ address: String, _ modified: CalendarDate?) {
    append("<")
    append(element)
    append("><loc>")
    appendEscaped(address)
    append("</loc>")
    if let modified {
      append("<lastmod>")
      append(modified.iso)
      append("</lastmod>")
    }
    append("</")
    append(element)
    append(">\n")
  }
}

import Diagnosing
import Glibc

/// What the search knows of one practice: the text to find it by, the codes to filter it by and the card to show it with.
///
/// ```swift
/// SearchDocument(
///   slug: "poissaolomalli", language: .fi, title: "Poissaoloihin puuttumisen malli",
///   summary: "Yhteinen malli, jossa …", keywords: ["poissaolot"], body: ["Malli etenee portaittain."],
///   facets: [SearchFacet("region", ["kunta-418"]), SearchFacet("stage", ["valmis"])])
/// ```
public struct SearchDocument: Sendable {
  /// The address of the practice, unique in the catalogue.
  public var slug: String
  public var language: Language
  public var title: String
  public var summary: String
  public var keywords: [String]
  /// Gives the text of the sections and blocks, a paragraph a piece; asked for only when it has to be read.
  public var body: @Sendable () -> [SearchText]
  /// Changes whenever the language or any text changes; 0 when the caller has none, and then the text is hashed.
  public var fingerprint: UInt64
  /// The codes that filters choose by, the practice's own.
  public var facets: [SearchFacet]
  /// What lists of practices are sorted by.
  public var orders: [SearchOrder]
  /// Further values of the result's card, in the order they are written; every document has the same, and no comma is in a list.
  public var stored: [SearchField]

  public init(
    slug: String, language: Language, title: String, summary: String = "", keywords: [String] = [],
    body: @escaping @autoclosure @Sendable () -> [SearchText] = [], fingerprint: UInt64 = 0,
    facets: [SearchFacet] = [], orders: [SearchOrder] = [], stored: [SearchField] = []
  ) {
    self.slug = slug
    self.language = language
    self.title = title
    self.summary = summary
    self.keywords = keywords
    self.body = body
    self.fingerprint = fingerprint
    self.facets = facets
    self.orders = orders
    self.stored = stored
  }
}

/// A piece of plain text that no phrase goes beyond; neighbouring lines share one array.
///
/// ```swift
/// let lines = SearchText.lines(of: Array("Malli etenee portaittain.\nSe alkaa varhain.".utf8))
/// lines == ["Malli etenee portaittain.", "Se alkaa varhain."]
/// ```
public struct SearchText: Sendable, Hashable, ExpressibleByStringLiteral {
  let bytes: ArraySlice<UInt8>

  /// - Parameter bytes: UTF-8.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  public init(_ text: String) {
    bytes = Array(text.utf8)[...]
  }

  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// Every line that is not empty.
  ///
  /// - Parameter text: UTF-8.
  public static func lines(of text: [UInt8]) -> [SearchText] {
    var lines: [SearchText] = []
    text.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      var place = 0
      while place < bytes.count {
        let end = memchr(start + place, 0x0A, bytes.count - place).map { start.distance(to: $0) } ?? bytes.count
        if end > place { lines.append(SearchText(text[place..<end])) }
        place = end + 1
      }
    }
    return lines
  }
}

/// The codes of one facet that a practice is found under.
public struct SearchFacet: Sendable, Hashable {
  /// The name of the filter: `region`, `funder`, `stage`.
  public var name: String
  public var codes: [String]

  public init(_ name: String, _ codes: [String]) {
    self.name = name
    self.codes = codes
  }
}

/// A practice's place in one order of all practices.
public struct SearchOrder: Sendable, Hashable {
  /// The name of the order: `modified`, `name`.
  public var name: String
  /// Sorts as the practice does, by its bytes: a date as `2024-12-18`, a number with leading zeros.
  public var key: String

  public init(_ name: String, _ key: String) {
    self.name = name
    self.key = key
  }
}

/// A value of a result's card that is shown and not searched.
public struct SearchField: Sendable, Hashable {
  public var name: String
  public var value: Value

  public enum Value: Sendable, Hashable {
    case text(String)
    case list([String])
  }

  public init(_ name: String, _ text: String) {
    self.name = name
    self.value = .text(text)
  }

  public init(_ name: String, _ list: [String]) {
    self.name = name
    self.value = .list(list)
  }
}

/// What an attribute's value is to a browser.
enum AttributeKind: Sendable, Hashable {
  /// Text and nothing more.
  case plain
  /// An address that a reader may follow.
  case link
  /// An address that is fetched while the page loads, or that other addresses are relative to.
  case resource
  /// Several addresses with widths, divided by commas: `srcset`.
  case resourceList
  /// A paint or filter, which may be an address too: only a number is safe.
  case paint
  /// Code, style sheets, or what decides the meaning of the element: nothing may be filled in.
  case closed

  /// - Parameters:
  ///   - attribute: its name in lower case.
  ///   - element: its element's name in lower case.
  ///   - qualifier: the value of the attribute that decides what the element is, if that came before.
  init(_ attribute: String, of element: String, qualifier: String?) {
    if attribute.hasPrefix("on") || AttributeKind.closedAttributes.contains(attribute) {
      self = .closed
    } else if AttributeKind.qualifying[element] == attribute {
      self = .closed
    } else if attribute == "content", element == "meta" {
      self = qualifier == "refresh" ? .closed : .plain
    } else if AttributeKind.animations.contains(element), AttributeKind.animated.contains(attribute) {
      self = .closed
    } else if attribute == "srcset" || attribute == "imagesrcset" {
      self = .resourceList
    } else if attribute == "href" || attribute == "xlink:href" {
      self = AttributeKind.href(element, qualifier)
    } else if AttributeKind.links.contains(attribute) {
      self = .link
    } else if AttributeKind.resources.contains(attribute) {
      self = .resource
    } else if AttributeKind.paints.contains(attribute) {
      self = .paint
    } else {
      self = .plain
    }
  }

  /// The attribute of an element that decides what its other attributes or its content mean.
  static let qualifying = ["link": "rel", "meta": "http-equiv", "script": "type"]

  private static func href(_ element: String, _ rel: String?) -> AttributeKind {
    if element == "a" || element == "area" { return .link }
    guard element == "link", let rel else { return .resource }
    let words = rel.split(separator: " ")
    return !words.isEmpty && words.allSatisfy { followed.contains(String($0)) } ? .link : .resource
  }

  /// Relations of a `link` that a browser does not fetch by itself.
  private static let followed: Set = [
    "alternate", "author", "canonical", "enclosure", "help", "license", "next", "prev", "search", "self", "up", "via",
    "related",
  ]

  private static let closedAttributes: Set = ["style", "srcdoc", "http-equiv"]
  private static let links: Set = ["action", "cite", "formaction", "longdesc", "ping"]
  private static let resources: Set = [
    "archive", "background", "classid", "code", "codebase", "data", "dynsrc", "icon", "lowsrc", "manifest",
    "poster", "profile", "src", "usemap",
  ]
  private static let paints: Set = [
    "clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start", "mask",
    "stroke",
  ]
  private static let animations: Set = ["animate", "animatemotion", "animatetransform", "set"]
  private static let animated: Set = ["attributename", "by", "from", "to", "values"]

  var isURL: Bool { self == .link || self == .resource || self == .resourceList }
}

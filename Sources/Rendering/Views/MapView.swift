import Templating

/// The map of counties, shaded by how many practices each has.
struct MapView: TemplateView {
  var viewBox: String
  var areas: [MapAreaView]
  var inset: MapInsetView
  var legend: [LegendView]

  static let fields: [Field<Self>] = [
    .text("viewBox") { $0.viewBox },
    .list("areas") { $0.areas },
    .record("inset") { $0.inset },
    .list("legend") { $0.legend },
  ]
}

/// The crowded corner of the map, drawn larger beside it.
struct MapInsetView: TemplateView {
  var x: Int
  var y: Int
  var width: Int
  var height: Int
  var viewBox: String
  var areas: [MapAreaView]

  static let fields: [Field<Self>] = [
    .number("x") { $0.x },
    .number("y") { $0.y },
    .number("width") { $0.width },
    .number("height") { $0.height },
    .text("viewBox") { $0.viewBox },
    .list("areas") { $0.areas },
  ]
}

/// One county on the map.
struct MapAreaView: TemplateView {
  var name: String
  /// An SVG path.
  var outline: String
  /// Where the figure stands, in the map's units.
  var x: Int
  var y: Int
  var count: Int
  /// Shade, 0 (none) to 4 (most).
  var tone: Int
  /// The county's page; none when it has no practices.
  var url: SafeURL?
  /// Whether the figure fits inside the outline.
  var showsCount: Bool
  /// An SVG path from the county to a figure that stands beside it; empty for one inside.
  var pointer = ""
  /// Whether the figure has so many digits that it is written smaller.
  var isLong: Bool { count >= 1000 }

  static let fields: [Field<Self>] = [
    .text("name") { $0.name },
    .text("outline") { $0.outline },
    .number("x") { $0.x },
    .number("y") { $0.y },
    .number("count") { $0.count },
    .number("tone") { $0.tone },
    .optionalURL("url") { $0.url },
    .flag("showsCount") { $0.showsCount },
    .text("pointer") { $0.pointer },
    .flag("isLong") { $0.isLong },
  ]
}

/// What a shade stands for: `0`, `1`, `2–3`.
struct LegendView: TemplateView {
  var tone: Int
  var text: String

  static let fields: [Field<Self>] = [
    .number("tone") { $0.tone },
    .text("text") { $0.text },
  ]
}

/// A small map with one or more counties marked, drawn from the theme's `map.svg`.
struct PlaceMapView: TemplateView {
  /// Names of what is marked, divided by commas.
  var names: String
  /// Codes of the counties marked (`hva-05`); for the whole country `suomi`.
  var marks: [String]

  static let fields: [Field<Self>] = [
    .text("names") { $0.names },
    .texts("marks") { $0.marks },
  ]
}

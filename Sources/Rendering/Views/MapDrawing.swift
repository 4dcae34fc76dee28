import Templating

/// What is known of one county when the map is drawn.
struct AreaCount: Sendable {
  var name: String
  var count: Int
  var url: SafeURL?
}

extension MapView {
  /// The map with a figure and a shade for each county.
  ///
  /// - Parameters:
  ///   - counts: by code (`hva-05`); a county that is missing is drawn without a name's link, as none.
  ///   - range: how the legend writes from one number to another: `2–3`.
  init(
    _ outlines: MapOutlines, counts: [String: AreaCount],
    range: (ClosedRange<Int>) -> String = MapView.range
  ) {
    let scale = ToneScale(of: counts.values.map(\.count))
    let enlarged = Set(outlines.inset.areas.map(\.code))
    func area(_ area: MapOutlines.Area, showsCount: Bool) -> MapAreaView {
      let known = counts[area.code]
      let count = known?.count ?? 0
      return MapAreaView(
        name: known?.name ?? "", outline: area.outline, x: area.label[0], y: area.label[1], count: count,
        tone: scale.tone(of: count), url: count > 0 ? known?.url : nil, showsCount: count > 0 && showsCount,
        pointer: area.pointer ?? "")
    }
    self.init(
      viewBox: MapView.text(outlines.view),
      areas: outlines.areas.map { area($0, showsCount: !enlarged.contains($0.code)) },
      inset: MapInsetView(
        x: outlines.inset.place[0], y: outlines.inset.place[1], width: outlines.inset.place[2],
        height: outlines.inset.place[3], viewBox: MapView.text(outlines.inset.view),
        areas: outlines.inset.areas.map { area($0, showsCount: true) }),
      legend: [LegendView(tone: 0, text: "0")]
        + scale.steps.enumerated().map { LegendView(tone: $0 + 1, text: range($1)) })
  }

  private static func text(_ box: [Int]) -> String {
    box.map(String.init).joined(separator: " ")
  }

  /// `4` or `2–3`.
  static func range(_ numbers: ClosedRange<Int>) -> String {
    numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
  }
}

/// Finds the description on a page: by its labels, their order, and how elements hold each other.
struct DescriptionFinder {
  private let page: Page
  private let marks: LabelMarks
  private let regions: [Region]

  private struct Region {
    let mark: LabelMarks.Mark
    let lines: Range<Int>
    /// The smallest element that holds a label together with its value.
    let wrapper: Int
  }

  init(_ page: Page, _ marks: LabelMarks) {
    self.page = page
    self.marks = marks
    let places = marks.marks.map(\.line)
    regions = places.indices.map { DescriptionFinder.region($0, places, page, marks) }
  }

  /// A label's value stands within the smallest element that holds both and no other label; else from the
  /// label to the next one, within the element around them.
  private static func region(_ number: Int, _ places: [Int], _ page: Page, _ marks: LabelMarks) -> Region {
    let place = places[number]
    let before = number == 0 ? -1 : places[number - 1]
    let next = number + 1 < places.count ? places[number + 1] : page.lines.count
    func lines(in element: Int) -> Range<Int> {
      place + 1..<max(place + 1, min(next, page.elements[element].lines.upperBound))
    }
    func holdsOthers(_ element: Int) -> Bool {
      let range = page.elements[element].lines
      return before >= range.lowerBound || next < range.upperBound
    }
    var element = page.lines[place].element
    while element != 0, !holdsOthers(element), !marks.holdsContent(lines(in: element)) {
      element = page.elements[element].parent
    }
    return Region(mark: marks.marks[number], lines: lines(in: element), wrapper: element)
  }

  private func isFilled(_ region: Region) -> Bool {
    marks.holdsContent(region.lines) || region.lines.contains { page.lines[$0].kind == .image && !marks.isChrome[$0] }
  }

  // MARK: Which of the labels are the description's

  func description() -> Description {
    var description = Description()
    description.heading = page.lines.first { $0.isPageTitle && !$0.text.isEmpty }
    let model = mainModel
    guard let title = model.first else { return description }
    let whole = container(of: model)
    let path = Set(page.ancestors(of: whole))
    var isTaken = regions.map { _ in false }
    var known: Set<PlatformLabels.Label> = []
    for isInside in [true, false] {
      for (number, region) in regions.enumerated() where isFilled(region) && !isTaken[number] {
        let label = region.mark.label
        guard label != .group, !known.contains(label) else { continue }
        let stands = model.contains(number) && page.isLine(region.mark.line, in: whole)
        guard isInside ? stands : isBoxOfFields(region.mark.line, under: path) else { continue }
        known.insert(label)
        isTaken[number] = true
      }
    }
    description.parts = regions.indices.filter { isTaken[$0] }.map { number in
      let region = regions[number]
      return Description.Part(label: region.mark.label, mark: region.mark.line, lines: content(region.lines))
    }
    description.strays = strays(in: whole, from: title, isTaken)
    PageFooter.remove(from: &description)
    return description
  }

  private func content(_ lines: Range<Int>) -> [PageLine] {
    lines.filter { !marks.isLabel[$0] && !marks.isChrome[$0] }.map { page.lines[$0] }
  }

  /// The labels of the page's own model, from its name to that of another: a page may name others beside it,
  /// but says more of its own.
  private var mainModel: Range<Int> {
    let titles = regions.indices.filter { regions[$0].mark.label == .field(.title) && isFilled(regions[$0]) }
    func name(_ number: Int) -> String? { content(regions[number].lines).first { $0.hasWords }?.text }
    var best = 0..<regions.count
    var most = 0
    for (order, start) in titles.enumerated() {
      let own = name(start)
      let end = titles[(order + 1)...].prefix(8).first { name($0) != own } ?? regions.count
      let count = Set(regions[start..<end].filter(isFilled).map(\.mark.label)).count
      if count > most {
        most = count
        best = start..<end
      }
      // What follows under the same name is the same model.
      if end == regions.count || order > 100 { break }
    }
    return best
  }

  /// The smallest element that holds the name, the summary and the sections: what lies outside it is not of
  /// the description.
  private func container(of model: Range<Int>) -> Int {
    var known: Set<PlatformLabels.Label> = []
    var path = page.ancestors(of: page.lines[regions[model.lowerBound].mark.line].element)
    let filled = regions[model].filter(isFilled)
    let cores = filled.filter { $0.mark.label.isCore }
    for region in cores.count > 1 ? cores : filled {
      guard known.insert(region.mark.label).inserted else { continue }
      let others = Set(page.ancestors(of: region.wrapper))
      path = Array(path.drop { !others.contains($0) })
    }
    return path.first ?? 0
  }

  /// Whether a label outside the description belongs to it all the same: when the part of the page that it
  /// stands in begins with a label. A card of another model begins with that model's name.
  private func isBoxOfFields(_ line: Int, under path: Set<Int>) -> Bool {
    var element = page.lines[line].element
    while !path.contains(element) {
      let parent = page.elements[element].parent
      if path.contains(parent) {
        let lines = page.elements[element].lines
        let first = lines.first { page.lines[$0].hasWords && !marks.isChrome[$0] }
        let holdsCore = regions.contains { $0.mark.label.isCore && lines.contains($0.mark.line) }
        return first.map { marks.isLabel[$0] && !holdsCore } ?? false
      }
      element = parent
    }
    return false
  }

  // MARK: What stands under no label

  private func strays(in whole: Int, from title: Int, _ isTaken: [Bool]) -> [(PlatformLabels.Label?, PageLine)] {
    var isPlaced = [Bool](repeating: false, count: page.lines.count)
    var label = [PlatformLabels.Label?](repeating: nil, count: page.lines.count)
    var words: Set<String> = []
    for (number, region) in regions.enumerated() {
      for line in region.lines {
        if isTaken[number] {
          isPlaced[line] = true
          words.insert(page.lines[line].text)
        } else {
          label[line] = region.mark.label
        }
      }
    }
    let taken = regions.indices.filter { isTaken[$0] }.map { regions[$0] }
    let end = taken.map(\.lines.upperBound).max() ?? 0
    let shapes = Set(taken.map { page.elements[$0.wrapper].shape }).subtracting(["", "div.", "section.", "dl."])
    let start = regions[title].mark.line
    return withoutNavigation(
      page.elements[whole].lines.filter { line in
        guard line > start, marks.isContent(line), !isPlaced[line], !marks.isName(line),
          !words.contains(page.lines[line].text)
        else { return false }
        // After the last value the page goes on with its own matters, unless in the form of a field.
        return line < end
          || page.ancestors(of: page.lines[line].element).contains { shapes.contains(page.elements[$0].shape) }
      }
    ).map { (label[$0] == .group ? nil : label[$0], page.lines[$0]) }
  }

  /// Lines next to each other that are mostly links lead elsewhere and say nothing.
  private func withoutNavigation(_ lines: [Int]) -> [Int] {
    var kept: [Int] = []
    var group: [Int] = []
    func close() {
      let links = group.count { isLink(page.lines[$0].text) }
      if links * 2 <= group.count, links < group.count { kept += group }
      group = []
    }
    for line in lines {
      if let last = group.last, (last + 1..<line).contains(where: { page.lines[$0].hasWords }) { close() }
      group.append(line)
    }
    close()
    return kept
  }

  private func isLink(_ text: String) -> Bool {
    let pieces = InlineNotation.pieces(of: text)
    if case .link = pieces.first, pieces.count == 1 { return true }
    return false
  }
}

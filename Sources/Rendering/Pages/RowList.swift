import Cataloguing
import Templating

/// Every practice as a row of markup in one language, made once for the many long lists that it stands in.
struct RowList: Sendable {
  private let bytes: [UInt8]
  /// By the practice's index: where its row ends.
  private let ends: [Int]

  init(_ site: LocalSite) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    let practices = site.model.catalogue.practices
    ends.reserveCapacity(practices.count)
    for index in practices.indices {
      site.templates.row.render(site.row(index), into: &bytes)
      ends.append(bytes.count)
    }
    self.bytes = bytes
    self.ends = ends
  }

  func html(_ practices: ArraySlice<Int>) -> SafeHTML {
    var html: [UInt8] = []
    for practice in practices { html += bytes[(practice == 0 ? 0 : ends[practice - 1])..<ends[practice]] }
    // Each row is what a template made.
    return SafeHTML(trusting: html)
  }
}

extension LocalSite {
  /// The rows of some practices; nil where there are none.
  func rows(_ practices: ArraySlice<Int>) -> SafeHTML? {
    practices.isEmpty ? nil : rowList.value { RowList(self) }.html(practices)
  }

  fileprivate func row(_ index: Int) -> RowLinkView {
    let practice = model.catalogue.practices[index]
    return RowLinkView(
      slug: practice.slug, url: model.practiceURLs[index], title: practice.title,
      stage: names([practice.stage], .stages), modified: date(practice.modified), foreign: foreign(practice))
  }
}

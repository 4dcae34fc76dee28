import Diagnosing
import Rendering
import Testing

@testable import Previewing

@Suite("The preview's memory")
struct PreviewSiteTests {
  private func build(_ text: String?, failure: Localized? = nil) -> PreviewBuild {
    let pages = text.map { text in [Page(path: "index.html") { Array(text.utf8) }] }
    return PreviewBuild(pages: pages, findings: [], failure: failure) { _ in nil }
  }

  private func text(_ page: (bytes: [UInt8]?, version: Int)) -> String? {
    page.bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("keeps the last good pages while the content has errors")
  func lastGood() async {
    let site = PreviewSite()
    await site.update(build("eka"))
    let good = await site.page("index.html")
    await site.update(build(nil))
    let kept = await site.page("index.html")
    #expect(text(good) == "eka" && text(kept) == "eka")
    #expect(kept.version == good.version + 1)
    await site.update(build("toka"))
    #expect(await text(site.page("index.html")) == "toka")
    #expect(await text(site.page("muu.html")) == nil)
  }

  @Test("answers a page of former days, which names the theme's former folder, with the theme's files of today")
  func formerAssets() async {
    let site = PreviewSite()
    for (folder, style) in [("1f00", "punainen"), ("2a00", "sininen")] {
      let pages = ["style.css", "fonts/a.woff2"].map { name in
        Page(path: "assets/\(folder)/\(name)") { Array("\(name): \(style)".utf8) }
      }
      await site.update(PreviewBuild(pages: pages, findings: []) { _ in nil })
    }
    #expect(await text(site.page("assets/1f00/style.css")) == "style.css: sininen")
    #expect(await text(site.page("assets/1f00/fonts/a.woff2")) == "fonts/a.woff2: sininen")
    #expect(await text(site.page("assets/2a00/style.css")) == "style.css: sininen")
    #expect(await text(site.page("assets/1f00/gone.css")) == nil)
    #expect(await text(site.page("assets/style.css")) == nil)
    #expect(await text(site.page("mallit/1f00/style.css")) == nil)
  }

  @Test("lets who asks before the first look wait for it")
  func early() async {
    let site = PreviewSite()
    async let page = site.page("index.html")
    try? await Task.sleep(for: .milliseconds(50))
    await site.update(build("eka"))
    #expect(await text(page) == "eka")
  }

  @Test(
    "wakes who waits when there is news, and answers at once who has seen another version",
    .timeLimit(.minutes(10)))
  func waiting() async {
    let site = PreviewSite()
    await site.update(build("eka"))
    let version = await site.state.version
    async let woken: Void = site.wait(after: version, seconds: 100_000)
    try? await Task.sleep(for: .milliseconds(50))
    await site.update(build("toka"))
    await woken
    await site.wait(after: version, seconds: 100_000)
    // A page that another server left open may have seen a later version than this server's first.
    await site.wait(after: version + 100, seconds: 100_000)
  }

  @Test("lets nobody wait for longer than asked")
  func patience() async {
    let site = PreviewSite()
    await site.wait(after: await site.state.version, seconds: 0.05)
  }

  @Test("tells why the content cannot be read")
  func failure() async {
    let site = PreviewSite()
    await site.update(build(nil, failure: Localized(fi: "Levy on rikki", sv: "Disken är trasig", en: "Broken disk")))
    let news = String(decoding: PreviewNews.bytes(await site.state, language: .sv), as: UTF8.self)
    #expect(news.contains("Disken är trasig"))
  }

  @Test("puts the script last in a page's body, with the page's version")
  func script() {
    let page = PreviewScript.added(to: Array("<body><p>&lt;/body></p></body></html>".utf8), version: 7)
    let script = #"<script type="module" src="/_mallisto/preview.js?version=7"></script>"#
    #expect(String(decoding: page, as: UTF8.self) == "<body><p>&lt;/body></p>\(script)\n</body></html>")
  }
}

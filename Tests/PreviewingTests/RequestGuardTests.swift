import Testing

@testable import Previewing

@Suite("The preview's guard")
struct RequestGuardTests {
  let requests = RequestGuard(port: 8000, base: "/")

  private func verdict(
    _ target: String, method: String = "GET", host: String? = "127.0.0.1:8000", origin: String? = nil
  )
    -> RequestGuard.Verdict
  {
    requests.verdict(method: method, host: host, origin: origin, target: target)
  }

  @Test("finds the page of a folder")
  func page() {
    #expect(verdict("/") == .page("index.html"))
    #expect(verdict("/mallit/") == .page("mallit/index.html"))
    #expect(verdict("/mallit/?q=poissaolo") == .page("mallit/index.html"))
    #expect(verdict("/assets/site.js") == .page("assets/site.js"))
    #expect(verdict("/mallit") == .redirect("/mallit/"))
    #expect(verdict("/mallit?q=a") == .redirect("/mallit/?q=a"))
  }

  @Test("answers only this machine", arguments: ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"])
  func ownHost(host: String) {
    #expect(verdict("/", host: host) == .page("index.html"))
  }

  @Test(
    "refuses other hosts, so that no name on the web can be pointed here",
    arguments: [
      nil, "", "127.0.0.1", "127.0.0.1:80", "mallisto.example:8000", "127.0.0.1.evil.example:8000", "0.0.0.0:8000",
    ])
  func foreignHost(host: String?) {
    #expect(verdict("/", host: host) == .foreign)
  }

  @Test("refuses requests that another site's page sends")
  func foreignOrigin() {
    #expect(verdict("/", origin: "https://evil.example") == .foreign)
    #expect(verdict("/", origin: "null") == .foreign)
    #expect(verdict("/", origin: "http://127.0.0.1:8000") == .page("index.html"))
  }

  @Test("answers only GET and HEAD", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get", ""])
  func methods(method: String) {
    #expect(verdict("/", method: method) == .notAllowed)
  }

  @Test(
    "refuses every path that is not a plain one",
    arguments: [
      "/../etc/passwd", "/a/../../etc/passwd", "/%2e%2e/etc/passwd", "/%2E%2E%2Fetc/passwd", "/..%2fetc", "/a/./b.html",
      "//etc/passwd", "/a//b.html", "/a\\..\\b.html", "/a%5C..%5Cb.html", "/a%00.html", "/%", "/%4", "/%zz", "/%ff",
      "etc",
      "", "/a%0d%0aX: y",
    ])
  func paths(target: String) {
    #expect(verdict(target) == .notFound)
  }

  @Test("decodes a path once")
  func decoding() {
    #expect(verdict("/%C3%A4.html") == .page("ä.html"))
    #expect(verdict("/%252e%252e/a.html") == .page("%2e%2e/a.html"))
  }
}

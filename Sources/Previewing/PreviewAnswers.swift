import Diagnosing
import FlyingFox
import Foundation

/// Answers the requests of browsers.
struct PreviewAnswers: Sendable {
  let site: PreviewSite
  let language: Language
  let requests: RequestGuard

  func answer(_ request: HTTPRequest) async -> HTTPResponse {
    let verdict = requests.verdict(
      method: request.method.rawValue, host: request.headers[.host], origin: request.headers[HTTPHeader("Origin")],
      target: request.target.rawValue)
    var response = await response(to: verdict)
    if request.method == .HEAD { response = HTTPResponse(statusCode: response.statusCode, headers: response.headers) }
    return response
  }

  private func response(to verdict: RequestGuard.Verdict) async -> HTTPResponse {
    switch verdict {
    case .foreign:
      return PreviewAnswers.text(HTTPStatusCode(403, phrase: "Forbidden"), "Only this machine is answered.\n")
    case .notAllowed:
      return PreviewAnswers.text(
        .methodNotAllowed, "Only GET and HEAD are answered.\n", [HTTPHeader("Allow"): "GET, HEAD"])
    case .redirect(let target): return PreviewAnswers.text(.found, "", [.location: target])
    case .script: return PreviewAnswers.file(PreviewScript.source, named: "preview.js")
    case .wait(let seen):
      // Shorter than the server lets an answer take.
      await site.wait(after: seen, seconds: 10)
      return PreviewAnswers.file(PreviewNews.bytes(await site.state, language: language), named: "news.json")
    case .page(let name):
      let (bytes, version) = await site.page(name)
      if let bytes { return PreviewAnswers.file(bytes, named: name, version: version) }
      return await notFound()
    case .notFound: return await notFound()
    }
  }

  private func notFound() async -> HTTPResponse {
    let (page, version) = await site.page("404.html")
    // Before the first good build there is no page at all: an empty one still shows the errors.
    let bytes = page ?? Array("<!doctype html><title>Mallisto</title><body></body>".utf8)
    return PreviewAnswers.file(bytes, named: "404.html", version: version, status: .notFound)
  }

  private static func file(_ bytes: [UInt8], named name: String, version: Int = 0, status: HTTPStatusCode = .ok)
    -> HTTPResponse
  {
    let type = MediaType.of(name)
    let body = type.hasPrefix("text/html") ? PreviewScript.added(to: bytes, version: version) : bytes
    return HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type, HTTPHeader("Cache-Control"): "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      ], body: Data(body))
  }

  private static func text(_ status: HTTPStatusCode, _ text: String, _ headers: [HTTPHeader: String] = [:])
    -> HTTPResponse
  {
    var all = HTTPHeaders(headers)
    all[.contentType] = "text/plain; charset=utf-8"
    return HTTPResponse(statusCode: status, headers: all, body: Data(text.utf8))
  }
}

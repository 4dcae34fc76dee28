import Diagnosing
import FlyingFox
import FlyingSocks
import Foundation
import Glibc

/// Shows a site in the browser while it is being written.
///
/// It listens on 127.0.0.1 only, answers GET and HEAD, keeps everything in memory, and goes on whatever
/// is wrong with the content.
public struct PreviewServer: Sendable {
  /// The port that was free; the one asked for or one of the next.
  public let port: UInt16
  private let site = PreviewSite()
  private let language: Language
  private let requests: RequestGuard

  /// - Parameters:
  ///   - port: the first port to try.
  ///   - base: the path under which the site stands, `/` for the root.
  public init(port: UInt16, base: String, language: Language) throws(EnvironmentFailure) {
    guard let free = (0..<50).lazy.map({ port &+ UInt16($0) }).first(where: PreviewServer.isFree) else {
      throw EnvironmentFailure(
        Localized(
          fi: "Portti \(port) ja sitä seuraavat ovat käytössä", sv: "Porten \(port) och de följande är upptagna",
          en: "Port \(port) and those after it are in use"))
    }
    self.port = free
    self.language = language
    requests = RequestGuard(port: free, base: base)
  }

  public var address: String { "http://127.0.0.1:\(port)\(requests.base)" }

  /// Takes in a new look at the content, and tells the browsers.
  public func update(_ build: PreviewBuild) async { await site.update(build) }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter onReady: called once when the server answers.
  public func run(onReady: @Sendable @escaping () -> Void) async throws {
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
    let server = HTTPServer(address: address, timeout: 15, logger: .disabled, handler: ClosureHTTPHandler(answer))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        onReady()
      }
      try await group.next()
      try await group.next()
    }
  }

  // MARK: Answers

  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
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
      return PreviewServer.text(HTTPStatusCode(403, phrase: "Forbidden"), "Only this machine is answered.\n")
    case .notAllowed:
      return PreviewServer.text(
        .methodNotAllowed, "Only GET and HEAD are answered.\n", [HTTPHeader("Allow"): "GET, HEAD"])
    case .redirect(let target): return PreviewServer.text(.found, "", [.location: target])
    case .script: return PreviewServer.file(PreviewScript.source, named: "preview.js")
    case .wait(let seen):
      await site.wait(after: seen, seconds: 20)
      let (version, findings) = await site.state()
      let news = PreviewNews.bytes(version: version, findings: findings, language: language)
      return PreviewServer.file(news, named: "news.json")
    case .page(let name):
      if let bytes = await site.bytes(of: name) { return PreviewServer.file(bytes, named: name) }
      return await notFound()
    case .notFound: return await notFound()
    }
  }

  private func notFound() async -> HTTPResponse {
    // Before the first good build there is no page at all: an empty one still shows the errors.
    let page = await site.bytes(of: "404.html") ?? Array("<!doctype html><title>Mallisto</title><body></body>".utf8)
    return PreviewServer.file(page, named: "404.html", status: .notFound)
  }

  private static func file(_ bytes: [UInt8], named name: String, status: HTTPStatusCode = .ok) -> HTTPResponse {
    let type = MediaType.of(name)
    let body = type.hasPrefix("text/html") ? PreviewScript.added(to: bytes) : bytes
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

  /// Whether nothing listens on a port of 127.0.0.1.
  private static func isFree(_ port: UInt16) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    guard var address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: port) else { return false }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}

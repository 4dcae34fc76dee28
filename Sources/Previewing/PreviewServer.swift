import Diagnosing
import FlyingFox
import FlyingSocks
import Foundation
import Glibc
import Rendering

/// Shows a site in the browser while it is being written.
///
/// It listens on 127.0.0.1 only, answers GET and HEAD, keeps everything in memory, and goes on whatever
/// is wrong with the content.
public struct PreviewServer: Sendable {
  /// The port that was free; the one asked for or one of the next.
  public let port: UInt16
  private let base: String
  private let site: PreviewSite
  private let http: HTTPServer

  /// Starts to listen; who asks before the first `update` is answered after it.
  ///
  /// Whether a port is free shows only when it is taken: another preview may be started at the same moment.
  ///
  /// - Parameters:
  ///   - port: the first port to try; 0 takes any.
  ///   - base: the path under which the site stands, `/` for the root.
  /// - Returns: the server and what keeps it going, to be awaited; cancelling it ends the server.
  public static func listening(port: UInt16, base: String, language: Language) async throws(EnvironmentFailure)
    -> (server: PreviewServer, service: Task<Void, Never>)
  {
    ServerResources.allowManyConnections()
    let last = UInt16(min(Int(port) + 49, Int(UInt16.max)))
    for candidate in port == 0 ? Array(repeating: 0, count: 50) : Array(port...last) {
      guard let server = PreviewServer(candidate, base: base, language: language) else { continue }
      let listening = Task { try await server.http.waitUntilListening(timeout: 60) }
      let running = Task {
        defer { listening.cancel() }
        try await server.http.run()
      }
      if (try? await listening.value) != nil { return (server, Task { await server.goOn(after: running) }) }
      running.cancel()
    }
    throw EnvironmentFailure(
      Localized(
        fi: "Portti \(port) ja sitä seuraavat ovat käytössä", sv: "Porten \(port) och de följande är upptagna",
        en: "Port \(port) and those after it are in use"))
  }

  /// Nil where something listens on the port already.
  private init?(_ port: UInt16, base: String, language: Language) {
    guard let free = PreviewServer.free(port), let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: free) else {
      return nil
    }
    self.port = free
    self.base = base
    site = PreviewSite()
    let answers = PreviewAnswers(site: site, language: language, requests: RequestGuard(port: free, base: base))
    http = HTTPServer(
      address: address, timeout: 15, pool: PatientPool(pool: HTTPServer.defaultPool(), patience: .seconds(20)),
      logger: .disabled, handler: ClosureHTTPHandler { await answers.answer($0) })
  }

  public var address: String { "http://127.0.0.1:\(port)\(base)" }

  /// Takes in a new look at the content, and tells the browsers.
  public func update(_ build: PreviewBuild) async { await site.update(build) }

  /// Takes in pages that nobody waits for, in the place of all others in their folder, such as `search/`.
  public func replace(_ pages: [Page], below folder: String) async { await site.replace(pages, below: folder) }

  /// Serves until the task is cancelled.
  private func goOn(after first: Task<Void, any Error>) async {
    await withTaskCancellationHandler {
      async let releasing: Void = ServerResources.releaseMemoryNowAndThen()
      _ = await first.result
      while !Task.isCancelled {
        // A connection may fail in a way that ends the listening; the preview goes on.
        try? await Task.sleep(for: .milliseconds(100))
        try? await http.run()
      }
      await releasing
    } onCancel: {
      first.cancel()
    }
  }

  /// The port, or the one given for 0, when nothing listens on it on 127.0.0.1.
  private static func free(_ port: UInt16) -> UInt16? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    guard var address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: port) else { return nil }
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        guard bind(descriptor, $0, length) == 0, getsockname(descriptor, $0, &length) == 0 else { return nil }
        return UInt16(bigEndian: address.pointee.sin_port)
      }
    }
  }
}

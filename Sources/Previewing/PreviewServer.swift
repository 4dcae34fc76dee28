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

  /// - Parameters:
  ///   - port: the first port to try; 0 takes any.
  ///   - base: the path under which the site stands, `/` for the root.
  public init(port: UInt16, base: String, language: Language) throws(EnvironmentFailure) {
    let last = UInt16(min(Int(port) + 49, Int(UInt16.max)))
    guard let free = (port...last).lazy.compactMap(PreviewServer.free).first,
      let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: free)
    else {
      throw EnvironmentFailure(
        Localized(
          fi: "Portti \(port) ja sitä seuraavat ovat käytössä", sv: "Porten \(port) och de följande är upptagna",
          en: "Port \(port) and those after it are in use"))
    }
    self.port = free
    self.base = base
    site = PreviewSite()
    let answers = PreviewAnswers(site: site, language: language, requests: RequestGuard(port: free, base: base))
    http = HTTPServer(
      address: address, timeout: 15, logger: .disabled, handler: ClosureHTTPHandler { await answers.answer($0) })
  }

  public var address: String { "http://127.0.0.1:\(port)\(base)" }

  /// Takes in a new look at the content, and tells the browsers.
  public func update(_ build: PreviewBuild) async { await site.update(build) }

  /// Takes in pages that nobody waits for, in the place of all others in their folder, such as `search/`.
  public func replace(_ pages: [Page], below folder: String) async { await site.replace(pages, below: folder) }

  /// Serves until the task is cancelled; who asks before the first `update` is answered after it.
  public func run() async throws(EnvironmentFailure) {
    ServerResources.allowManyConnections()
    async let releasing: Void = ServerResources.releaseMemoryNowAndThen()
    var hasListened = false
    while !Task.isCancelled {
      async let listening: Void? = try? http.waitUntilListening()
      do { try await http.run() } catch  where !Task.isCancelled {
        // A connection may fail in a way that ends the listening; the preview goes on.
        if await listening != nil { hasListened = true }
        if !hasListened { throw PreviewServer.failure(port, "\(error)") }
        try? await Task.sleep(for: .milliseconds(100))
      } catch {}
    }
    await releasing
  }

  /// Returns when the server takes requests.
  public func waitUntilListening() async throws(EnvironmentFailure) {
    do { try await http.waitUntilListening() } catch { throw PreviewServer.failure(port, "\(error)") }
  }

  private static func failure(_ port: UInt16, _ reason: String) -> EnvironmentFailure {
    EnvironmentFailure(
      Localized(
        fi: "Porttia \(port) ei voi kuunnella: \(reason)", sv: "Det går inte att lyssna på porten \(port): \(reason)",
        en: "Cannot listen on port \(port): \(reason)"))
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

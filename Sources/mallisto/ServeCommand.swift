import ArgumentParser
import Cataloguing
import Diagnosing
import Dispatch
import Glibc
import Previewing
import Reading
import Rendering

/// `mallisto serve`: shows the site in the browser while it is being written.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Shows the site in the browser and follows every change.",
    discussion: """
      Prints the address to open. Every saved change shows at once. An error is laid over the page until it is \
      mended; meanwhile the last good page stays. Drafts are shown, and marked. Ctrl-C ends.

        mallisto serve
        mallisto serve --port 9000 --language sv
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The port to listen on; when it is in use, the next one that is free.", valueName: "n"))
  var port: UInt16 = 8000

  func run() async throws {
    let interruption = Interruption()
    let folder = common.folder
    let first = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try SiteReader.read(folder) }
    let settings = first.configuration.flatMap { SiteConfigurationReader.read($0).0 }
    let language = common.messageLanguage(site: settings?.defaultLanguage)
    let (server, service) = try await Exit.onFailure(common) { () async throws(EnvironmentFailure) in
      try await PreviewServer.listening(port: port, base: "/", language: language)
    }
    guard let base = BaseAddress(server.address) else { return }
    let changes = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let watcher = try Exit.onFailure(common) { () throws(EnvironmentFailure) in
      try FolderWatcher(folder.root, folders: ["content", "themes"]) { changes.continuation.yield() }
    }
    let preview = Preview(folder: folder, base: base, language: language)
    await server.update(await preview.look())
    await server.replace(await preview.search() ?? [], below: "search/")
    Terminal.output(server.address + "\n")
    for await _ in changes.stream {
      await server.update(await preview.look())
      // The page is shown before the search has caught up with it.
      if let search = await preview.search() { await server.replace(search, below: "search/") }
    }
    service.cancel()
    withExtendedLifetime((watcher, interruption)) {}
  }
}

/// Ctrl-C, or a request to end.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// From now on either ends the program with exit code 0, whatever it is at: nothing is written and everything
  /// is in memory, so there is nothing to wait for. And a terminal that went away does not end it.
  init() {
    signal(SIGPIPE, SIG_IGN)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { @Sendable in _exit(0) }
      source.activate()
      return source
    }
  }
}

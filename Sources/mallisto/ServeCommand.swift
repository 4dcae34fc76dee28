import ArgumentParser
import Cataloguing
import Diagnosing
import Dispatch
import Glibc
import Previewing
import Publishing
import Reading
import Rendering
import Searching

/// `mallisto serve`: shows the site in the browser while it is being written.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Shows the site in the browser and follows every change.",
    discussion: "An error is laid over the page until it is mended; meanwhile the last good page stays. Ctrl-C ends.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The port to listen on; when it is in use, the next one that is free.", valueName: "n"))
  var port: UInt16 = 8000

  func run() async throws {
    let folder = common.folder
    let first = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try SiteReader.read(folder) }
    let settings = first.configuration.flatMap { SiteConfigurationReader.read($0).0 }
    let language = common.messageLanguage(site: settings?.defaultLanguage)
    let server = try Exit.onFailure(common) { () throws(EnvironmentFailure) in
      try PreviewServer(port: port, base: "/", language: language)
    }
    guard let base = BaseAddress(server.address) else { return }
    let changes = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let watcher = try Exit.onFailure(common) { () throws(EnvironmentFailure) in
      try FolderWatcher(["\(folder.root)/content", "\(folder.root)/themes"]) { changes.continuation.yield() }
    }
    let preview = Preview(folder: folder, language: language)
    if let build = await preview.look(at: base) { await server.update(build) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await server.run { Terminal.output(server.address + "\n") }
      }
      group.addTask {
        for await _ in changes.stream {
          if let build = await preview.look(at: base) { await server.update(build) }
        }
      }
      group.addTask {
        await Interruption.wait()
        // Nothing is written and everything is in memory, so there is nothing to wait for: browsers that
        // ask for news would hold the server open.
        Glibc.exit(0)
      }
      try await group.next()
      group.cancelAll()
    }
    withExtendedLifetime(watcher) {}
  }
}

/// Looks at the content again and again, and remembers between looks what the search knows of words.
private actor Preview {
  let folder: Folder
  let language: Language
  private var memory = SearchMemory()

  init(folder: Folder, language: Language) {
    self.folder = folder
    self.language = language
  }

  /// One look, its findings printed as `check` prints them; nil while the folder cannot be read.
  func look(at base: BaseAddress) -> PreviewBuild? {
    guard let source = try? SiteSource.read(folder) else { return nil }
    let prepared = PreparedSite(source)
    Report(format: .text, language: language).print(prepared.findings, filesChecked: source.filesChecked)
    let folder = folder
    let readFile: @Sendable (String) -> [UInt8]? = { path in (try? folder.read(path, limit: 1 << 28)).flatMap { $0 } }
    guard !prepared.findings.hasErrors, let site = prepared.assembly.site, let theme = prepared.theme else {
      return PreviewBuild(pages: nil, findings: prepared.findings, readFile: readFile)
    }
    let model = SiteModel(site, theme: theme, base: base)
    var pages = SitePages.all(model)
    if let search = try? model.searchPages(memory: &memory) { pages += search }
    return PreviewBuild(pages: pages, findings: prepared.findings, readFile: readFile)
  }
}

/// Waits for Ctrl-C or a request to end.
enum Interruption {
  static func wait() async {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { @Sendable in continuation.yield() }
      source.activate()
      return source
    }
    for await _ in stream { break }
    for source in sources { source.cancel() }
  }
}

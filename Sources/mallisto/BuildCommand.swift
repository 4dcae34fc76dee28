import ArgumentParser
import Cataloguing
import Diagnosing
import Publishing
import Reading
import Rendering
import Searching

/// `mallisto build`: checks everything, then publishes the whole site or nothing.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Checks the site and publishes it into public/.",
    discussion: """
      Nothing is published while the content has errors: the last good site stays.

        mallisto build
        mallisto build --output /srv/www --base-url https://example.org/catalogue/
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The folder to publish in (default: public in the site's folder).", valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp("Where the site will stand (default: address in content/site.yaml).", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Leave out the search.")
  var noSearch = false

  @Flag(help: "Neither read nor write the cache.")
  var noCache = false

  @Flag(help: "Warnings stop the build too.")
  var strict = false

  @Flag(help: "Say where the time went, step by step.")
  var timings = false

  @Option(help: ArgumentHelp("Write where the time went as JSON.", valueName: "file"))
  var timingsFile: String?

  @Option(
    help: ArgumentHelp("Write which files were added (A), replaced (M) and removed (D), one a line.", valueName: "file")
  )
  var changes: String?

  func validate() throws {
    if let baseURL, BaseAddress(baseURL) == nil {
      throw ValidationError("--base-url takes an address such as https://example.org/catalogue/")
    }
  }

  func run() throws {
    var clock = Timings()
    cache.clear()
    // A job summary on GitHub is written anew by every run.
    let isMemorable = common.format != .github
    let memo = BuildMemo(
      common.folder, cache: SiteCache(common.folder, isUsed: !noCache && isMemorable), options: asked)
    if let answer = memo.answer, publisher.isAsLeft {
      answer.report.print()
      let outcome = Publisher.Outcome(unchanged: answer.files)
      Terminal.error(BuildWords.published(outcome, in: outputFolder)[answer.language] + "\n")
      clock.mark("nothing changed", files: answer.files)
      try tell(outcome, clock)
      return
    }
    clock.mark("comparing")
    var build = try self.build(cache, looked: memo.content, &clock)
    // An editor may save a text while it is read: then the build is done again, without what the cache knows.
    for _ in 0..<3 where build == nil {
      build = try self.build(SiteCache(common.folder, isUsed: false), looked: nil, &clock)
    }
    guard let build else { throw Exit.told(BuildWords.changing, common) }
    memo.remember(build)
  }

  /// What was asked for beside the site.
  private func tell(_ outcome: Publisher.Outcome, _ clock: Timings) throws {
    if timings { Terminal.error(clock.table) }
    try Exit.onFailure(common) { () throws(EnvironmentFailure) in
      if let timingsFile { try AtomicFile.write(clock.json(command: "build"), to: timingsFile) }
      if let changes { try AtomicFile.write(PublishedChange.list(outcome.changes), to: changes) }
    }
  }

  /// What was said and how many files there are; nil when the content was changed meanwhile.
  private func build(
    _ cache: SiteCache, looked: StampedListing?, _ clock: inout Timings
  ) throws -> BuildMemo.Answer? {
    let spoken = common.messageLanguage(site: nil)
    let reading = Progress.onTerminal()
    defer { reading.finish() }
    reading.step(BuildWords.reading[spoken])
    let searchCache = noSearch ? nil : SearchCache(cache)
    // What the search remembers is looked through on a processor that has nothing else to do for now.
    let (read, known) = Parallel.both {
      Result { () throws(EnvironmentFailure) in
        try SiteBuild(common.folder, cache: cache, looked: looked, timings: &clock)
      }
    } and: {
      searchCache?.load()
    }
    let build = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try read.get() }
    keepToTheEnd(build)
    let prepared = build.prepared
    let language = common.messageLanguage(site: prepared.assembly.site?.configuration.defaultLanguage)
    let report = Report(format: common.format, language: language)
    reading.finish()
    let words = report.words(prepared.findings, filesChecked: build.source.filesChecked)
    // Once: what is found in a text that is overtaken is found, or not, in the one that is read instead.
    func tellFindings() { report.print(words, of: prepared.findings, filesChecked: build.source.filesChecked) }
    let isStopped = prepared.findings.hasErrors || (strict && !prepared.findings.isEmpty)
    guard !isStopped, let site = prepared.assembly.site, let theme = prepared.theme else {
      tellFindings()
      Terminal.error(BuildWords.stopped[language] + "\n")
      throw ExitCode(1)
    }
    let base = baseURL.flatMap { BaseAddress($0) } ?? BaseAddress(site.configuration.address)
    guard let base else { throw ExitCode(1) }
    let progress = Progress.onTerminal()
    defer { progress.finish() }
    let published = Result { () throws(EnvironmentFailure) -> Publisher.Outcome? in
      let outcome = try publisher.publish(
        ifStill: { !build.isOvertaken },
        listing: { () throws(EnvironmentFailure) in
          let model = build.model(site, theme, base: base, hasSearch: !noSearch)
          clock.mark("catalogue")
          let (search, pages) = Parallel.both {
            Result { () throws(EnvironmentFailure) -> [Page] in
              guard let searchCache, let known else { return [] }
              progress.step(BuildWords.searching[language])
              return try searchPages(model, known, searchCache, &clock)
            }
          } and: {
            SitePages.all(model)
          }
          // The search first: its list of common words is nearly always made anew, and takes long.
          let all = try search.get() + pages
          clock.mark("list of pages", files: all.count)
          progress.step(BuildWords.publishing[language])
          keepToTheEnd(all)
          return all
        })
      clock.mark("making and publishing", files: outcome?.written, bytes: outcome?.bytes)
      return outcome
    }
    progress.finish()
    if case .success(nil) = published { return nil }
    tellFindings()
    guard let outcome = try Exit.onFailure(common, { () throws(EnvironmentFailure) in try published.get() }) else {
      return nil
    }
    Terminal.error(BuildWords.published(outcome, in: outputFolder)[language] + "\n")
    try tell(outcome, clock)
    return BuildMemo.Answer(report: words, language: language, files: outcome.written + outcome.unchanged)
  }

  private func searchPages(
    _ model: SiteModel, _ known: SearchMemory, _ cache: SearchCache, _ clock: inout Timings
  ) throws(EnvironmentFailure) -> [Page] {
    var memory = known
    let files = try model.searchPages(memory: &memory)
    clock.mark("search: words and postings", files: files.count)
    cache.save(memory)
    clock.mark("search: remembering")
    return files
  }

  private var cache: SiteCache { SiteCache(common.folder, isUsed: !noCache) }

  private var publisher: Publisher { Publisher(output: outputFolder, site: common.folder, cache: cache.path) }

  /// Everything that the outcome depends on besides the files.
  private var asked: [String] {
    [
      outputFolder, baseURL ?? "", "\(noSearch)", "\(strict)", common.format.rawValue,
      common.messageLanguage(site: nil).rawValue, common.messageLanguage(site: .sv).rawValue, "\(Terminal.hasColour)",
    ]
  }

  private var outputFolder: String { output ?? common.folder.root + "/public" }
}

/// What a build says of itself.
enum BuildWords {
  static let reading = Localized(fi: "Luetaan sisältöä", sv: "Läser innehållet", en: "Reading the content")
  static let searching = Localized(fi: "Tehdään hakua", sv: "Gör sökningen", en: "Making the search")
  static let publishing = Localized(
    fi: "Tehdään ja julkaistaan sivuja", sv: "Gör och publicerar sidor", en: "Making and publishing pages")

  static let stopped = Localized(
    fi: "Sivustoa ei julkaistu. Korjaa virheet ja aja komento uudelleen; julkaistu sivusto on ennallaan.",
    sv: "Webbplatsen publicerades inte. Rätta felen och kör kommandot igen; den publicerade webbplatsen är oförändrad.",
    en: "Nothing was published. Mend the errors and run the command again; the published site is as it was.")

  static let changing = EnvironmentFailure(
    Localized(
      fi: "Sisältö muuttui joka kerta, kun sitä luettiin; julkaistu sivusto on ennallaan",
      sv: "Innehållet ändrades varje gång det lästes; den publicerade webbplatsen är oförändrad",
      en: "The content changed every time it was read; the published site is as it was"),
    advice: Localized(
      fi: "Aja komento uudelleen, kun tiedostoja ei enää tallenneta.",
      sv: "Kör kommandot igen när inga filer längre sparas.",
      en: "Run the command again once no more files are being saved."))

  static func published(_ outcome: Publisher.Outcome, in folder: String) -> Localized {
    let total = outcome.written + outcome.unchanged
    return Localized(
      fi:
        "Julkaistu kansioon \(folder): \(total) tiedostoa, joista \(outcome.written) kirjoitettiin ja \(outcome.removed) poistettiin.",
      sv:
        "Publicerat i \(folder): \(total) filer, av vilka \(outcome.written) skrevs och \(outcome.removed) togs bort.",
      en:
        "Published in \(folder): \(total) files, of which \(outcome.written) were written and \(outcome.removed) removed."
    )
  }
}

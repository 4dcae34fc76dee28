import Cataloguing
import Diagnosing
import Reading
import Rendering

/// A site's content and theme as they were read.
struct SiteSource {
  var content: SiteSources
  var theme: ThemeSources

  static func read(_ folder: Folder) throws(EnvironmentFailure) -> SiteSource {
    var source = try frame(folder)
    try SiteReader.readPractices(into: &source.content, from: folder) { _, _ in false }
    return source
  }

  /// Everything but the practices.
  ///
  /// - Parameter looked: `content/` where it was looked through before.
  static func frame(_ folder: Folder, looked: StampedListing? = nil) throws(EnvironmentFailure) -> SiteSource {
    let content = try SiteReader.frame(folder, looked: looked)
    // The theme's name is needed before the settings are judged; a faulty file is judged later all the same.
    let named = content.configuration.flatMap { SiteConfigurationReader.read($0).0?.theme }
    return SiteSource(content: content, theme: try ThemeReader.read(named ?? "mallisto", in: folder))
  }

  var filesChecked: Int {
    content.practices.count + content.unread.count + content.pages.count + content.vocabularies.count
      + theme.templates.count
      + theme.labels.count + (content.configuration == nil ? 0 : 1) + (content.template == nil ? 0 : 1)
  }
}

/// A site judged: its content, its theme, and everything that is wrong with either.
struct PreparedSite {
  let assembly: SiteAssembly
  let theme: Theme?
  let findings: [Diagnostic]

  /// - Parameters:
  ///   - assets: what an earlier build left of the theme.
  ///   - memory: what it left of the rules about the whole site.
  ///   - known: gives the practices that `source` did not read.
  init(
    _ source: SiteSource, showsDrafts: Bool = false, assets: AssetMemory? = nil, memory: SiteFindings? = nil,
    known: (@Sendable (String, Schema) -> JudgedEntry?)? = nil
  ) {
    let faults: [Diagnostic]
    (assembly, (theme, faults)) = Parallel.both {
      SiteAssembly(source.content, showsDrafts: showsDrafts, memory: memory, known: known)
    } and: {
      // Settings that cannot be read stop the build, whatever the theme's languages are then.
      let settings = source.content.configuration.flatMap { SiteConfigurationReader.read($0).0 }
      return Theme.compile(source.theme, languages: settings?.languages ?? Language.allCases, memory: assets)
    }
    findings = (assembly.findings + faults).sortedByPlace()
  }
}

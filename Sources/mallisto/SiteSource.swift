import Cataloguing
import Diagnosing
import Reading
import Rendering

/// A site's content and theme as they were read.
struct SiteSource {
  var content: SiteSources
  var theme: ThemeSources

  static func read(_ folder: Folder) throws(EnvironmentFailure) -> SiteSource {
    let content = try SiteReader.read(folder)
    // The theme's name is needed before the settings are judged; a faulty file is judged later all the same.
    let named = content.configuration.flatMap { SiteConfigurationReader.read($0).0?.theme }
    return SiteSource(content: content, theme: try ThemeReader.read(named ?? "mallisto", in: folder))
  }

  var filesChecked: Int {
    content.practices.count + content.pages.count + content.vocabularies.count + theme.templates.count
      + theme.labels.count + (content.configuration == nil ? 0 : 1) + (content.template == nil ? 0 : 1)
  }
}

/// A site judged: its content, its theme, and everything that is wrong with either.
struct PreparedSite {
  let assembly: SiteAssembly
  let theme: Theme?
  let findings: [Diagnostic]

  init(_ source: SiteSource, showsDrafts: Bool = false) {
    assembly = SiteAssembly(source.content, showsDrafts: showsDrafts)
    let languages = assembly.site?.configuration.languages ?? Language.allCases
    let (theme, faults) = Theme.compile(source.theme, languages: languages)
    self.theme = theme
    findings = (assembly.findings + faults).sortedByPlace()
  }
}

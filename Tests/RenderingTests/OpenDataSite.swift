import Cataloguing
import Diagnosing
import Foundation
import Reading

@testable import Rendering

/// The project's own site, with its own practices or with others in their place.
enum OpenDataSite {
  static let root = ThemeFiles.folder.deletingLastPathComponent().deletingLastPathComponent()

  static func model(_ practices: [String: String]? = nil, hasSearch: Bool = true) throws -> SiteModel {
    let folder = Folder(root.path)
    var sources = try SiteReader.read(folder)
    if let practices {
      sources.practices = practices.sorted { $0.key < $1.key }.map { slug, text in
        Entry.read(SourceFile(path: "content/practices/\(slug).md", text: text))
      }
    }
    let assembly = SiteAssembly(sources)
    let (theme, faults) = Theme.compile(try ThemeReader.read("mallisto", in: folder), languages: Language.allCases)
    guard let site = assembly.site, let theme, let base = BaseAddress("https://mallisto.example/osa/") else {
      throw OpenDataSite.Failure(findings: assembly.findings + faults)
    }
    return SiteModel(site, theme: theme, base: base, hasSearch: hasSearch)
  }

  /// A practice of the stage Idea with a title and a summary of its own.
  static func practice(title: String, summary: String = "'Lyhyt kuvaus.'", more: String = "") -> String {
    """
    ---
    nimi: \(title)
    lyhyt kuvaus: \(summary)
    toteutuspaikka: Koulut
    alue: [Lempäälä, Varsinais-Suomen hyvinvointialue, Pirkanmaa, Valtakunnallinen]
    rahoittaja: [STM, OKM]
    vaihe: Ideointi
    luotu: 3.5.2024
    muokattu: 2025-01-15
    \(more)
    ---
    ## Ratkaisun perusidea
    Teksti, jossa on **lihavaa**.
    """
  }

  static func bytes(_ path: String, in model: SiteModel) throws -> [UInt8] {
    guard let page = SitePages.all(model).first(where: { $0.path == path }), case .bytes(let render) = page.content
    else { throw OpenDataSite.Failure(findings: []) }
    return render()
  }

  static func json(_ path: String, in model: SiteModel) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes(path, in: model)), options: [.fragmentsAllowed])
  }

  struct Failure: Error {
    let findings: [Diagnostic]
  }
}

import Diagnosing
import Reading

/// No file beside an entry is one that a browser would run.
enum ActiveFile: SiteRule {
  static let rule = Rule(
    "active-file", .error,
    title: Localized(
      fi: "Liitteenä ei ole verkkosivua, ohjelmaa eikä kuvaa, joka toimii ohjelmana",
      sv: "En bilaga är ingen webbsida, inget program och ingen bild som fungerar som ett program",
      en: "An attachment is no web page, no program and no picture that works as one"),
    explanation: Localized(
      fi: "Selain ajaisi tiedoston sivuston omana ohjelmana. Tallenna sivu PDF-muotoon ja kuva PNG-muotoon, tai "
        + "poista SVG-kuvasta komentosarjat ja viittaukset muihin tiedostoihin.",
      sv: "En webbläsare skulle köra filen som webbplatsens eget program. Spara sidan som PDF och bilden som PNG, "
        + "eller ta bort skript och hänvisningar till andra filer ur SVG-bilden.",
      en:
        "A browser would run the file as a program of the site's own. Save the page as PDF and the picture as PNG, or "
        + "take scripts and references to other files out of the SVG picture."))

  static func check(_ site: MatchedSite) -> [Diagnostic] {
    site.files.filter { PublishedFolder.holds($0) && isActive($0, site) }.sorted().map { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return Diagnostic(
        rule, in: SourceFile(path: path, bytes: []), at: 0..<0,
        Localized(
          fi: "Selain voisi ajaa tiedoston ”\(name)” ohjelmana",
          sv: "En webbläsare kunde köra filen ”\(name)” som ett program",
          en: "A browser could run the file “\(name)” as a program"), notes: [rule.explanation])
    }
  }

  private static func isActive(_ path: String, _ site: MatchedSite) -> Bool {
    site.activePictures.contains(path) || endings.contains(PublishedFolder.ending(of: path))
  }

  private static let endings: Set = [
    "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "hta", "xml", "xsl", "xslt", "svgz", "js", "mjs", "cjs",
    "css",
    "wasm", "swf", "php", "cgi", "asp", "aspx", "jsp", "htaccess", "exe", "bat", "cmd", "msi", "vbs", "ps1", "jar",
  ]
}

/// Which files below `content/` are published as they are.
enum PublishedFolder {
  static func holds(_ path: String) -> Bool { path.hasPrefix("content/practices/") || path.hasPrefix("content/pages/") }

  /// What follows the last point of a file's name, in lower case.
  static func ending(of path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: 0x2E) else { return "" }
    return path[dot...].dropFirst().lowercased()
  }
}

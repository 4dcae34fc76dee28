import Diagnosing
import Reading

/// A file's name is fit to be an address.
enum FileName: SiteRule {
  static let rule = Rule(
    "file-name", .error,
    title: Localized(
      fi: "Tiedoston nimessä on vain pieniä kirjaimia a–z, numeroita ja väliviivoja",
      sv: "Ett filnamn har bara små bokstäver a–z, siffror och bindestreck",
      en: "A file's name holds only small letters a–z, digits and hyphens"),
    explanation: Localized(
      fi: "Tiedoston nimi on mallin osoite sivustolla. Kirjoita ä ja å kirjaimella a, ö kirjaimella o ja välit "
        + "väliviivoina, ja anna päätteeksi .md",
      sv:
        "Filens namn är modellens adress på webbplatsen. Skriv å och ä med a, ö med o och mellanslag med bindestreck, "
        + "och låt namnet sluta på .md",
      en: "The file's name is the model's address on the site. Write ä and å as a, ö as o and spaces as hyphens, "
        + "and let the name end in .md"))

  static func check(_ site: MatchedSite) -> [Diagnostic] {
    let names = site.entries.map { ($0, $0.slug) } + site.pages.map { ($0.matched, $0.name) }
    let unfit = names.compactMap { text, name in
      isFit(name) ? nil : diagnostic(text.file, text.entry.frontMatterRange)
    }
    let others = site.files.filter(isMisnamed).sorted().map { path in
      diagnostic(SourceFile(path: path, bytes: []), 0..<0)
    }
    return unfit + others
  }

  private static func isFit(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 == 0x2D || $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }
  }

  /// Whether a file below the folders of texts is Markdown by another ending, which is not read.
  private static func isMisnamed(_ path: String) -> Bool {
    guard path.hasPrefix("content/practices/") || path.hasPrefix("content/pages/"), !path.hasSuffix(".md"),
      let dot = path.utf8.lastIndex(of: 0x2E)
    else { return false }
    let ending = path[dot...].dropFirst().lowercased()
    return ["md", "markdown", "mdown", "mkd", "mdwn"].contains(ending) || path.lowercased().hasSuffix(".md.txt")
  }

  private static func diagnostic(_ file: SourceFile, _ frontMatter: Range<Int>) -> Diagnostic {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let start = file.contentStart
    let better = better(name)
    return Diagnostic(
      rule, in: file, at: start..<min(start + 3, max(start, frontMatter.upperBound)),
      Localized(
        fi: "Tiedoston nimi ”\(name)” ei kelpaa osoitteeksi", sv: "Filnamnet ”\(name)” duger inte som adress",
        en: "The file name “\(name)” is not fit to be an address"),
      notes: (better.map { better in
        [Localized(fi: "Sopiva nimi: \(better)", sv: "Ett lämpligt namn: \(better)", en: "A fit name: \(better)")]
      } ?? []) + [rule.explanation])
  }

  /// The same name made fit; a page keeps the language before its ending.
  private static func better(_ name: String) -> String? {
    var parts = name.split(separator: ".").map(String.init)
    if parts.count > 1 { parts.removeLast() }
    let language = parts.count > 1 ? parts.last.flatMap { Language(rawValue: $0.lowercased()) } : nil
    if language != nil { parts.removeLast() }
    if parts.count > 1, parts.last?.lowercased() == "md" { parts.removeLast() }
    let fit = Anchor.id(for: parts.joined(separator: "-"))
    if fit.isEmpty { return nil }
    return fit + (language.map { "." + $0.rawValue } ?? "") + ".md"
  }
}

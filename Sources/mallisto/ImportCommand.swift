import ArgumentParser
import Cataloguing
import Diagnosing
import Glibc
import Importing
import Reading

/// `mallisto import FILE…`: makes entries of models' pages on the national platform.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Makes entries of practice models' pages on the national platform.",
    discussion: """
      FILE is a page saved in a browser, or its text copied into a file. Each becomes a new file under \
      content/practices/, whose name is printed; nothing is overwritten. Then follows what could not be \
      placed, which the new file keeps in a comment at its end, and what check says of the new file.

        mallisto import kouluun-kiinnittyminen.html
        mallisto import sivut/*.html
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Saved pages or copied texts, one model each.", valueName: "file"))
  var files: [String]

  func run() throws {
    let inputs = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try InputFile.read(files) }
    let sources = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try SiteReader.read(common.folder) }
    let assembly = SiteAssembly(sources)
    let language = common.messageLanguage(site: assembly.site?.configuration.defaultLanguage)
    let report = Report(format: common.format, language: language)
    guard let site = assembly.site else {
      report.print(assembly.findings, filesChecked: sources.vocabularies.count + 2)
      throw ExitCode(1)
    }
    var newFiles = NewEntryFiles(in: common.folder, besides: sources)
    var written: Set<String> = []
    var findings: [Diagnostic] = []
    for input in inputs {
      let (entry, found) = ImportedEntry.read(path: input.path, bytes: input.bytes, schema: site.schema)
      findings += found
      guard let entry else { continue }
      let path = try Exit.onFailure(common) { () throws(EnvironmentFailure) in
        try newFiles.write(entry.text, slug: entry.slug)
      }
      written.insert(path)
      if common.format == .text || common.format == .github {
        Terminal.output(path + "\n")
      } else {
        // Standard output is for the findings then.
        Terminal.error(path + "\n")
      }
    }
    let checked = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try SiteReader.read(common.folder) }
    findings += SiteAssembly(checked).findings.filter { written.contains($0.file.path) }
    report.print(findings, filesChecked: inputs.count)
    if written.count < inputs.count { throw ExitCode(1) }
  }
}

/// A file that an editor names on the command line.
struct InputFile {
  let path: String
  let bytes: [UInt8]

  static func read(_ paths: [String]) throws(EnvironmentFailure) -> [InputFile] {
    var files: [InputFile] = []
    for path in paths {
      guard let whole = realpath(path, nil) else { throw missing(path) }
      defer { free(whole) }
      guard let bytes = try Folder("/").read(String(String(cString: whole).dropFirst())) else { throw notAFile(path) }
      files.append(InputFile(path: path, bytes: bytes))
    }
    return files
  }

  private static func notAFile(_ path: String) -> EnvironmentFailure {
    EnvironmentFailure(
      Localized(
        fi: "\(path) ei ole tiedosto. Anna kansiosta tiedostot: \(path)/*.html",
        sv: "\(path) är ingen fil. Ange filerna i mappen: \(path)/*.html",
        en: "\(path) is not a file. Name the files of a folder: \(path)/*.html"))
  }

  private static func missing(_ path: String) -> EnvironmentFailure {
    EnvironmentFailure(
      Localized(
        fi: "Tiedostoa \(path) ei löydy", sv: "Filen \(path) finns inte", en: "There is no file \(path)"))
  }
}

import Diagnosing

/// The files of the search, made from documents.
///
/// ```swift
/// var memory = SearchMemory()
/// let index = try SearchIndex(documents, module: "/assets/search.js", memory: &memory)
/// for file in index.files { write(file.bytes(), to: "public/search/" + file.path) }
/// ```
///
/// The same documents in any order, with any memory, give the same bytes.
public struct SearchIndex: Sendable {
  /// Every file, by path.
  public let files: [SearchFile]

  /// Reads the documents that `memory` does not know, and leaves in it what the next build can use.
  ///
  /// - Parameters:
  ///   - module: the path of the search script from the site's root, for the manifest.
  ///   - folders: where the pages of each language stand, from the site's root, for the manifest: `/mallit/`.
  ///   - widening: for a facet the codes that a document with a code is found under, the code among them.
  ///   - folded: the facets that a page shows only when they are asked for, kept in a file of their own.
  ///   - order: the facets whose order documents are numbered in (``DocumentOrder``), none of those folded away.
  /// - Throws: ``SearchFailure`` when there is Finnish text and no Finnish dictionary.
  public init(
    _ documents: [SearchDocument], module: String, folders: [Language: String] = [:],
    widening: [String: [String: [String]]] = [:], folded: Set<String> = [],
    inOrderOf order: [String] = [], memory: inout SearchMemory
  ) throws(SearchFailure) {
    let documents = DocumentOrder.sorted(documents, by: order)
    let sizes = ShardSizes(documents: documents.count)
    let patch = try memory.remember(documents)
    // The files hold what they are written from until the end, and none is written from the documents' forms.
    var base = memory.base
    base.documentForms = ByteStrings()
    let (common, others) = TermList(base, patch).parted(documents: sizes.common)
    let cards = Cards(documents)
    let best = BestCards(sizes, of: cards)
    let terms = TermFiles(common: common, others: others, limit: sizes.terms, documents: documents.count, best)
    let apart = best.files(of: others)
    let phrases = PhraseFiles(base, patch, shards: sizes.phrases, longest: sizes.places)

    var files = terms.files + apart.files + cards.files(block: sizes.cards) + phrases.files
    files += concurrently(2) { part in
      part == 0 ? [DocumentFiles.orders(documents)] : DocumentFiles.slugs(documents, block: sizes.slugs)
    }.joined()
    let facets = FacetColumn.all(of: documents, inOrderOf: order, widening: widening)
    files.append(
      SearchFile(path: "facets.json", content: FacetColumn.json(facets.filter { folded.contains($0.name) })))
    var manifest = Manifest(documents: documents.count, module: module, sizes: sizes)
    manifest.folders = folders
    manifest.prefixes = terms.prefixes
    manifest.few = apart.few
    manifest.everywhere = phrases.everywhere
    manifest.facets = FacetColumn.json(facets.filter { !folded.contains($0.name) })
    files.append(manifest.file(common: terms.common))
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

/// `manifest.json`: what a query has to know before it can ask for anything else.
private struct Manifest {
  let documents: Int
  let module: String
  let sizes: ShardSizes
  var folders: [Language: String] = [:]
  var prefixes: [String] = []
  /// See ``BestCards``.
  var few = 0
  /// See ``PhraseFiles``; how many there are, and the steps from each to the next, as ``DecisionWriter`` writes them.
  var everywhere: [UInt32] = []
  /// The facets that every page with filters shows, as JSON.
  var facets: [UInt8] = []

  init(documents: Int, module: String, sizes: ShardSizes) {
    self.documents = documents
    self.module = module
    self.sizes = sizes
  }

  /// - Parameter common: the dictionary of common words; it and the facets as files of their own would be two requests more
  ///   for every query.
  func file(common: SearchFile) -> SearchFile {
    // The packed facets come before other text, so that gzip codes them apart from it.
    var bytes = Array("{\"version\":10,\n\"facets\":".utf8) + facets
    bytes += Array(",\n\"module\":".utf8)
    bytes.append(json: module)
    for (name, number) in [
      ("documents", documents), ("cards", sizes.cards), ("slugs", sizes.slugs), ("phrases", sizes.phrases),
      ("best", sizes.best), ("few", few),
    ] {
      bytes += Array(",\n\"\(name)\":\(number)".utf8)
    }
    var writer = DecisionWriter()
    writer.write(number: everywhere.count + 1, 64)
    for (hash, before) in zip(everywhere.map(Int.init), [-1] + everywhere.map(Int.init)) {
      writer.write(number: hash - before, 0)
    }
    bytes += Array(",\n\"everywhere\":\"".utf8) + writer.finished().base64 + [UInt8(ascii: "\"")]
    bytes += Array(",\n\"folders\":{".utf8)
    for (index, language) in folders.keys.sorted(by: { $0.rawValue < $1.rawValue }).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(json: language.rawValue)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(json: folders[language] ?? "")
    }
    bytes += Array("},\n\"terms\":".utf8)
    bytes.append(json: prefixes.joined(separator: "|"))
    bytes += Array(",\n\"common\":".utf8)
    let fingerprint = hash64(common.fingerprint, seed: bytes.withUnsafeBufferPointer { hash64($0) })
    return SearchFile(path: "manifest.json", fingerprint: fingerprint) { [bytes] in
      var bytes = bytes
      bytes.append(json: String(decoding: common.bytes(), as: UTF8.self))
      return bytes + Array("}\n".utf8)
    }
  }
}

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
  ///   - fingerprint: the same only where all else is and the documents are, but for their texts: what is made of none of
  ///     these then need not be made to know that it is as it was. Nil where nobody knows one.
  /// - Throws: ``SearchFailure`` when there is Finnish text and no Finnish dictionary.
  public init(
    _ documents: [SearchDocument], module: String, folders: [Language: String] = [:],
    widening: [String: [String: [String]]] = [:], folded: Set<String> = [],
    inOrderOf order: [String] = [], fingerprint: UInt64? = nil, memory: inout SearchMemory
  ) throws(SearchFailure) {
    let documents = DocumentOrder.sorted(documents, by: order)
    let sizes = ShardSizes(documents: documents.count)
    let ((common, others, phrases), shown) = try together { () throws(SearchFailure) in
      let patch = try memory.remember(documents)
      // The files hold what they are written from until the end, and none is written from the documents' forms.
      var base = memory.base
      base.documentForms = ByteStrings()
      let (common, others) = TermList(base, patch).parted(documents: sizes.common)
      return (common, others, PhraseFiles(base, patch, shards: sizes.phrases, longest: sizes.places))
    } and: {
      ShownFiles(documents, sizes, widening, folded: folded, inOrderOf: order, fingerprint)
    }
    let best = BestCards(sizes, of: shown.cards)
    let terms = TermFiles(common: common, others: others, limit: sizes.terms, documents: documents.count, best)
    let apart = best.files(of: others)
    var files = terms.files + apart.files + phrases.files + shown.files
    var manifest = Manifest(documents: documents.count, module: module, sizes: sizes, facets: shown.facets)
    manifest.folders = folders
    manifest.prefixes = terms.prefixes
    manifest.few = apart.few
    manifest.everywhere = phrases.everywhere
    files.append(manifest.file(common: terms.common))
    self.files = files.sorted { $0.path.precedesInBytes($1.path) }
  }
}

/// What is made of documents without their texts.
private struct ShownFiles: Sendable {
  let cards: Cards
  let files: [SearchFile]
  /// The facets that every page with filters shows, as JSON: a part of the manifest.
  let facets: [UInt8]

  init(
    _ documents: [SearchDocument], _ sizes: ShardSizes, _ widening: [String: [String: [String]]], folded: Set<String>,
    inOrderOf order: [String], _ fingerprint: UInt64?
  ) {
    @Sendable func facets(where isWanted: (String) -> Bool) -> [UInt8] {
      FacetColumn.json(FacetColumn.all(of: documents, inOrderOf: order, widening: widening, where: isWanted))
    }
    cards = Cards(documents, fingerprint: fingerprint)
    // Made at once: the manifest is made anew by every edit, and the texts take longer meanwhile.
    self.facets = facets { !folded.contains($0) }
    files =
      cards.files(block: sizes.cards)
      + DocumentFiles.slugs(documents, block: sizes.slugs, fingerprint: fingerprint)
      + [
        DocumentFiles.orders(documents, fingerprint: fingerprint),
        SearchFile(path: "facets.json", fingerprint: fingerprint) { facets(where: folded.contains) },
      ]
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
  let facets: [UInt8]

  init(documents: Int, module: String, sizes: ShardSizes, facets: [UInt8]) {
    self.documents = documents
    self.module = module
    self.sizes = sizes
    self.facets = facets
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

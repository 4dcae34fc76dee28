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
  /// - Parameter module: the path of the search script from the site's root, for the manifest.
  /// - Throws: ``SearchFailure`` when there is Finnish text and no Finnish dictionary.
  public init(_ documents: [SearchDocument], module: String, memory: inout SearchMemory) throws(SearchFailure) {
    let documents = SearchIndex.sorted(documents)
    let sizes = ShardSizes(documents: documents.count)
    let patch = try memory.remember(documents)
    let terms = TermFiles(TermList(memory.base, patch), sizes: sizes)

    var files = terms.files
    files += DocumentFiles.slugs(documents, block: sizes.slugs)
    files += DocumentFiles.cards(documents, block: sizes.cards)
    files += PhraseFiles(memory.base, patch, shards: sizes.phrases).files
    files.append(DocumentFiles.facets(documents))
    files.append(DocumentFiles.orders(documents))
    files.append(SearchIndex.manifest(documents, module: module, prefixes: terms.prefixes, sizes: sizes))
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// By slug, in the order of bytes; of two documents with the same slug the first is kept.
  private static func sorted(_ documents: [SearchDocument]) -> [SearchDocument] {
    var sorted = documents.sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }
    var index = 1
    while index < sorted.count {
      if sorted[index].slug == sorted[index - 1].slug { sorted.remove(at: index) } else { index += 1 }
    }
    return sorted
  }

  private static func manifest(
    _ documents: [SearchDocument], module: String, prefixes: [String], sizes: ShardSizes
  ) -> SearchFile {
    var bytes = Array("{\"version\":1,\n\"module\":".utf8)
    bytes.append(json: module)
    bytes += Array(
      ",\n\"documents\":\(documents.count),\n\"cards\":\(sizes.cards),\n\"slugs\":\(sizes.slugs),\n\"phrases\":\(sizes.phrases)"
        .utf8)
    bytes += Array(",\n\"firstSlugs\":".utf8)
    bytes.append(json: DocumentFiles.blocks(documents.count, sizes.slugs).map { documents[$0.lowerBound].slug })
    bytes += Array(",\n\"terms\":".utf8)
    bytes.append(json: prefixes)
    bytes += Array("}\n".utf8)
    return SearchFile(path: "manifest.json", content: bytes)
  }
}

import CVoikko

/// An open Finnish morphology.
///
/// A handle belongs to one thread: libvoikko answers wrongly or aborts when two threads share one, so this type is
/// not `Sendable` and every worker opens its own (0.6 ms, about 4.5 MB).
struct Voikko: ~Copyable {
  private let handle: OpaquePointer

  /// Opens the Finnish dictionary, looked for first in `folder` when one is given.
  init(folder: String? = nil) throws(SearchFailure) {
    var detail: UnsafePointer<CChar>?
    guard let handle = voikkoInit(&detail, "fi", folder) else {
      throw .missingDictionary(detail: detail.map { String(cString: $0) } ?? "libvoikko")
    }
    self.handle = handle
  }

  deinit {
    voikkoTerminate(handle)
  }

  /// Calls `found` with the base form and the dictionary's output of every analysis of a word form, in libvoikko's order.
  func read(_ form: [Int32], _ found: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>) -> Void) {
    let analyses = withUnsafeTemporaryAllocation(of: Int32.self, capacity: form.count + 1) { word in
      _ = word.initialize(from: form)
      word[form.count] = 0
      return voikkoAnalyzeWordUcs4(handle, word.baseAddress)
    }
    guard let analyses else { return }
    defer { voikko_free_mor_analysis(analyses) }
    var index = 0
    while let analysis = analyses[index] {
      index += 1
      if let base = characters(of: analysis, "BASEFORM"), let output = characters(of: analysis, "FSTOUTPUT") {
        found(base, output)
      }
    }
  }

  /// The value of an attribute, good until the analyses are freed.
  private func characters(of analysis: OpaquePointer, _ key: StaticString) -> UnsafeBufferPointer<Int32>? {
    let value = key.withUTF8Buffer { name in
      name.withMemoryRebound(to: CChar.self) { voikko_mor_analysis_value_ucs4(analysis, $0.baseAddress) }
    }
    guard let value else { return nil }
    var length = 0
    while value[length] != 0 { length += 1 }
    return UnsafeBufferPointer(start: value, count: length)
  }
}

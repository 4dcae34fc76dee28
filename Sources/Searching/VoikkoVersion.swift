import CVoikko
import Foundation

/// The versions that an analysis depends on: remembered analyses are good only for the same ones.
public struct VoikkoVersion: Sendable, Hashable, CustomStringConvertible {
  /// The library's version, `4.3.1`.
  public let library: String
  /// The dictionary's variant, name, version and day of making, as far as they are told.
  public let dictionary: String

  public var description: String { "libvoikko \(library), \(dictionary)" }

  /// What is installed on this machine.
  public static func installed() throws(SearchFailure) -> VoikkoVersion {
    let (variant, name) = try finnish()
    let details = ["fi-x-\(variant)", name] + stated(ofVariant: variant)
    return VoikkoVersion(library: String(cString: voikkoGetVersion()), dictionary: details.joined(separator: ", "))
  }

  /// The variant of the Finnish dictionary and its name.
  private static func finnish() throws(SearchFailure) -> (variant: String, name: String) {
    guard let list = voikko_list_dicts(nil) else { throw .missingDictionary(detail: "voikko_list_dicts") }
    defer { voikko_free_dicts(list) }
    var index = 0
    while let dictionary = list[index] {
      index += 1
      guard String(cString: voikko_dict_language(dictionary)) == "fi" else { continue }
      return (String(cString: voikko_dict_variant(dictionary)), String(cString: voikko_dict_description(dictionary)))
    }
    throw .missingDictionary(detail: "No valid dictionaries were found")
  }

  /// The Finnish dictionary's graph; nil when it stands elsewhere than usual or is of another kind.
  static func transducer() throws(SearchFailure) -> Transducer? {
    let (variant, _) = try finnish()
    let folder = folders(ofVariant: variant).first { access($0 + "/index.txt", R_OK) == 0 }
    return folder.flatMap { Transducer($0 + "/mor.vfst") }
  }

  /// Where libvoikko looks for a variant, in its order.
  private static func folders(ofVariant variant: String) -> [String] {
    let environment = ProcessInfo.processInfo.environment
    let own = (environment["VOIKKO_DICTIONARY_PATH"] ?? "").split(separator: ":").map(String.init)
    let home = environment["HOME"].map { [$0 + "/.voikko"] } ?? []
    return (own + home + ["/etc/voikko", "/usr/lib/voikko", "/usr/share/voikko"]).map { "\($0)/5/mor-\(variant)" }
  }

  /// The version and the day that the dictionary's own `index.txt` states; libvoikko does not give them.
  private static func stated(ofVariant variant: String) -> [String] {
    for folder in folders(ofVariant: variant) {
      guard let bytes = FileManager.default.contents(atPath: folder + "/index.txt") else { continue }
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      return ["SM-Version: ", "Build-Date: "].compactMap { key in
        lines.first { $0.hasPrefix(key) }.map { String($0.dropFirst(key.count)) }
      }
    }
    return []
  }
}

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
    guard let list = voikko_list_dicts(nil) else { throw .missingDictionary(detail: "voikko_list_dicts") }
    defer { voikko_free_dicts(list) }
    var index = 0
    while let dictionary = list[index] {
      index += 1
      guard String(cString: voikko_dict_language(dictionary)) == "fi" else { continue }
      let variant = String(cString: voikko_dict_variant(dictionary))
      let name = String(cString: voikko_dict_description(dictionary))
      let details = ["fi-x-\(variant)", name] + stated(ofVariant: variant)
      return VoikkoVersion(library: String(cString: voikkoGetVersion()), dictionary: details.joined(separator: ", "))
    }
    throw .missingDictionary(detail: "No valid dictionaries were found")
  }

  /// The version and the day that the dictionary's own `index.txt` states; libvoikko does not give them. The folders are
  /// those that libvoikko looks in, in its order.
  private static func stated(ofVariant variant: String) -> [String] {
    let environment = ProcessInfo.processInfo.environment
    let own = (environment["VOIKKO_DICTIONARY_PATH"] ?? "").split(separator: ":").map(String.init)
    let home = environment["HOME"].map { [$0 + "/.voikko"] } ?? []
    for folder in own + home + ["/etc/voikko", "/usr/lib/voikko", "/usr/share/voikko"] {
      let path = "\(folder)/5/mor-\(variant)/index.txt"
      guard let bytes = FileManager.default.contents(atPath: path) else { continue }
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      return ["SM-Version: ", "Build-Date: "].compactMap { key in
        lines.first { $0.hasPrefix(key) }.map { String($0.dropFirst(key.count)) }
      }
    }
    return []
  }
}

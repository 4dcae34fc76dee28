import CVoikko
import Diagnosing

/// An open Finnish spelling checker.
///
/// A handle of libvoikko belongs to one thread, so this type is not `Sendable`.
struct Speller: ~Copyable {
  private let handle: OpaquePointer

  /// - Parameter dictionary: libvoikko's name of the dictionary.
  init(dictionary: String = "fi") throws(EnvironmentFailure) {
    var detail: UnsafePointer<CChar>?
    guard let handle = voikkoInit(&detail, dictionary, nil) else {
      throw Speller.missing(detail.map { String(cString: $0) } ?? "libvoikko")
    }
    self.handle = handle
  }

  deinit {
    voikkoTerminate(handle)
  }

  func knows(_ word: String) -> Bool {
    // 255 characters is the longest word libvoikko takes.
    word.utf8.count >= 255 || voikkoSpellCstr(handle, word) == VOIKKO_SPELL_OK
  }

  /// Words that may have been meant, the likeliest first.
  func suggestions(for word: String) -> [String] {
    guard let list = voikkoSuggestCstr(handle, word) else { return [] }
    defer { voikkoFreeCstrArray(list) }
    var found: [String] = []
    while let suggestion = list[found.count] { found.append(String(cString: suggestion)) }
    return found
  }

  private static func missing(_ detail: String) -> EnvironmentFailure {
    EnvironmentFailure(
      Localized(
        fi: "Suomen kielen sanastoa ei löydy (\(detail)), joten oikeinkirjoitusta ei voi tarkistaa",
        sv: "Den finska ordlistan hittas inte (\(detail)), så stavningen kan inte kontrolleras",
        en: "The Finnish dictionary is not found (\(detail)), so the spelling cannot be checked"),
      advice: Localized(
        fi: "Asenna Voikko: apt-get install libvoikko1 voikko-fi",
        sv: "Installera Voikko: apt-get install libvoikko1 voikko-fi",
        en: "Install Voikko: apt-get install libvoikko1 voikko-fi"))
  }
}

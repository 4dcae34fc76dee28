import Cataloguing
import Reading

/// Fingerprints of what pages are made of, so that a page whose inputs are the same need not be made again.
///
/// The rule is coarse so that it cannot be wrong: a practice's page is made of its own text and of all that is known
/// of the site beside the texts of practices; every other page is made of the latter alone. So an edited text makes
/// its own page anew, and an edited title all of them.
public struct PageInputs: Sendable {
  /// Everything but the texts of practices: program, theme, template, vocabularies, settings, pages, the list of
  /// files, and every practice's facts.
  let site: UInt64
  /// What makes pages of them, and reads texts: program, settings, template and vocabularies.
  let maker: UInt64
  /// The bytes of each practice's file and what they are read by, by the file's path.
  let texts: [String: UInt64]

  public init(site: UInt64, maker: UInt64, texts: [String: UInt64]) {
    self.site = site
    self.maker = maker
    self.texts = texts
  }

  /// For what is made of one practice's text.
  func fingerprint(of practice: Practice) -> UInt64? {
    guard let text = texts[practice.source.path] else { return nil }
    var fingerprint = Fingerprint(seed: site)
    fingerprint.add(text)
    return fingerprint.value
  }

  /// For what is made of something with a fingerprint of its own, which another program may make otherwise.
  func fingerprint(of made: UInt64) -> UInt64 {
    var fingerprint = Fingerprint(seed: maker)
    fingerprint.add(made)
    return fingerprint.value
  }
}

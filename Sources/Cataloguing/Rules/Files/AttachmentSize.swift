import Diagnosing
import Reading

/// No picture or attachment is larger than a reader can be expected to fetch.
enum AttachmentSize: SiteRule {
  private static let megabytes = Limits.attachmentSize / 1_000_000

  static let rule = Rule(
    "attachment-too-large", .error,
    title: Localized(
      fi: "Kuvan tai liitteen koko on enintään \(megabytes) Mt", sv: "En bild eller bilaga är högst \(megabytes) MB",
      en: "A picture or an attachment has at most \(megabytes) MB"),
    explanation: Localized(
      fi: "Lukija lataa liitteen usein puhelimella. Tee kuvasta tai PDF-tiedostosta pienempi, ja vie video "
        + "videopalveluun: mallissa siihen voi linkittää video-lohkolla.",
      sv: "Läsaren hämtar ofta bilagan med telefon. Gör bilden eller PDF-filen mindre, och lägg en video i en "
        + "videotjänst: i modellen länkar man till den med ett video-block.",
      en: "Readers often fetch an attachment on a phone. Make the picture or PDF smaller, and put a video on a video "
        + "service: the description can link to it with a video block."))

  static func check(_ site: MatchedSite) -> [Diagnostic] {
    site.oversizedFiles.filter(PublishedFolder.holds).sorted().map { path in
      Diagnostic(
        rule, in: SourceFile(path: path, bytes: []), at: 0..<0,
        Localized(
          fi: "Tiedosto on suurempi kuin \(megabytes) Mt", sv: "Filen är större än \(megabytes) MB",
          en: "The file is larger than \(megabytes) MB"), notes: [rule.explanation])
    }
  }
}

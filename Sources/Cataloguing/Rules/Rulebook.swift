import Diagnosing
import Reading

/// Every rule that content is held against, in the order in which `explain` lists them.
public enum Rulebook {
  static let entryRules: [any EntryRule.Type] = fieldRules + sectionRules + blockRules

  /// Rules of the fields and of how they agree with each other.
  private static let fieldRules: [any EntryRule.Type] = [
    MissingField.self, EmptyField.self, UnknownField.self, DuplicateField.self, MissingNestedField.self,
    WrongType.self, ImpossibleDate.self, ReversedDates.self, UnknownValue.self, LanguageValue.self,
    RepeatedValue.self, TextLength.self, ContradictoryFunders.self, PlaceRegion.self, FundingSums.self,
  ]

  /// Rules of the fields that blocks hold.
  private static let nestedFieldRules: [any EntryRule.Type] = [
    EmptyField.self, UnknownField.self, DuplicateField.self, MissingNestedField.self, WrongType.self,
    ImpossibleDate.self, RepeatedValue.self,
  ]

  /// Rules of the sections.
  private static let sectionRules: [any EntryRule.Type] = [
    MissingSection.self, EmptySection.self, DuplicateSection.self, UnknownSection.self, MisorderedSection.self,
    HeadingMarks.self, TextOutsideSections.self, MissingAlternativeText.self,
  ]

  /// Rules of the fenced blocks.
  private static let blockRules: [any EntryRule.Type] = [
    UnclosedFence.self, UnknownBlock.self, NestedBlock.self, EmptyBlock.self,
    TableCaption.self, TableRows.self, TableColumns.self, TableLine.self,
  ]

  /// Rules of the text of entries and pages.
  static let textRules: [any TextRule.Type] = [
    LevelOneHeading.self, SkippedHeadingLevel.self, EmptyHeading.self, CloseHeading.self, FenceMarks.self,
    PlainTable.self, DroppedHTML.self, UnclosedComment.self, StrayParagraph.self, ListMark.self, VisibleEmphasis.self,
    ForeignMarkup.self,
    LinkForm.self, LinkText.self, MissingAlternativeText.self, PersonalIdentityCode.self, PhoneNumber.self,
    EmailAddress.self, BidiControl.self,
    ZeroWidthCharacter.self, GarbledLetters.self,
  ]

  /// Rules of where links, pictures and files lead.
  static let linkRules: [any LinkRule.Type] = [
    BrokenLink.self, BrokenAnchor.self, MissingFile.self, LinkLeavesSite.self, ForbiddenScheme.self, RemoteFile.self,
    IncompleteAddress.self,
  ]

  static let pageRules: [any PageRule.Type] = [PageTitle.self, PageField.self]

  static let siteRules: [any SiteRule.Type] = [
    UnknownTranslation.self, FileName.self, CollidingFileNames.self, DuplicateTitle.self, PageLanguage.self,
    ActiveFile.self, UnreadablePicture.self, AttachmentSize.self, IdentityCodeInName.self,
  ]

  /// What each rule asks, those about reading first.
  public static var all: [Rule] {
    let content =
      entryRules.map { $0.rule } + textRules.map { $0.rule } + linkRules.map { $0.rule } + pageRules.map { $0.rule }
      + siteRules.map { $0.rule } + [SymbolicLink.rule]
    var seen: Set<String> = []
    return
      (EncodingRules.all + FrontMatterRules.all + YAMLRules.all + MixedFileRules.all + LimitRules.all
      + SettingsRules.all + content)
      .filter { seen.insert($0.id).inserted }
  }

  /// What one entry breaks; what could not be read, in the front matter or in a block, is included.
  public static func findings(in entry: MatchedEntry, schema: Schema) -> [Diagnostic] {
    let text = WrittenText(entry, schema.template)
    return told(
      LostColon.advised(entry.entry.faults + entry.blockFaults, schema.template)
        + entryRules.flatMap { $0.check(entry, schema) }
        + textRules.flatMap { $0.check(text) }, hasHidden: text.signs.hasHidden)
  }

  /// What one text of `content/pages/` breaks, its reading faults included.
  public static func findings(in page: ContentPage, schema: Schema) -> [Diagnostic] {
    let text = WrittenText(page, schema.template)
    return told(
      LostColon.advised(page.entry.faults + page.matched.blockFaults, schema.template)
        + pageRules.flatMap { $0.check(page, schema.template) }
        + (blockRules + nestedFieldRules).flatMap { $0.check(page.matched, schema) }
        + textRules.flatMap { $0.check(text) }, hasHidden: text.signs.hasHidden)
  }

  /// What only shows when all entries are seen together.
  public static func findings(in site: MatchedSite) -> [Diagnostic] {
    let links = LinkChecker(context: LinkContext(site), rules: linkRules).findings()
    return links.filter(isFirstCause) + Parallel.map(siteRules, chunk: 1) { $0.check(site) }.flatMap { $0 }
  }

  /// The findings of one file as they are told: each fault once, and none of them without end.
  ///
  /// - Parameter hasHidden: whether invisible characters or broken letters stand in the file.
  private static func told(_ findings: [Diagnostic], hasHidden: Bool) -> [Diagnostic] {
    if findings.isEmpty { return findings }
    // An e-mail address in the place of a web address is that mistake first.
    let misfits = findings.filter { $0.rule == WrongType.rule.id }.map(\.range)
    let findings = findings.filter { $0.rule != EmailAddress.rule.id || !misfits.contains($0.range) }
    return FindingLimit.applied(to: hasHidden ? findings.filter(isFirstCause) : findings)
  }

  /// Whether a finding is not just what an invisible character or a broken letter has brought about: a name with
  /// one in it is another name, but the character is the fault.
  private static func isFirstCause(_ finding: Diagnostic) -> Bool {
    if [BidiControl.rule.id, ZeroWidthCharacter.rule.id, GarbledLetters.rule.id].contains(finding.rule) { return true }
    let place = finding.range.lowerBound..<max(finding.range.upperBound, finding.range.lowerBound + 1)
    return !InvisibleCharacter.isIn(place, of: finding.file) && !GarbledLetters.isIn(place, of: finding.file)
  }
}

import Diagnosing

/// The rules that a theme's templates must meet before any page is rendered.
public enum TemplateRules {
  public static let all: [Rule] = [
    TemplateEncoding.rule, TagSyntax.rule, UnclosedSection.rule, UnknownName.rule, UnknownPartial.rule,
    UnknownBlock.rule, DuplicateBlock.rule, StrayContent.rule, UnknownLabel.rule, LabelValue.rule,
    WrongShape.rule, UnescapedText.rule, UnquotedAttribute.rule, UnsafePlace.rule, UnsafeURL.rule,
    ContextChange.rule, EndlessRecursion.rule, TooLarge.rule,
  ]
}

import Cataloguing
import Diagnosing
import Templating

extension LocalSite {
  /// The guide's table of fields and sections, made from the template so that it cannot go stale.
  func fieldGuide() -> SafeHTML {
    let template = model.schema.template
    let groups = template.groups.map { group in
      let fields = template.fields.filter { $0.group == group.id }.map { field in
        FieldGuideItemView(
          label: name(field.labels), key: name(field.keys) + ":", help: name(field.help), required: when(field.required)
        )
      }
      let sections = template.sections.filter { $0.group == group.id }.map { section in
        FieldGuideItemView(
          label: name(section.labels), key: "## " + name(section.labels), help: name(section.help),
          required: when(section.required))
      }
      return FieldGuideGroupView(name: name(group.labels), items: fields + sections)
    }
    return templates.fieldGuide.html(
      FieldGuideView(
        groups: groups.filter { !$0.items.isEmpty },
        completeness: LinkView(text: words[.completenessTitle], url: url(.completeness))))
  }

  private func when(_ requirement: Requirement) -> String {
    switch requirement {
    case .always: words[.requiredAlways]
    case .fromStage(let stage): words[.requiredFrom, ["stage": names([stage], .stages)]]
    case .never: words[.requiredNever]
    }
  }
}

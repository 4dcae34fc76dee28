import Templating

/// The values that the cases of the specification are filled with.
struct SpecificationView: TemplateView {
  static let fields: [Field<Self>] = [
    .text("planet") { _ in "maa" },
    .text("forbidden") { _ in "& \" < >" },
    .html("markup") { _ in SafeHTML(trusting: "<b>&amp;</b>") },
    .html("lines") { _ in SafeHTML(trusting: "<i>\n</i>") },
    .text("tag") { _ in "{{planet}}" },
    .number("speed") { _ in 85 },
    .number("debt") { _ in -7 },
    .text("decimal") { _ in "1,21" },
    .flag("yes") { _ in true },
    .flag("no") { _ in false },
    .text("empty") { _ in "" },
    .text("missing") { _ in nil },
    .optionalNumber("noNumber") { _ in nil },
    .texts("letters") { _ in ["a", "b", "c"] },
    .texts("nothing") { _ in [] },
    .list("people") { _ in [PersonView(name: "Aino"), PersonView(name: "Eino")] },
    .list("nobody") { _ in [PersonView]() },
    .record("person") { _ in PersonView(name: "Aino") },
    .optionalRecord("stranger") { _ in PersonView?.none },
    .record("tree") { _ in TreeView("X", [TreeView("Y")]) },
    .record("a") { _ in OneView() },
  ]

  struct PersonView: TemplateView {
    var name: String

    static let fields: [Field<Self>] = [
      .text("name") { $0.name },
      .text("planet") { _ in "kuu" },
      .record("address") { _ in AddressView() },
      .list("friends") { _ in [FriendView(nick: "E"), FriendView(nick: "F")] },
    ]
  }

  struct AddressView: TemplateView {
    static let fields: [Field<Self>] = [
      .text("street") { _ in "Koulukatu" },
      .optionalRecord("owner") { _ in PersonView?.none },
    ]
  }

  struct FriendView: TemplateView {
    var nick: String
    static let fields: [Field<Self>] = [.text("nick") { $0.nick }]
  }

  struct TreeView: TemplateView {
    var content: String
    var branches: [TreeView]

    init(_ content: String, _ branches: [TreeView] = []) {
      self.content = content
      self.branches = branches
    }

    static let fields: [Field<Self>] = [
      .text("content") { $0.content },
      .list("branches") { $0.branches },
    ]
  }

  // Records within records, for names at any depth.
  struct OneView: TemplateView {
    static let fields: [Field<Self>] = [
      .number("one") { _ in 1 },
      .record("b") { _ in TwoView() },
    ]
  }
  struct TwoView: TemplateView {
    static let fields: [Field<Self>] = [
      .number("two") { _ in 2 },
      .record("c") { _ in ThreeView() },
    ]
  }
  struct ThreeView: TemplateView {
    static let fields: [Field<Self>] = [
      .number("three") { _ in 3 },
      .optionalNumber("four") { _ in 4 },
      .flag("yes") { _ in true },
      .flag("no") { _ in false },
    ]
  }
}

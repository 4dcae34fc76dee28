/// The page's values as dictionaries, the form that swift-mustache renders fastest.
enum Dictionaries {
  static func page(_ view: PageView) -> [String: Any] {
    [
      "title": view.title, "summary": view.summary, "place": view.place, "author": view.author,
      "created": view.created, "modified": view.modified, "stage": view.stage, "funder": view.funder,
      "language": view.language, "isFinished": view.isFinished, "hasFunding": view.hasFunding,
      "grant": view.grant, "total": view.total, "share": view.share, "decision": view.decision,
      "body": String(decoding: view.body.bytes, as: UTF8.self), "keywords": view.keywords,
      "audience": view.audience, "regions": links(view.regions), "sections": links(view.sections),
      "sources": links(view.sources), "related": links(view.related), "languages": links(view.languages),
      "steps": view.steps.map {
        ["title": $0.title, "threshold": $0.threshold, "actions": $0.actions] as [String: Any]
      },
    ]
  }

  private static func links(_ links: [Link]) -> [[String: Any]] {
    links.map { ["name": $0.name, "url": $0.url.text] }
  }
}

import Cataloguing
import Diagnosing
import Templating

/// Prints what descriptions could still have, as text or as JSON.
struct CompletenessReport {
  let items: [Completeness]
  let language: Language
  let today: CalendarDate

  var text: String {
    var text = ""
    for item in items {
      let age =
        item.isAgeing(on: today)
        ? Localized(fi: "  vanhenemassa", sv: "  håller på att föråldras", en: "  getting old")[language] : ""
      let date = language == .en ? item.modified.iso : item.modified.dotted
      let changed = Localized(fi: "muokattu", sv: "ändrad", en: "changed")[language]
      text += "\(item.path)\n  \(changed) \(date)\(age)\n"
      if item.missing.isEmpty {
        text +=
          Localized(
            fi: "  kaikki suositellut tiedot ovat paikoillaan\n", sv: "  alla rekommenderade uppgifter finns\n",
            en: "  everything recommended is there\n")[language]
      } else {
        let labels = item.missing.map { $0.labels[language] }.joined(separator: "; ")
        text +=
          Localized(
            fi: "  voisi vielä kertoa: \(labels)\n", sv: "  kunde ännu berätta: \(labels)\n",
            en: "  could still tell: \(labels)\n")[language]
      }
    }
    return text
  }

  var json: String {
    let rows = items.map { item -> JSONValue in
      [
        "path": .string(item.path), "slug": .string(item.slug), "title": .string(item.title),
        "modified": .string(item.modified.iso), "ageing": .boolean(item.isAgeing(on: today)),
        "missing": .array(item.missing.map { ["id": .string($0.id), "label": .string($0.labels[language])] }),
      ]
    }
    let report: JSONValue = ["version": 1, "practices": .array(rows)]
    return String(decoding: report.bytes, as: UTF8.self) + "\n"
  }
}

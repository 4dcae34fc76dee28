import Diagnosing
import Reading

/// Reads `content/site.yaml`.
public enum SiteConfigurationReader {
  public static func read(_ file: SourceFile) -> (SiteConfiguration?, [Diagnostic]) {
    var reader = Reader(settings: Settings(file))
    guard let root = reader.settings.root() else { return (nil, reader.settings.faults) }
    let configuration = reader.configuration(root)
    return (configuration, reader.settings.faults)
  }

  private struct Reader {
    var settings: Settings

    mutating func configuration(_ root: YAMLNode) -> SiteConfiguration {
      settings.allow(
        [
          "name", "tagline", "description", "address", "languages", "default_language", "theme", "formats", "publisher",
          "licence", "credits", "accessibility",
        ], in: root)
      let languages = choices(Language.self, "languages", in: root)
      return SiteConfiguration(
        name: settings.requiredLocalized("name", in: root),
        tagline: settings.localized("tagline", in: root) ?? Localized(same: ""),
        description: settings.localized("description", in: root) ?? Localized(same: ""), address: address(root),
        languages: languages.isEmpty ? Language.allCases : languages,
        defaultLanguage: choice(Language.self, "default_language", in: root) ?? languages.first ?? .fi,
        theme: root["theme"] == nil ? "mallisto" : settings.requiredName("theme", in: root),
        formats: Set(choices(SiteConfiguration.Format.self, "formats", in: root)), publisher: publisher(root),
        licence: root["licence"].map { licence($0) },
        credits: settings.maps("credits", in: root).map { credit($0) },
        accessibility: root["accessibility"].flatMap { accessibility($0) })
    }

    private mutating func address(_ root: YAMLNode) -> String {
      let text = settings.requiredText("address", in: root)
      if text.isEmpty { return "https://mallisto.example/" }
      guard let address = BaseAddress(text) else {
        if let node = root["address"] {
          settings.wrong(
            node,
            Localized(
              fi: "Osoite on muotoa https://esimerkki.fi/polku/", sv: "Adressen har formen https://exempel.fi/stig/",
              en: "The address has the form https://example.org/path/"))
        }
        return "https://mallisto.example/"
      }
      return address.text
    }

    private mutating func publisher(_ root: YAMLNode) -> SiteConfiguration.Publisher {
      guard let node = root["publisher"] else {
        settings.missing("publisher", in: root)
        return SiteConfiguration.Publisher(name: Localized(same: ""), email: "")
      }
      settings.allow(["name", "email"], in: node)
      return SiteConfiguration.Publisher(
        name: settings.requiredLocalized("name", in: node), email: settings.requiredText("email", in: node))
    }

    private mutating func licence(_ node: YAMLNode) -> SiteConfiguration.Licence {
      settings.allow(["code", "name", "address"], in: node)
      return SiteConfiguration.Licence(
        code: settings.requiredText("code", in: node), name: settings.requiredLocalized("name", in: node),
        address: settings.requiredLocalized("address", in: node))
    }

    private mutating func credit(_ node: YAMLNode) -> SiteConfiguration.Credit {
      settings.allow(["what", "source", "year", "address"], in: node)
      return SiteConfiguration.Credit(
        what: settings.requiredLocalized("what", in: node), source: settings.requiredLocalized("source", in: node),
        year: settings.text("year", in: node) ?? "", address: settings.text("address", in: node) ?? "")
    }

    private mutating func accessibility(_ node: YAMLNode) -> AccessibilityStatement? {
      settings.allow(
        [
          "statement_date", "conformance", "conformance_text", "not_accessible", "assessment", "feedback", "supervisor",
          "enforcement", "law",
        ], in: node)
      let empty = YAMLNode(.mapping([]), range: node.range)
      let assessment = node["assessment"] ?? empty
      settings.allow(["method", "date", "text"], in: assessment)
      let feedback = node["feedback"] ?? empty
      settings.allow(["email", "response_days", "text"], in: feedback)
      let supervisor = node["supervisor"] ?? empty
      settings.allow(["name", "unit", "address", "email", "phone"], in: supervisor)
      let law = node["law"] ?? empty
      settings.allow(["name", "address"], in: law)
      let shortcomings = settings.maps("not_accessible", in: node).map { item in
        settings.allow(["what", "reason"], in: item)
        return AccessibilityStatement.Shortcoming(
          what: settings.requiredLocalized("what", in: item),
          reason: settings.localized("reason", in: item) ?? Localized(same: ""))
      }
      guard let date = self.date("statement_date", in: node), let assessed = self.date("date", in: assessment),
        let conformance = choice(AccessibilityStatement.Conformance.self, "conformance", in: node),
        let method = choice(AccessibilityStatement.Method.self, "method", in: assessment)
      else { return nil }
      return AccessibilityStatement(
        date: date, conformance: conformance,
        conformanceText: settings.requiredLocalized("conformance_text", in: node), shortcomings: shortcomings,
        method: method, assessmentDate: assessed, assessmentText: settings.requiredLocalized("text", in: assessment),
        feedbackEmail: settings.requiredText("email", in: feedback),
        responseDays: settings.text("response_days", in: feedback) ?? "14",
        feedbackText: settings.requiredLocalized("text", in: feedback),
        supervisorName: settings.requiredLocalized("name", in: supervisor),
        supervisorUnit: settings.requiredLocalized("unit", in: supervisor),
        supervisorAddress: settings.requiredLocalized("address", in: supervisor),
        supervisorEmail: settings.text("email", in: supervisor) ?? "",
        supervisorPhone: settings.text("phone", in: supervisor) ?? "",
        enforcement: settings.requiredLocalized("enforcement", in: node),
        lawName: settings.requiredLocalized("name", in: law), lawAddress: settings.requiredLocalized("address", in: law)
      )
    }

    private mutating func date(_ key: String, in node: YAMLNode) -> CalendarDate? {
      guard let value = node[key] else {
        settings.missing(key, in: node)
        return nil
      }
      if let text = value.scalar, case .date(let date) = DateReading(text) { return date }
      settings.wrong(
        value,
        Localized(
          fi: "Päivämäärä kirjoitetaan 22.11.2026 tai 2026-11-22", sv: "Ett datum skrivs 22.11.2026 eller 2026-11-22",
          en: "A date is written 22.11.2026 or 2026-11-22"))
      return nil
    }

    private mutating func choice<Choice>(_ type: Choice.Type, _ key: String, in node: YAMLNode) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
      guard let text = settings.text(key, in: node), let value = node[key] else {
        if node[key] == nil, key != "default_language" { settings.missing(key, in: node) }
        return nil
      }
      if let choice = Choice(rawValue: text) { return choice }
      settings.add(
        SettingsRules.notAmong(text, Choice.allCases.map(\.rawValue), at: value.range, in: settings.file))
      return nil
    }

    private mutating func choices<Choice>(_ type: Choice.Type, _ key: String, in node: YAMLNode) -> [Choice]
    where Choice: RawRepresentable<String> & CaseIterable {
      (node[key]?.sequence ?? []).compactMap { item in
        if let choice = item.scalar.flatMap(Choice.init(rawValue:)) { return choice }
        settings.add(
          SettingsRules.notAmong(
            item.scalar ?? "", Choice.allCases.map(\.rawValue), at: item.range, in: settings.file))
        return nil
      }
    }
  }
}

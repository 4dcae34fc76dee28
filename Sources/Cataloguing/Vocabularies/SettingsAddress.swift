import Diagnosing
import Reading

/// Each value of a vocabulary has an address of its own, made of its name: the page that lists its practices.
enum SettingsAddress {
  static let rule = Rule(
    "settings-address", .error,
    title: Localized(
      fi: "Sanaston jokaisella arvolla on oma osoitteensa", sv: "Varje värde i en ordlista har en egen adress",
      en: "Each value of a vocabulary has an address of its own"),
    explanation: Localized(
      fi: "Arvon sivun osoite tehdään sen nimestä: isot kirjaimet, ääkkösten pisteet ja välimerkit jäävät pois. Siksi "
        + "nimistä ”Kunta-alan säätiö” ja ”Kunta alan Säätiö” tulisi sama osoite kunta-alan-saatio. Muuta toista nimeä.",
      sv: "Adressen till värdets sida görs av namnet: stora bokstäver, prickar och skiljetecken faller bort. Därför "
        + "skulle ”Kommun-fonden” och ”Kommun fonden” få samma adress kommun-fonden. Ändra det ena namnet.",
      en: "The address of a value's page is made of its name, without capitals, accents and signs. So “Town-hall fund” "
        + "and “Town hall fund” would both be at town-hall-fund. Change one of the names."))

  /// - Parameter nodes: the terms as they are written, in the same order.
  static func faults(of terms: [Vocabulary.Term], _ nodes: [YAMLNode], in file: SourceFile) -> [Diagnostic] {
    var owners: [String: Int] = [:]
    var faults: [Diagnostic] = []
    for (index, term) in terms.enumerated() {
      // One finding for a value is enough: its names are alike in several languages more often than not.
      for language in Language.allCases where !term.names[language].isEmpty {
        let address = SiteAddresses.term(.regions, term, language)
        let isEmpty = address == SiteAddresses.path(.regions, language) + "/"
        let owner = owners[address]
        if owner == nil, !isEmpty {
          owners[address] = index
          continue
        }
        if owner == index { continue }
        faults.append(fault(term.names[language], owner.map { terms[$0] }, name(nodes[index], language), file))
        break
      }
    }
    return faults
  }

  /// Where a name is written.
  private static func name(_ node: YAMLNode, _ language: Language) -> YAMLNode {
    let names = node["names"] ?? node
    return names[language.rawValue] ?? names
  }

  private static func fault(_ name: String, _ owner: Vocabulary.Term?, _ node: YAMLNode, _ file: SourceFile)
    -> Diagnostic
  {
    let message =
      if let owner {
        Localized(
          fi: "Nimestä ”\(name)” tulee sama osoite kuin arvosta \(owner.code)",
          sv: "Namnet ”\(name)” ger samma adress som värdet \(owner.code)",
          en: "The name “\(name)” gives the same address as the value \(owner.code)")
      } else {
        Localized(
          fi: "Nimestä ”\(name)” ei tule osoitetta: siinä ei ole kirjaimia a–ö eikä numeroita",
          sv: "Namnet ”\(name)” ger ingen adress: det har varken bokstäver a–ö eller siffror",
          en: "The name “\(name)” gives no address: it has neither letters a–ö nor digits")
      }
    return Diagnostic(rule, in: file, at: node.range, message, notes: [rule.explanation])
  }
}

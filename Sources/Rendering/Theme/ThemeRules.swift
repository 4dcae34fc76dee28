import Diagnosing
import Templating

/// The rules of a theme's own files, apart from its templates.
public enum ThemeRules {
  public static var all: [Rule] { [label, file] + TemplateRules.all }

  static let label = Rule(
    "theme-label", .error,
    title: Localized(
      fi: "Teeman sanat on annettu kullakin kielellä kerran", sv: "Temats ord finns på varje språk en gång",
      en: "A theme's words are given once in each language"),
    explanation: Localized(
      fi: "Sana on teksti tai laskettava muoto avaimilla by, one ja other.",
      sv: "Ett ord är en text eller en räknad form med nycklarna by, one och other.",
      en: "A word is a text, or a counted form with the keys by, one and other."))

  static let file = Rule(
    "theme-file", .error,
    title: Localized(
      fi: "Teemassa on kaikki sen tarvitsemat tiedostot", sv: "Temat har alla filer det behöver",
      en: "A theme has every file that it needs"),
    explanation: Localized(
      fi: "Teema on kansiossa themes/NIMI, jossa ovat alakansiot templates, labels, assets ja map.",
      sv: "Ett tema ligger i themes/NAMN med mapparna templates, labels, assets och map.",
      en: "A theme stands in themes/NAME with the folders templates, labels, assets and map."))

  static func repeatedLabel(_ name: String, at range: Range<Int>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      label, in: file, at: range,
      Localized(
        fi: "Sana ”\(name)” on annettu jo", sv: "Ordet ”\(name)” är redan givet",
        en: "The word “\(name)” is given already"),
      notes: [Localized(fi: "Poista toinen riveistä.", sv: "Ta bort den ena raden.", en: "Remove one of the lines.")])
  }

  static func unreadableLabel(_ name: String, at range: Range<Int>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      label, in: file, at: range,
      Localized(
        fi: "Sana ”\(name)” ei ole teksti eikä laskettava muoto",
        sv: "Ordet ”\(name)” är varken text eller räknad form",
        en: "The word “\(name)” is neither a text nor a counted form"),
      notes: [label.explanation])
  }

  static func missingLabel(_ name: String, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      label, in: file, at: file.contentStart..<file.contentStart,
      Localized(
        fi: "Sana ”\(name)” puuttuu", sv: "Ordet ”\(name)” saknas", en: "The word “\(name)” is missing"),
      notes: [
        Localized(
          fi: "Lisää tiedostoon rivi ”\(name): ” ja sen perään teksti.",
          sv: "Lägg till raden ”\(name): ” och texten efter den.",
          en: "Add the line “\(name): ” to the file, with the text after it.")
      ])
  }

  static func missingFile(_ path: String) -> Diagnostic {
    Diagnostic(
      file, in: SourceFile(path: path, bytes: []), at: 0..<0,
      Localized(
        fi: "Tiedosto \(path) puuttuu tai ei kelpaa", sv: "Filen \(path) saknas eller duger inte",
        en: "The file \(path) is missing or of no use"),
      notes: [file.explanation])
  }
}

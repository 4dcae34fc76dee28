import Diagnosing

/// Why the Finnish search could not be built: the machine lacks something, never the content.
public enum SearchFailure: Error, Sendable, Hashable {
  /// The morphology could not be opened; the detail is libvoikko's own word for it.
  case missingDictionary(detail: String)

  /// What is missing and what to install.
  public var message: Localized {
    switch self {
    case .missingDictionary(let detail):
      Localized(
        fi: """
          Suomen kielen sanastoa ei löydy (\(detail)). Haku tarvitsee Voikon: \
          asenna se komennolla ”apt-get install libvoikko1 voikko-fi” tai rakenna sivusto valinnalla --no-search
          """,
        sv: """
          Den finska ordlistan hittas inte (\(detail)). Sökningen behöver Voikko: \
          installera med ”apt-get install libvoikko1 voikko-fi” eller bygg webbplatsen med --no-search
          """,
        en: """
          The Finnish dictionary is not found (\(detail)). The search needs Voikko: \
          install it with “apt-get install libvoikko1 voikko-fi”, or build the site with --no-search
          """)
    }
  }
}

import Diagnosing
import Reading

/// All content of a site, held against the template but not yet judged.
public struct MatchedSite: Sendable {
  public let schema: Schema
  public let configuration: SiteConfiguration
  /// Entries of `content/practices/`, in the order of their paths.
  public let entries: [MatchedEntry]
  /// Texts of `content/pages/`, in the order of their paths.
  public let pages: [ContentPage]
  /// Paths, relative to the site, of all files under `content/`.
  public let files: Set<String>
  /// The sizes of pictures, by their paths.
  public let images: [String: ImageSize]
  /// Paths of pictures that cannot be read, of those that are programs, and of files above the limit of their size.
  public let unreadablePictures: Set<String>
  public let activePictures: Set<String>
  public let oversizedFiles: Set<String>
  private let lateResolver = Late<LinkResolver>()
  private let lateCatalogue = Late<Catalogue>()

  public init(
    schema: Schema, configuration: SiteConfiguration, entries: [MatchedEntry], pages: [ContentPage],
    files: Set<String>, images: [String: ImageSize] = [:], unreadablePictures: Set<String> = [],
    activePictures: Set<String> = [], oversizedFiles: Set<String> = []
  ) {
    self.schema = schema
    self.configuration = configuration
    self.entries = entries
    self.pages = pages
    self.files = files
    self.images = images
    self.unreadablePictures = unreadablePictures
    self.activePictures = activePictures
    self.oversizedFiles = oversizedFiles
  }

  /// How the practices are found; made when it is first asked for.
  public var catalogue: Catalogue { lateCatalogue.value { Catalogue(self) } }

  /// Tells where links lead; made when it is first asked for.
  public var resolver: LinkResolver {
    lateResolver.value {
      // Not the site itself, which holds the resolver.
      LinkResolver(
        entries: entries, pages: pages, files: files,
        known: { [entries, schema, languages = configuration.languages] in
          KnownAddresses(of: entries, schema, languages: languages)
        })
    }
  }
}

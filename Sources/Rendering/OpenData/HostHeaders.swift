import Cataloguing

/// The headers that a host should send with the site, in the file `_headers` that some hosts read.
///
/// Every page states its policy itself, so a site is safe on any host. The headers add what a page cannot
/// say of itself: that it may not be shown within another site's page, that files are what their names say,
/// and how long they may be kept. `docs/hosting.md` has the same for other hosts. The form is that of
/// Netlify's and Cloudflare Pages' documentation: a pattern, then indented lines.
enum HostHeaders {
  /// The policy that every page of the theme states; a test holds the two against each other.
  static let contentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'"

  static let lines = [
    "Content-Security-Policy: \(contentPolicy); frame-ancestors 'none'",
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
    "Permissions-Policy: camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy: same-origin",
  ]

  /// For the theme's files, whose addresses change with their content. For everything else the hosts that read this file say
  /// of themselves that a browser has to ask; saying it here would be joined with this line for the theme's files.
  static let kept = "Cache-Control: public, max-age=31536000, immutable"

  /// - Parameter path: where the site stands on its host, with slashes at both ends.
  static func file(path: String) -> [UInt8] {
    // Open data is for other sites' programs too.
    let open = ["data/*", "search/*"].map { "\(path)\($0)\n  Access-Control-Allow-Origin: *\n" }
    let assets = "\(path)\(AssetFolder.root.dropFirst())*\n  \(kept)\n"
    return Array(("\(path)*\n" + lines.map { "  \($0)\n" }.joined() + open.joined() + assets).utf8)
  }
}

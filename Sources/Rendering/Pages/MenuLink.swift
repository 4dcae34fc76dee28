import Cataloguing
import Templating

/// One place that a menu leads to, on whatever page it stands.
struct MenuLink: Sendable {
  let kind: SiteAddresses.Kind
  let path: String
  let text: String
  let url: SafeURL
}

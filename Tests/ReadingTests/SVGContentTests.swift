import Reading
import Testing

/// An SVG picture that only draws is published; one that does more is not.
@Suite struct SVGContentTests {
  private func isPassive(_ inner: String, _ attributes: String = "") -> Bool {
    SVGContent.isPassive(
      Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" \(attributes)>\(inner)</svg>".utf8))
  }

  @Test(arguments: [
    "", "<path d=\"M0 0h9\" style=\"fill:#fff\"/>", "<use href=\"#a\"/>", "<use xlink:href='#a'/>",
    "<style>a{fill:url(#b)}</style>",
    "<image href=\"data:image/png;base64,AAAA\"/>", "<text>vuonna 2025</text>", "<a id=\"x\"/>",
    "<animate attributeName=\"r\" to=\"5\"/>",
    "<rect fill=\"url('#a')\"/>", "<title>Portaat</title>",
  ])
  func `Drawing is passive`(inner: String) {
    #expect(isPassive(inner))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<SCRIPT/>", "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>",
    "<g onclick=\"a\"/>", "<g ONLOAD = 'a'/>",
    "<g\nonload\n=\n'a'/>", "<g/onload='a'/>", "<a href=\"javascript:a\"/>", "<a href=\"&#106;avascript:a\"/>",
    "<a xlink:href=\"https://evil.example/\"/>", "<image href=\"a.png\"/>", "<image href=\"//evil.example/a.png\"/>",
    "<image href=\"data:image/svg+xml,a\"/>", "<use href='other.svg#a'/>", "<foreignObject/>",
    "<style>@import 'a'</style>",
    "<style>a{fill:url(https://evil.example/a)}</style>", "<rect fill=\"URL( 'a.svg' )\"/>", "<iframe/>",
    "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>", "<animate values=\"&#106;avascript:a;x\"/>",
    "<feImage href=\"a\"/>",
  ])
  func `Running and fetching are not`(inner: String) {
    #expect(!isPassive(inner))
  }

  @Test func `What could hide it is not either`() {
    #expect(!isPassive("", "onload=\"alert(1)\"") && !isPassive("", "xml:base=\"https://evil.example/\""))
    for text in [
      "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "<?xml-stylesheet href=\"a.css\"?><svg/>",
      "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg/>", "<\0s\0v\0g\0/\0>",
    ] {
      #expect(!SVGContent.isPassive(Array(text.utf8)), "\(text)")
    }
    #expect(!SVGContent.isPassive([0x3C, 0xFF]))
    #expect(SVGContent.isPassive(Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><svg/>".utf8)))
  }
}

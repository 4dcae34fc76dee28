"""A strict Content-Security-Policy on every page, nothing that it would have to make an exception for, no other host."""

import re

import pytest
from built_site import BuiltSite, Page
from faults import plant
from project import ROOT

# Elements and attributes that make a browser fetch something or send a form, without a click on a link.
FETCHES = (
    "//*[self::script or self::img or self::iframe or self::source or self::video or self::audio or self::embed"
    " or self::track or self::input]/@src",
    "//object/@data",
    "//video/@poster",
    "//form/@action",
    "//*/@formaction",
    "//*[local-name()='image' or local-name()='use']/@*[local-name()='href']",
    "//link[not(@rel='canonical' or @rel='alternate' or @rel='license' or @rel='author' or @rel='prev' or @rel='next')]/@href",
)
LOADED_BEFORE_POLICY = "//meta[@http-equiv='Content-Security-Policy']/preceding::*[self::script or self::link or self::style]"


def policy_faults(page: Page):
    """One policy, before anything that it governs, that starts from nothing and names no host."""
    policies = page.all("//head/meta[@http-equiv='Content-Security-Policy']/@content")
    if len(policies) != 1:
        yield f"{page.path}: {len(policies)} policies"
        return
    directives = {}
    for directive in filter(str.strip, policies[0].split(";")):
        name, *sources = directive.split()
        directives[name] = sources
        for source in sources:
            if source not in ("'none'", "'self'", "data:"):
                yield f"{page.path}: {name} allows {source}"
    if directives.get("default-src") not in (["'none'"], ["'self'"]):
        yield f"{page.path}: default-src is {directives.get('default-src')}"
    for name in ("script-src", "style-src", "default-src", "object-src"):
        if "data:" in directives.get(name, []):
            yield f"{page.path}: {name} allows data:"
    for name in ("base-uri", "form-action"):  # default-src does not cover these
        if name not in directives:
            yield f"{page.path}: {name} is left open"
    if page.all(LOADED_BEFORE_POLICY):
        yield f"{page.path}: the policy comes after something that is loaded"


def inline_faults(page: Page):
    """No style or script in the page itself; JSON-LD is data."""
    for element in page.all("//style | //script[not(@src)][not(@type='application/ld+json')]"):
        yield f"{page.path}:{element.sourceline}: <{element.tag}> in the page"
    for element in page.all("//*[@style]"):
        yield f"{page.path}:{element.sourceline}: style attribute on <{element.tag}>"
    for element in page.all("//*[@*[starts-with(name(), 'on')]]"):
        yield f"{page.path}:{element.sourceline}: event attribute on <{element.tag}>"
    for value in page.all("//@href | //@src | //@action"):
        if value.split(":")[0].strip().lower() in ("javascript", "vbscript"):
            yield f"{page.path}: {value}"


def foreign_faults(site: BuiltSite, page: Page):
    """Nothing is fetched from, or sent to, another host; there is no hint to connect to one."""
    for xpath in FETCHES:
        for reference in page.all(xpath):
            if not reference.startswith("data:") and not site.is_own(site.target(page, reference)):
                yield f"{page.path}: {reference}"
    for candidates in page.all("//@srcset"):
        for candidate in candidates.split(","):
            if not site.is_own(site.target(page, candidate.split()[0])):
                yield f"{page.path}: {candidate}"


def faults(site: BuiltSite, pages: list[Page]):
    for page in pages:
        yield from policy_faults(page)
        yield from inline_faults(page)
        yield from foreign_faults(site, page)


def test_pages_are_strict(site):
    assert list(faults(site, site.pages)) == []


@pytest.mark.parametrize(
    "pattern, replacement",
    [
        ("<meta[^>]*Content-Security-Policy[^>]*>", ""),
        ("'self'", "'self' 'unsafe-inline'"),
        ("'self'", "'self' https://cdn.example"),
        ("base-uri[^;\"]*;?", ""),
        ("<head>", "<head><link rel='icon' href='/icon.svg'>"),
        ("</main>", "<style>p { color: red }</style></main>"),
        ("</main>", "<script>alert(1)</script></main>"),
        ("</main>", "<p style='color: red'>Huom</p></main>"),
        ("</main>", "<button onclick='print()'>Tulosta</button></main>"),
        ("</main>", "<a href='JavaScript:print()'>Tulosta</a></main>"),
        ("</main>", "<img src='//cdn.example/a.png' alt=''></main>"),
        ("</main>", "<img src='a.png' srcset='a.png 1x, https://cdn.example/a.png 2x' alt=''></main>"),
        ("</main>", "<form action='https://haku.example/'></form></main>"),
        ("</head>", "<link rel='preconnect' href='https://fonts.example'></head>"),
    ],
)
def test_a_planted_policy_fault_is_found(site, tmp_path, pattern, replacement):
    spoiled = plant(site, tmp_path, "/mallit/", pattern, replacement)
    assert list(faults(spoiled, [spoiled.page("/mallit/")]))


def header_lines(text: str) -> list[str]:
    """The headers of a piece of configuration, as `Name: value`, whatever the server's own way of writing them."""
    form = r"""^\s*(?:add_header |Header always set )?([A-Z][\w-]+)(?:: | "| )([^"\n]+?)"?(?: always;)?$"""
    names = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin")
    return [f"{name}: {value}" for name, value in re.findall(form, text, re.M) if name.startswith(names)]


def test_the_hosts_headers_say_what_the_pages_say(site):
    page = site.page("/").all("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    first = (site.folder / "_headers").read_text("utf-8").split("\n/")[0]
    assert first.startswith("/*\n")
    headers = header_lines(first)
    assert f"Content-Security-Policy: {page}; frame-ancestors 'none'" in headers
    assert len(headers) == 5 and "unsafe" not in first


def test_the_documented_headers_are_those_that_are_written(site):
    written = header_lines((site.folder / "_headers").read_text("utf-8").split("\n/")[0])
    examples = re.findall(r"^```(nginx|apache|caddy)\n(.*?)^```", (ROOT / "docs/hosting.md").read_text("utf-8"), re.M | re.S)
    assert [name for name, _ in examples] == ["nginx", "apache", "caddy"]
    for name, text in examples:
        assert header_lines(text) == written, name
        for kept in ("no-cache", "public, max-age=31536000, immutable"):
            assert kept in text, f"{name} does not say how long files may be kept"


def test_what_may_be_kept_is_named_by_its_content(site):
    """An address under the pattern that is kept for a year names a version, so it can never mean other bytes."""
    rules = re.findall(r"^(/\S*)\n((?:  .*\n)+)", (site.folder / "_headers").read_text("utf-8"), re.M)
    assert [path for path, headers in rules if "Cache-Control" in headers] == ["/assets/*"]
    assert "  Cache-Control: public, max-age=31536000, immutable\n" in dict(rules)["/assets/*"]
    versions = [path.name for path in (site.folder / "assets").iterdir()]
    assert len(versions) == 1 and re.fullmatch("[0-9a-f]{16}", versions[0])
    assert any(path.suffix == ".css" for path in (site.folder / "assets" / versions[0]).iterdir())

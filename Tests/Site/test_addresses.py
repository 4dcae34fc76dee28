"""Every page stands at its address, names its language and its counterparts, and is on the sitemap."""

from lxml import etree

import pytest
from addresses import FIXED, LANGUAGES
from built_site import BuiltSite
from faults import plant

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FIXED)
def test_the_fixed_pages_stand_at_their_addresses(site, kind, language):
    path = FIXED[kind][language]
    assert (site.folder / path.lstrip("/") / "index.html").is_file(), f"{kind} in {language}: nothing at {path}"


@pytest.mark.parametrize("name", ["404.html", "sitemap.xml", "robots.txt"])
def test_the_root_holds(site, name):
    assert (site.folder / name).is_file()


def test_the_five_practices_are_published(site):
    assert len([page for page in site.pages if page.kind == "practice"]) >= 5


def language_faults(site: BuiltSite):
    """`lang` of the page, and `hreflang` links that lead to each other and back."""
    alternates = {}
    for page in site.pages:
        if page.tree.get("lang") != page.language:
            yield f"{page.path}: lang is {page.tree.get('lang')}, its address is {page.language}"
        links = page.all("//link[@rel='alternate'][@hreflang]")
        alternates[site.url(page.path)] = {
            link.get("hreflang"): site.target(page, link.get("href")) for link in links if link.get("hreflang") != "x-default"
        }
    for url, named in alternates.items():
        for language, other in named.items():
            if other not in alternates:
                yield f"{url}: its {language} counterpart {other} does not exist"
            elif url not in alternates[other].values():
                yield f"{url}: {other} is its counterpart, but does not name it back"
    for kind, addresses in FIXED.items():
        for language, path in addresses.items():
            missing = set(LANGUAGES) - {language} - alternates.get(site.url(path), {}).keys()
            if missing:
                yield f"{path}: {kind} names no counterpart in {', '.join(sorted(missing))}"


def test_languages(site):
    assert list(language_faults(site)) == []


@pytest.mark.parametrize(
    "pattern, replacement",
    [
        ('lang="sv"', 'lang="fi"'),
        (r'(<link[^>]*hreflang="fi"[^>]*href="[^"]*/)mallit/', r"\1muualle/"),
        (r'<link[^>]*hreflang="en"[^>]*>', ""),
    ],
)
def test_a_planted_language_fault_is_found(site, tmp_path, pattern, replacement):
    assert list(language_faults(plant(site, tmp_path, "/sv/modeller/", pattern, replacement)))


def head_faults(site: BuiltSite):
    """A title of its own, one level-1 heading, a canonical address that is the page's own."""
    titles = {}
    for page in site.pages:
        title = " ".join(page.tree.findtext("head/title", "").split())
        if not title:
            yield f"{page.path}: no title"
        elif titles.setdefault((page.language, title), page.path) != page.path:
            yield f"{page.path}: has the title of {titles[page.language, title]}: {title}"
        if len(page.all("//h1")) != 1:
            yield f"{page.path}: {len(page.all('//h1'))} level-1 headings"
        if page.kind == "not found":
            continue
        if page.all("//link[@rel='canonical']/@href") != [site.url(page.path)]:
            yield f"{page.path}: canonical is {page.all('''//link[@rel='canonical']/@href''')}"
        if not page.all("//meta[@name='description'][string-length(normalize-space(@content)) > 20]"):
            yield f"{page.path}: no description"


def test_heads(site):
    assert list(head_faults(site)) == []


@pytest.mark.parametrize(
    "pattern, replacement",
    [
        ("<title>[^<]*", "<title>"),
        ("<h1", "<h1>A</h1><h1"),
        (r'(<link[^>]*rel="canonical"[^>]*href="[^"]*)', r"\1x/"),
        (r'<meta[^>]*name="description"[^>]*>', ""),
    ],
)
def test_a_planted_head_fault_is_found(site, tmp_path, pattern, replacement):
    assert list(head_faults(plant(site, tmp_path, "/mallit/", pattern, replacement)))


def sitemap_faults(site: BuiltSite):
    """Every page that search engines may list is on the map once, and the map leads nowhere else."""
    tree = etree.parse(site.folder / "sitemap.xml")
    listed = [loc.text.strip() for loc in tree.iterfind(".//s:url/s:loc", SITEMAP)]
    if len(listed) > 50_000:
        yield "more than 50,000 addresses in one file"
    if len(listed) != len(set(listed)):
        yield "an address is listed twice"
    expected = {site.url(page.path) for page in site.pages if page.kind != "not found" and not page.is_unlisted}
    yield from (f"not listed: {url}" for url in sorted(expected - set(listed)))
    yield from (f"leads nowhere: {url}" for url in sorted(set(listed) - expected))
    for stamp in tree.iterfind(".//s:lastmod", SITEMAP):
        if not stamp.text or len(stamp.text) != 10:
            yield f"line {stamp.sourceline}: lastmod is not a date: {stamp.text}"


def test_sitemap(site):
    assert list(sitemap_faults(site)) == []


@pytest.mark.parametrize("pattern, replacement", [("<url>.*?</url>", ""), ("/mallit/", "/malit/"), ("<lastmod>....-", "<lastmod>")])
def test_a_planted_sitemap_fault_is_found(site, tmp_path, pattern, replacement):
    assert list(sitemap_faults(plant(site, tmp_path, "/sitemap.xml", pattern, replacement)))


def test_robots_name_the_sitemap(site):
    lines = (site.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {site.url('/sitemap.xml')}" in lines
    assert not any(line.replace(" ", "") == "Disallow:/" for line in lines), "robots.txt turns every robot away"

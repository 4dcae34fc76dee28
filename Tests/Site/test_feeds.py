"""Atom feeds as RFC 4287 asks, beside the home page and every region, funder and stage, in all three languages."""

from datetime import datetime
from urllib.parse import urljoin

import pytest
from built_site import BuiltSite
from faults import plant
from lxml import etree, html

ATOM = "{http://www.w3.org/2005/Atom}"
HAS_FEED = ("home", "region", "funder", "stage")


def is_rfc3339(text: str | None) -> bool:
    try:
        return datetime.fromisoformat(text or "").tzinfo is not None and "T" in text
    except ValueError:
        return False


def feed_faults(site: BuiltSite, path: str):
    """What is wrong with one feed."""
    try:
        feed = etree.parse(site.folder / path.lstrip("/")).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        yield f"{path}: {error}"
        return
    if feed.tag != f"{ATOM}feed":
        yield f"{path}: the root is {feed.tag}"
        return
    entries = feed.findall(f"{ATOM}entry")
    for node in (feed, *entries):
        where = f"{path}:{node.sourceline}"
        for name in ("id", "title", "updated"):
            if len(node.findall(ATOM + name)) != 1 or not (node.findtext(ATOM + name) or "").strip():
                yield f"{where}: not exactly one {name}"
        for name in ("updated", "published"):
            for stamp in node.findall(ATOM + name):
                if not is_rfc3339(stamp.text):
                    yield f"{where}: {name} is not a moment of RFC 3339: {stamp.text}"
        for link in node.findall(f"{ATOM}link"):
            target = urljoin(site.url(path), link.get("href", ""))
            if site.is_own(target) and site.file_of(target) is None:
                yield f"{where}: leads nowhere: {link.get('href')}"
        for text in node.iterfind(f"{ATOM}summary[@type='html']"):
            html.fragments_fromstring(text.text or "")
    for entry in entries:
        if not entry.xpath("a:link[not(@rel) or @rel='alternate']", namespaces={"a": ATOM[1:-1]}):
            yield f"{path}:{entry.sourceline}: an entry without a link to its page"
    ids = [node.findtext(f"{ATOM}id") for node in (feed, *entries)]
    if len(ids) != len(set(ids)):
        yield f"{path}: an id stands twice"
    own = [urljoin(site.url(path), link.get("href")) for link in feed.findall(f"{ATOM}link[@rel='self']")]
    if own != [site.url(path)]:
        yield f"{path}: link rel=self is {own}"
    if not feed.findall(f"{ATOM}author") and not all(entry.findall(f"{ATOM}author") for entry in entries):
        yield f"{path}: no author"
    stamps = [entry.findtext(f"{ATOM}updated") for entry in entries]
    if stamps and max(stamps) != feed.findtext(f"{ATOM}updated"):
        yield f"{path}: updated is not that of its newest entry"


def test_feeds(site):
    paths = ["/" + file.relative_to(site.folder).as_posix() for file in sorted(site.folder.rglob("*atom.xml"))]
    assert paths, "no feed at all"
    assert [fault for path in paths for fault in feed_faults(site, path)] == []


def test_pages_have_their_feeds_and_name_them(site):
    faults = []
    for page in site.pages:
        if page.kind in HAS_FEED:
            named = page.all("//link[@rel='alternate'][@type='application/atom+xml']/@href")
            own = site.url(page.path + "atom.xml")
            if own not in [site.target(page, reference) for reference in named] or site.file_of(own) is None:
                faults.append(f"{page.path}: no feed, or no link to it")
    assert faults == []


def test_the_home_feed_holds_every_practice(site):
    feed = etree.parse(site.folder / "atom.xml").getroot()
    links = {urljoin(site.url("/"), link.get("href")) for link in feed.iterfind(f"{ATOM}entry/{ATOM}link")}
    missing = [page.path for page in site.pages if page.kind == "practice" and site.url(page.path) not in links]
    assert missing == []


@pytest.mark.parametrize(
    "pattern, replacement",
    [
        ("</feed>", ""),
        ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
        ("(<entry.*?)<id>[^<]*</id>", r"\1"),
        ("(<entry.*?<id>)[^<]*", r"\1"),
        ("<updated>([0-9-]*)T[^<]*", r"<updated>\1"),
        ("<title[^>]*>[^<]*</title>", ""),
        ("(<entry.*?</entry>)", r"\1\1"),
        ('rel="self"', 'rel="related"'),
        ("(<entry.*?<link[^>]*href=\")[^\"]*", r"\1/ei-ole/"),
        ("<author>.*?</author>", ""),
        ("(<feed.*?<updated>)[^<]*", r"\g<1>1999-01-01T00:00:00Z"),
    ],
)
def test_a_planted_feed_fault_is_found(site, tmp_path, pattern, replacement):
    assert list(feed_faults(plant(site, tmp_path, "/atom.xml", pattern, replacement), "/atom.xml"))

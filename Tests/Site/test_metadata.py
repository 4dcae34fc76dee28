"""What a page tells to programs: JSON-LD and Open Graph."""

import json

import pytest
from built_site import BuiltSite, Page
from faults import plant

# What an item of schema.org has to carry here to be of use.
REQUIRED = {
    "Article": {"headline", "description", "inLanguage", "dateModified", "license"},
    "BreadcrumbList": {"itemListElement"},
    "DataCatalog": {"name", "description"},
    "Dataset": {"name", "description", "license"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position"},
    "Organization": {"name"},
    "WebSite": {"name", "url"},
}


def items(value):
    """Every object of a JSON-LD text, however deep."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from items(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from items(inner)


def addresses(value):
    if isinstance(value, dict):
        for inner in value.values():
            yield from addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses(inner)
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        yield value


def json_ld_faults(site: BuiltSite, page: Page):
    scripts = page.all("//script[@type='application/ld+json']/text()")
    if page.kind == "practice" and not scripts:
        yield f"{page.path}: no JSON-LD"
    for script in scripts:
        try:
            data = json.loads(script)
        except ValueError as error:
            yield f"{page.path}: {error}"
            continue
        if "@context" not in data:
            yield f"{page.path}: no @context"
        for item in items(data.get("@graph", data)):
            kind = item.get("@type")
            if kind is None and item.keys() != {"@id"}:
                yield f"{page.path}: an item without @type: {item}"
            for missing in sorted(REQUIRED.get(kind, set()) - item.keys() if isinstance(kind, str) else []):
                yield f"{page.path}: {kind} lacks {missing}"
        for url in addresses(data):
            if site.is_own(url) and site.file_of(url.split("{")[0]) is None:
                yield f"{page.path}: leads nowhere: {url}"


def open_graph_faults(site: BuiltSite, page: Page):
    if page.kind == "not found":
        return
    said = {meta.get("property"): meta.get("content") for meta in page.all("//head/meta[starts-with(@property, 'og:')]")}
    for name in ("og:title", "og:type", "og:url", "og:description", "og:locale"):
        if not said.get(name):
            yield f"{page.path}: no {name}"
    if said.get("og:url") != site.url(page.path):
        yield f"{page.path}: og:url is {said.get('og:url')}"
    if not (said.get("og:locale") or "").startswith(page.language):
        yield f"{page.path}: og:locale is {said.get('og:locale')}"
    if "og:image" in said and site.file_of(said["og:image"]) is None:
        yield f"{page.path}: og:image leads nowhere: {said['og:image']}"


def faults(site: BuiltSite, pages: list[Page]):
    for page in pages:
        yield from json_ld_faults(site, page)
        yield from open_graph_faults(site, page)


def test_metadata(site):
    assert list(faults(site, site.pages)) == []


@pytest.mark.parametrize(
    "pattern, replacement",
    [
        (r'<script type="application/ld\+json">.*?</script>', ""),
        (r'(<script type="application/ld\+json">.*?)}', r"\1"),
        ('"@context"', '"context"'),
        ('"@type"', '"type"'),
        ('"dateModified"', '"modified"'),
        ('property="og:title" content="[^"]*"', 'property="og:title" content=""'),
        ('(property="og:url" content="[^"]*)', r"\1x/"),
        ('(property="og:locale" content=")fi', r"\1sv"),
    ],
)
def test_a_planted_metadata_fault_is_found(site, tmp_path, pattern, replacement):
    path = next(page.path for page in site.pages if page.kind == "practice" and page.language == "fi")
    spoiled = plant(site, tmp_path, path, pattern, replacement)
    assert list(faults(spoiled, [spoiled.page(path)]))

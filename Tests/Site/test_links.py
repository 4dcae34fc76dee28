"""Every link, picture, script and #fragment inside the site leads somewhere, at its root and below another site's."""

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import tinycss2
from addresses import FIXED, LANGUAGES
from built_site import BuiltSite
from faults import plant

LYCHEE = Path(sys.executable).with_name("lychee")


def link_faults(site: BuiltSite):
    """Follows links on the file tree as if the folder stood at the site's address."""
    below = urlsplit(site.address).path
    root = Path(str(site.folder).removesuffix(below.rstrip("/")))
    pages = "\n".join(str(page.file) for page in site.pages)
    command = [
        LYCHEE, "--offline", "--include-fragments", "--index-files", "index.html", "--no-progress", "--format", "json",
        "--root-dir", root, "--remap", f"{site.address.removesuffix(below)} file://{root}", "--files-from", "-",
    ]  # fmt: skip
    done = subprocess.run(command, input=pages, capture_output=True, text=True)
    assert done.stdout.startswith("{"), done.stderr
    report = json.loads(done.stdout)
    assert report["total"] > len(site.pages), "fewer links than pages: they were not read"
    for file, faults in report["error_map"].items():
        for fault in faults:
            yield f"{file.removeprefix(str(site.folder))}: {fault['url']}: {fault['status'].get('text')}"


def style_sheet_faults(site: BuiltSite):
    """What a style sheet fetches is a file of the site, addressed relative to the sheet."""

    def references(nodes):
        for node in nodes:
            if node.type == "url":
                yield node.value
            elif node.type == "function" and node.lower_name == "url":
                yield from (argument.value for argument in node.arguments if argument.type == "string")
            for inner in ("content", "prelude", "arguments"):
                yield from references(getattr(node, inner, None) or [])

    for sheet in sorted(site.folder.rglob("*.css")):
        for reference in references(tinycss2.parse_component_value_list(sheet.read_text(encoding="utf-8"))):
            if reference.startswith(("#", "data:")):
                continue
            where = sheet.relative_to(site.folder)
            if reference.startswith("/") or urlsplit(reference).scheme:
                yield f"{where}: {reference} is not relative"
            elif not (sheet.parent / urlsplit(reference).path).is_file():
                yield f"{where}: {reference} leads nowhere"


def test_links(site):
    assert list(link_faults(site)) == []


def test_links_below_another_site(nested_site):
    assert list(link_faults(nested_site)) == []


@pytest.mark.parametrize(
    "reference", ["/ei-ole/", "ei-ole.html", "#ei-ole", "/tietoa/#ei-ole", "https://mallisto.example/ei-ole/"]
)
def test_a_planted_link_fault_is_found(site, tmp_path, reference):
    reference = reference.replace("https://mallisto.example/", site.address)
    assert list(link_faults(plant(site, tmp_path, "/mallit/", "</main>", f'<a href="{reference}">malli</a></main>')))


def test_a_link_that_forgets_the_folder_it_stands_in_is_found(nested_site, tmp_path):
    folder = tmp_path / "palvelut/mallisto"
    assert list(link_faults(plant(nested_site, folder, "/mallit/", "</main>", '<a href="/tietoa/">Tietoa</a></main>')))


def contents_faults(site: BuiltSite):
    """The contents of a practice lead to every part of it, in the order in which the parts stand."""
    for page in (page for page in site.pages if page.kind == "practice"):
        parts = page.all("//main//section[contains(@class, 'part')]/h2/@id")
        listed = [address.removeprefix("#") for address in page.all("//main//ol[contains(@class, 'toc')]//a/@href")]
        if not parts or listed != parts:
            yield f"{page.path}: contents {listed}, parts {parts}"


def test_contents(site):
    assert list(contents_faults(site)) == []


def test_a_part_that_the_contents_forget_is_found(site, tmp_path):
    path = next(page.path for page in site.pages if page.kind == "practice")
    assert list(contents_faults(plant(site, tmp_path, path, '<li[^>]*><a href="#mallisto-asiasanat">.*?</li>', "")))


def test_style_sheets(site):
    assert list(style_sheet_faults(site)) == []


@pytest.mark.parametrize("address", ["https://fonts.example/a.css", "/kuva.svg", "ei-ole.svg"])
def test_a_planted_style_sheet_fault_is_found(site, tmp_path, address):
    sheet = "/" + min(site.folder.rglob("*.css")).relative_to(site.folder).as_posix()
    for rule in (f"main {{ background: url({address}) }}", f"@media print {{ main {{ background: url('{address}') }} }}"):
        assert list(style_sheet_faults(plant(site, tmp_path, sheet, r"\A", rule)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_reached_by_links(site, language):
    """From the home page of any language, following links only."""
    found, waiting = set(), [FIXED["home"][language]]
    pages = {page.path: page for page in site.pages}
    while waiting:
        path = waiting.pop()
        if path in found or path not in pages:
            continue
        found.add(path)
        page = pages[path]
        waiting += filter(None, (site.path_of(site.target(page, link)) for link in page.all("//body//a/@href")))
    assert sorted(pages.keys() - found - {"/404.html"}) == []

"""The marks that scripts, tests and other programs find results and choices by."""

from collections import Counter

import pytest
from built_site import BuiltSite, Page
from faults import plant

LISTS = ("catalogue", "region", "funder", "stage")


def result_faults(page: Page):
    """Each result is there once, and the number said is the number there is."""
    results = page.all("//main//@data-practice")
    twice = [slug for slug, count in Counter(results).items() if count > 1]
    if twice:
        yield f"{page.path}: twice in the list: {twice}"
    counts = page.all("//main//*[@data-result-count]")
    if page.kind in LISTS and not counts:
        yield f"{page.path}: no number of results"
    for count in counts:
        number = count.get("data-result-count")
        if number not in "".join(count.itertext()):
            yield f"{page.path}:{count.sourceline}: says {''.join(count.itertext())!r}, marked {number}"
        if page.kind in LISTS and not page.all("//link[@rel='next']") and number != str(len(results)):
            yield f"{page.path}:{count.sourceline}: {number} said, {len(results)} listed"


def choice_faults(page: Page):
    """Each facet choice is a checkbox in a label that shows its count, and its value is a code."""
    boxes = page.all("//input[@type='checkbox'][@name='region' or @name='funder' or @name='stage']")
    if page.kind == "catalogue" and {box.get("name") for box in boxes} != {"region", "funder", "stage"}:
        yield f"{page.path}: choices only for {sorted({box.get('name') for box in boxes})}"
    for box in boxes:
        where = f"{page.path}:{box.sourceline}: {box.get('name')} {box.get('value')}"
        identifier = box.get("id")
        labels = box.xpath("ancestor::label") or page.all(f"//label[@for='{identifier}']")
        counts = [count for label in labels for count in label.xpath(".//*[@data-count]")]
        if len(labels) != 1:
            yield f"{where}: {len(labels)} labels"
        elif len(counts) != 1:
            yield f"{where}: {len(counts)} counts in its label"
        elif counts[0].get("data-count") not in "".join(counts[0].itertext()):
            yield f"{where}: shows {''.join(counts[0].itertext())!r}, marked {counts[0].get('data-count')}"
        if not box.get("value"):
            yield f"{where}: no value"


def catalogue_faults(site: BuiltSite):
    """The catalogue of each language holds every practice, and marks the language of those in another."""
    practices = {page.path.rstrip("/").rsplit("/", 1)[1]: page for page in site.pages if page.kind == "practice"}
    for language, path in (("fi", "/mallit/"), ("sv", "/sv/modeller/"), ("en", "/en/practices/")):
        catalogue = [page for page in site.pages if page.language == language and page.kind.endswith("catalogue")]
        found = {mark.get("data-practice"): mark for page in catalogue for mark in page.all("//main//*[@data-practice]")}
        if found.keys() != practices.keys():
            yield f"{path}: lists {sorted(found)}, published are {sorted(practices)}"
        for slug in found.keys() & practices.keys():
            other = practices[slug].language
            links = found[slug].xpath(f".//a[contains(@href, '/{slug}/')]")
            if not links or any(link.xpath("string(ancestor-or-self::*[@lang][1]/@lang)") != other for link in links):
                yield f"{path}: the link to {slug} is not marked as {other}"


def order_faults(site: BuiltSite):
    """Counties and regions stand in the filters in the order in which the page of regions lists them."""
    for catalogue, regions in (("/mallit/", "/alueet/"), ("/sv/modeller/", "/sv/omraden/"), ("/en/practices/", "/en/regions/")):
        pages = {page.path: page for page in site.pages}
        boxes = pages[catalogue].all("//form//label[input/@name='region'][not(ancestor::ul[2])]/span[1]")
        choices = [box.text for box in boxes]
        listed = [link.text for link in pages[regions].all("//section[@class='group']//a") if link.text in choices]
        if len(choices) < 2 or [text for text in choices if text in listed] != listed:
            yield f"{catalogue}: {choices}, on {regions} {listed}"


def faults(site: BuiltSite):
    for page in site.pages:
        yield from result_faults(page)
        yield from choice_faults(page)
    yield from catalogue_faults(site)
    yield from order_faults(site)


def test_marks(site):
    assert list(faults(site)) == []


@pytest.mark.parametrize(
    "path, pattern, replacement",
    [
        ("/mallit/", 'data-result-count="[0-9]+"', 'data-result-count="99"'),
        ("/mallit/", 'data-count="[0-9]+"', 'data-count="99"'),
        ("/mallit/", 'data-count="[0-9]+"', ""),
        ("/mallit/", 'data-practice="[^"]*"', 'data-practice="ei-ole"'),
        ("/mallit/", 'name="stage"', 'name="vaihe"'),
        ("/sv/modeller/", '(data-practice.*?) lang="fi"', r"\1"),
    ],
)
def test_a_planted_fault_of_the_marks_is_found(site, tmp_path, path, pattern, replacement):
    assert list(faults(plant(site, tmp_path, path, pattern, replacement)))

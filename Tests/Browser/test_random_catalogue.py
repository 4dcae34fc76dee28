"""In a browser too, what is chosen finds what a plain computation over `practices.json` finds."""

import random

import pytest
from built_site import BuiltSite
from hosting import serve
from playwright.sync_api import expect
from random_catalogue import Plain, chosen_by, pairs, write

# Everything that the page shows, once it has shown it.
SHOWN = """() => ({
  count: Number(document.querySelector('main [data-result-count]').dataset.resultCount),
  text: document.querySelector('main [data-result-count]').textContent,
  slugs: [...document.querySelectorAll('main [data-practice]')].map(e => e.dataset.practice),
  choices: [...document.querySelectorAll('main input[type=checkbox]')].map(box => {
    const count = box.labels[0].querySelector('[data-count]')
    return [box.name, box.value, Number(count.dataset.count), Number(count.textContent)]
  }),
})"""


@pytest.fixture(scope="module")
def catalogue(build, site, tmp_path_factory):
    """The address of a catalogue of 200 practices, and the plain computation over it."""
    folder = tmp_path_factory.mktemp("random")
    built = build(folder / "public", content=write(folder / "site", 7))
    with serve(BuiltSite(built, site.address)) as address:
        yield address, Plain(built)


# Asks for more until there is no more.
SHOW_ALL = """async () => {
  const more = document.querySelector('[data-more]')
  const shown = () => document.querySelectorAll('main [data-practice]').length
  while (!more.hidden) {
    const before = shown()
    more.click()
    while (shown() === before) await new Promise(done => setTimeout(done, 20))
  }
}"""


def test_two_choices_find_what_they_promise(open_page, catalogue):
    address, plain = catalogue
    page = open_page("/mallit/", at=address)
    choices: dict[str, list[str]] = {}
    for facet, code, shown, _ in page.evaluate(SHOWN)["choices"]:
        choices.setdefault(facet, []).append(code)
        assert shown == plain.count({}, facet, code), (facet, code)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    some = random.Random(7).sample(pairs(choices), 40)
    for a, b in some:
        chosen = chosen_by(a, b)
        for facet, code in dict.fromkeys((a, b)):
            page.locator(f"input[name={facet}][value='{code}']").check()
        expected = plain.found(chosen)
        expect(page.locator("main [data-result-count]")).to_have_attribute("data-result-count", str(len(expected)))
        page.wait_for_function("count => document.querySelectorAll('main [data-practice]').length >= Math.min(2, count)", arg=len(expected))
        page.evaluate(SHOW_ALL)
        shown = page.evaluate(SHOWN)
        assert sorted(shown["slugs"]) == sorted(expected), (a, b)
        assert shown["text"] == str(len(expected))
        for facet, code, count, text in shown["choices"]:
            assert count == text == plain.count(chosen, facet, code), (a, b, facet, code)
        page.get_by_role("button", name="Poista").last.click()
        expect(page.locator("main [data-result-count]")).to_have_attribute("data-result-count", "200")

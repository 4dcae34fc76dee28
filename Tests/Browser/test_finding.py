"""A professional finds a practice: by filters, by words, by comparing; with the mouse, the keyboard or a finger."""

import gzip
import json
import re

import pytest
from playwright.sync_api import Page, expect

CATALOGUES = {"fi": "/mallit/", "sv": "/sv/modeller/", "en": "/en/practices/"}
# The practices whose subject is absence from school; the first two say so in their titles.
ABSENCES = [
    "poissaoloihin-puuttumisen-porrasmalli-lempaalassa",
    "kouluun-kiinnittymisen-vahvistaminen-varhassa",
    "sitouttava-kouluyhteistyo-helsingissa",
]


@pytest.fixture(scope="session")
def practices(site) -> list[dict]:
    return json.loads((site.folder / "data/practices.json").read_text(encoding="utf-8"))


def found(page: Page) -> list[str]:
    """The practices in the list, once the list and the number over it agree."""
    count = page.locator("main [data-result-count]")
    results = page.locator("main [data-practice]")
    expect(results).to_have_count(int(count.get_attribute("data-result-count")))
    return results.evaluate_all("all => all.map(e => e.dataset.practice)")


def expect_found(page: Page, slugs: list[str]):
    """Waits until the number of results is right, then looks at which they are, in any order."""
    expect(page.locator("main [data-result-count]")).to_have_attribute("data-result-count", str(len(slugs)))
    assert sorted(found(page)) == sorted(slugs)


def with_stage(practices, *stages) -> list[str]:
    return [practice["slug"] for practice in practices if practice["stage"] in stages]


def with_funder(practices, code) -> list[str]:
    return [practice["slug"] for practice in practices if any(funder["code"] == code for funder in practice["funders"])]


def box(page: Page, name: str, value: str):
    return page.locator(f"input[type=checkbox][name={name}][value='{value}']")


@pytest.mark.parametrize("path", CATALOGUES.values())
def test_filters_narrow_the_list_and_stand_in_the_address(open_page, practices, path):
    page = open_page(path)
    expect_found(page, [practice["slug"] for practice in practices])
    box(page, "stage", "suunnittelu").check()
    expect_found(page, with_stage(practices, "suunnittelu"))
    box(page, "stage", "kokeilu").check()  # two of one facet: either
    expect_found(page, with_stage(practices, "suunnittelu", "kokeilu"))
    assert page.url.endswith("?stage=suunnittelu&stage=kokeilu")
    box(page, "funder", "OKM").check()  # another facet: both
    both = set(with_stage(practices, "suunnittelu", "kokeilu")) & set(with_funder(practices, "OKM"))
    expect_found(page, list(both))


def test_back_and_forward_and_a_shared_link(open_page, practices):
    page = open_page("/mallit/")
    box(page, "stage", "valmis").check()
    expect_found(page, with_stage(practices, "valmis"))
    page.go_back()
    expect_found(page, [practice["slug"] for practice in practices])
    expect(box(page, "stage", "valmis")).not_to_be_checked()
    page.go_forward()
    expect_found(page, with_stage(practices, "valmis"))
    other = open_page("/mallit/?stage=valmis&funder=STM")
    expect_found(other, with_stage(practices, "valmis"))
    expect(box(other, "funder", "STM")).to_be_checked()


def test_a_chip_takes_its_choice_away(open_page, practices):
    page = open_page("/mallit/?stage=valmis&funder=STM")
    expect_found(page, with_stage(practices, "valmis"))
    page.get_by_role("button", name="Valmis").click()
    expect_found(page, with_funder(practices, "STM"))
    expect(box(page, "stage", "valmis")).not_to_be_checked()


def test_counts_tell_what_a_choice_would_leave(open_page):
    """The number beside every choice that can still be added is the number of results once it is alone in its facet."""
    page = open_page("/mallit/?funder=OKM")
    expect(page.locator("main [data-result-count]")).not_to_have_attribute("data-result-count", "5")
    for stage in ("suunnittelu", "kokeilu", "kayttoonotto", "valmis"):
        label = page.locator("label", has=box(page, "stage", stage))
        promised = label.locator("[data-count]").get_attribute("data-count")
        box(page, "stage", stage).check()
        expect(page.locator("main [data-result-count]")).to_have_attribute("data-result-count", promised)
        assert len(found(page)) == int(promised)
        box(page, "stage", stage).uncheck()


def test_the_order_can_be_chosen(open_page, practices):
    page = open_page("/mallit/?sort=name")
    # No title here has a letter that Finnish puts elsewhere than Unicode does.
    expect(page.locator("main [data-practice] h3")).to_have_text(sorted(practice["title"] for practice in practices))


@pytest.mark.parametrize("query", ["poissaolo", "poissaoloihin", "poisaolo", "poissaoloja"])
def test_words_are_found_in_any_form(open_page, query):
    page = open_page("/mallit/")
    page.get_by_role("searchbox").fill(query)
    page.wait_for_url(f"**/mallit/?q={query}")
    expect(page.locator("main mark").first).to_be_visible()
    slugs = found(page)
    assert set(ABSENCES) <= set(slugs) and slugs[0] in ABSENCES[:2]


@pytest.mark.parametrize("query", ["stage=kokeilu", "q=poissaolo", "sort=name"])
def test_unfolding_more_facets_changes_no_count(open_page, query):
    page = open_page("/mallit/?" + query)
    page.wait_for_load_state("networkidle")
    of_stages = page.locator("main input[name=stage] ~ [data-count]")
    before = of_stages.all_text_contents()
    page.locator("main .more-filters > summary").click()
    years = page.locator("main input[name=year] ~ [data-count]")
    expect(years.first).to_be_visible()
    page.wait_for_timeout(500)
    assert of_stages.all_text_contents() == before
    # Every practice found was changed in one year.
    assert sum(map(int, years.all_text_contents())) == len(found(page))


@pytest.mark.parametrize("path", CATALOGUES.values())
def test_what_the_search_gives_as_its_example_is_found(open_page, path):
    """The practices are in Finnish, so a Swedish or English example would lead every reader to an empty list."""
    page = open_page(path)
    example = page.locator("label[for=q] [lang]")
    assert example.get_attribute("lang") == "fi"
    page.get_by_role("searchbox").fill(example.inner_text())
    expect(page.locator("main mark").first).to_be_visible()
    assert set(ABSENCES) <= set(found(page))


@pytest.mark.parametrize("path, words", [
    ("/mallit/", "Rahoittaja: Ei ilmoitettu"), ("/mallit/?q=porrasmalli", "Rahoittaja: Ei ilmoitettu"),
    ("/sv/modeller/", "Finansiär: Ej angiven"), ("/en/practices/?q=porrasmalli", "Funder: Not stated"),
])
def test_a_card_says_what_is_not_stated(open_page, path, words):
    """Among the facts of a card, “not stated” alone could be about any of them."""
    page = open_page.view(path) if "?" in path else open_page(path)
    page.locator(".card .unseen").evaluate_all("all => all.forEach(e => e.remove())")  # said to screen readers alone
    expect(page.locator(f"main [data-practice='{ABSENCES[0]}'] .traits")).to_contain_text(words)


def test_where_what_corrects_words_does_not_come_the_others_are_found(open_page):
    page = open_page("/mallit/")
    page.route("**/corrections.js", lambda route: route.abort("aborted"))
    page.get_by_role("searchbox").fill("poissaolo tarkeaa")
    explanation = page.locator("main [data-explanation]")
    expect(explanation).to_contain_text("poissaolo / tarkeaa")
    assert set(ABSENCES) <= set(found(page))
    page.unroute("**/corrections.js")
    page.get_by_role("searchbox").fill("poissaolo tarkea")
    expect(explanation).to_contain_text("poissaolo tärkeä")


def test_searching_says_how_many_remain(open_page):
    page = open_page("/mallit/")
    page.get_by_role("searchbox").fill("pienluokka")
    status = page.get_by_role("status").filter(has=page.locator("[data-result-count]"))
    expect(status).to_contain_text("1 malli")


def test_nothing_found_offers_a_way_out(open_page):
    page = open_page("/mallit/?stage=valmis&funder=OKM")
    expect_found(page, [])
    page.locator("main [data-loosen] button").first.click()
    expect(page.locator("main [data-result-count]")).not_to_have_attribute("data-result-count", "0")


def test_the_slash_key_leads_to_the_search(open_page):
    page = open_page("/mallit/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_filtering_with_the_keyboard_alone(open_page, practices):
    page = open_page("/mallit/")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('input[name=stage][value=valmis]')"):
            break
    page.keyboard.press("Space")
    expect_found(page, with_stage(practices, "valmis"))
    assert page.evaluate("document.activeElement.matches('input[name=stage][value=valmis]')"), "the focus was lost"


def test_filtering_with_a_finger(open_page, playwright, practices):
    device = {key: value for key, value in playwright.devices["Pixel 7"].items() if key != "default_browser_type"}
    page = open_page("/mallit/", **device)
    choice = page.locator("label", has=box(page, "stage", "valmis"))
    size = choice.bounding_box()
    assert size["width"] >= 24 and size["height"] >= 24
    choice.tap()
    expect_found(page, with_stage(practices, "valmis"))


def test_where_giving_up_one_thing_finds_nothing_all_can_be_given_up(open_page):
    page = open_page("/mallit/?q=xyzzy&stage=idea")
    expect(page.locator("main [data-empty]")).to_be_visible()
    page.locator("main [data-loosen] button").click()
    expect(page.locator("main [data-result-count]")).not_to_have_attribute("data-result-count", "0")
    assert "?" not in page.url


def test_comparing(open_page, practices):
    """Practices named in the address stand beside each other, and one can be taken away."""
    slugs = [practice["slug"] for practice in practices[:2]]
    titles = [practice["title"] for practice in practices[:2]]
    page = open_page("/vertaa/?m=" + "&m=".join(slugs))
    for title in titles:
        expect(page.get_by_role("heading", name=title)).to_be_visible()
    left, right = (page.get_by_role("heading", name=title).bounding_box() for title in titles)
    assert abs(left["y"] - right["y"]) < 2 and right["x"] > left["x"], "not side by side"
    page.get_by_role("button", name=titles[0]).click()
    expect(page.get_by_role("heading", name=titles[0])).to_have_count(0)
    assert slugs[0] not in page.url


def test_a_practice_can_be_added_to_the_comparison(open_page):
    page = open_page("/vertaa/")
    page.get_by_role("searchbox").fill("poissaolot")
    page.locator("main [data-picks] button").first.click()
    expect(page.locator("main h2").first).to_be_visible()
    assert "?m=" in page.url


@pytest.mark.parametrize(
    ("path", "names"),
    [("/sv/jamfor/", ["Skede", "Var", "Finansiär"]), ("/en/compare/", ["Stage", "Where", "Funder"])],
)
def test_what_is_compared_is_named_in_the_language_of_the_page(open_page, path, names):
    page = open_page(path + "?m=" + "&m=".join(ABSENCES[:2]))
    expect(page.locator(".compare-name")).to_have_count(2)
    facts = page.locator(".compare-part").first.locator("dt")
    assert facts.evaluate_all("all => all.slice(0, 3).map(e => e.textContent)") == names
    assert page.locator(".compare-part > h2[lang]").count() == 0
    assert "Ratkaisun perusidea" not in page.locator(".compare-part > h2").all_text_contents()


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("/sv/jamfor/", ["Införande, skede 4 av fem", "Lempäälä (Birkalands välfärdsområde)", "Ej angiven", "1.11.2020 (skapad"]),
        ("/en/compare/", ["Adoption, stage 4 of five", "Lempäälä (Pirkanmaa", "Not stated", "1 November 2020 (created"]),
    ],
)
def test_values_out_of_a_vocabulary_are_compared_in_the_language_of_the_page(open_page, path, values):
    """A practice has one page, in its own language; what a vocabulary or a calendar knows is said in the reader's."""
    page = open_page(path + "?m=poissaoloihin-puuttumisen-porrasmalli-lempaalassa")
    facts = page.locator(".compare-part").first
    for value in values:
        expect(facts).to_contain_text(value)
    stages = facts.locator(".path .name").all_text_contents()
    assert len(stages) == 5 and "Käyttöönotto" not in stages
    shown = facts.get_by_role("link", name="Lempäälä")
    assert shown.evaluate("e => e.closest('[lang]').lang") == path[1:3]
    shown.click()
    expect(page.locator("html")).to_have_attribute("lang", path[1:3])


def test_on_a_phone_the_long_lists_of_choices_are_folded(open_page):
    page = open_page("/mallit/", viewport={"width": 390, "height": 844})
    region = box(page, "region", "kunta-418")
    expect(region).to_be_hidden()
    expect(box(page, "stage", "valmis")).to_be_visible()  # five are not many
    page.locator("main summary").filter(has_text="Alue").press("Enter")
    region.check()
    expect(page).to_have_url(re.compile("region=kunta-418"))
    shared = open_page(page.url.split("/", 3)[3], viewport={"width": 390, "height": 844})
    expect(box(shared, "region", "kunta-418")).to_be_visible()  # what is chosen is in sight


def test_on_a_wide_screen_all_choices_are_in_sight_and_nothing_folds_them(open_page):
    page = open_page("/mallit/")
    expect(box(page, "region", "kunta-418")).to_be_visible()
    assert page.locator("main summary:visible").all_text_contents() == ["Lisää rajauksia"]


def test_a_choice_that_no_practice_has_is_named(open_page):
    page = open_page("/mallit/?region=hva-01&funder=SITRA")
    expect(page.get_by_role("button", name="hyvinvointialue")).to_be_visible()
    expect(page.locator("[data-chips]")).not_to_contain_text("hva-01")
    expect(page.locator("main [data-result-count]")).to_have_attribute("data-result-count", "0")


def test_what_a_search_finds_is_in_sight_on_a_phone(open_page):
    page = open_page("/", viewport={"width": 390, "height": 844})
    page.get_by_role("searchbox").fill("poissaolot")
    page.get_by_role("searchbox").press("Enter")
    best = f"main [data-practice='{ABSENCES[0]}']"
    expect(page.locator(best)).to_be_in_viewport()
    wide = open_page("/mallit/?q=poissaolot")
    expect(wide.locator(best)).to_be_in_viewport()
    assert wide.evaluate("scrollY") == 0


def test_an_address_that_leads_nowhere_offers_a_search(open_page, practices):
    page = open_page("/mallit/ei-ole/", expected_status=404)
    page.get_by_role("searchbox").fill("koulupoissaolo")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/mallit/?q=koulupoissaolo")
    assert found(page)


def test_an_address_that_leads_nowhere_speaks_every_language(open_page):
    page = open_page("/sv/modeller/finns-inte/", expected_status=404)
    headings = page.locator("main :is(h1, h2)").evaluate_all("all => all.map(e => [e.closest('[lang]').lang, e.textContent])")
    assert headings == [["fi", "Sivua ei löytynyt"], ["sv", "Sidan hittades inte"], ["en", "Page not found"]]
    links = page.locator("main li a").evaluate_all("all => all.map(a => [a.closest('[lang]').lang, new URL(a.href).pathname])")
    for language, catalogue in CATALOGUES.items():
        assert [language, catalogue] in links


@pytest.mark.parametrize("path", ["/vertaa/", "/sv/jamfor/", "/en/compare/"])
def test_without_javascript_the_comparison_says_where_to_go(open_page, path):
    page = open_page(path, java_script_enabled=False)
    links = page.locator("main a:visible").evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    assert set(links) & set(CATALOGUES.values())


def test_a_first_search_is_light(open_page):
    """What a first search fetches after the page itself, its scripts included: at most 25 kB under gzip -9."""
    page = open_page("/mallit/")
    page.wait_for_load_state("networkidle")
    weights = {}
    page.on("requestfinished", lambda request: weights.setdefault(request.url, len(gzip.compress(request.response().body(), 9))))
    page.get_by_role("searchbox").fill("koulupoissaolo")
    page.wait_for_url("**?q=koulupoissaolo")
    page.locator("[data-practice] mark").first.wait_for()
    page.wait_for_timeout(600)
    assert 0 < sum(weights.values()) <= 25_000, weights
    assert len(weights) <= 6, weights

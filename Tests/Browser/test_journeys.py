"""Whole journeys of a professional, each done with the mouse, with the keyboard alone, by touch and without JavaScript."""

import re

import pytest
from addresses import FIXED
from playwright.sync_api import Page, expect

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


def tab_to(page: Page, matches: str, most: int = 120):
    """Presses Tab until the focus is on what a selector finds."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", matches):
            return
    raise AssertionError(f"{most} presses of Tab do not lead to {matches}")


def expect_count(page: Page, count: int):
    expect(page.locator("main [data-result-count]")).to_have_attribute("data-result-count", str(count))


# From the home page by words to a practice.


def test_from_words_to_a_practice_with_the_mouse(open_page):
    page = open_page("/")
    page.get_by_role("searchbox").click()
    page.get_by_role("searchbox").fill("poissaoloihin puuttuminen")
    page.get_by_role("button", name="Hae").click()
    page.wait_for_url("**/mallit/?q=*")
    first = page.locator("main [data-practice]").first
    expect(first.locator("mark").first).to_be_visible()
    first.locator("a").click()
    expect(page.locator("h1")).to_have_text("Poissaoloihin puuttumisen porrasmalli Lempäälässä")


def test_from_words_to_a_practice_with_the_keyboard(open_page):
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type("poissaoloihin puuttuminen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mallit/?q=*")
    expect(page.locator("main mark").first).to_be_visible()
    tab_to(page, "main [data-practice] a")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Poissaoloihin puuttumisen porrasmalli Lempäälässä")


def test_from_words_to_a_practice_by_touch(open_page):
    page = open_page("/", **PHONE)
    page.get_by_role("searchbox").tap()
    page.keyboard.type("poissaoloihin puuttuminen")
    page.get_by_role("button", name="Hae").tap()
    page.wait_for_url("**/mallit/?q=*")
    expect(page.locator("main mark").first).to_be_visible()
    page.locator("main [data-practice] a").first.tap()
    expect(page.locator("h1")).to_have_text("Poissaoloihin puuttumisen porrasmalli Lempäälässä")


def test_from_a_subject_to_a_practice_without_javascript(open_page):
    page = open_page("/", java_script_enabled=False)
    page.locator(".hints a", has_text="koulupoissaolot").click()
    page.locator("dd a", has_text="Lempäälässä").first.click()
    expect(page.locator("h1")).to_have_text("Poissaoloihin puuttumisen porrasmalli Lempäälässä")


# Filtering, taking a choice away, sorting, another view.


def test_filtering_sorting_and_the_table_with_the_keyboard(open_page):
    page = open_page("/mallit/")
    tab_to(page, "input[name=funder][value=OKM]")
    page.keyboard.press("Space")
    expect_count(page, 3)
    tab_to(page, "select[name=sort]")
    page.keyboard.press("v")  # vaihe
    page.wait_for_url("**sort=stage**")
    expect(page.locator("main [data-practice] [data-trait=stage]").first).to_have_text("Kokeilu")
    tab_to(page, "[data-view=table]")
    page.keyboard.press("Enter")
    expect(page.locator("main table [data-practice]")).to_have_count(3)
    assert page.evaluate("document.activeElement.matches('[data-view=table]')"), "the focus was lost"
    tab_to(page, "[data-chips] button")
    page.keyboard.press("Enter")
    expect_count(page, 5)
    assert page.evaluate("document.activeElement.closest('main') !== null"), "the focus was lost"


def test_further_filters_open_and_narrow_with_the_keyboard(open_page):
    page = open_page("/mallit/")
    tab_to(page, ".more-filters > summary")
    page.keyboard.press("Enter")
    tab_to(page, "input[name=keyword][value='varhainen tuki']")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name=re.compile("varhainen tuki"))).to_be_visible()
    assert "keyword=varhainen+tuki" in page.url
    shared = open_page(page.url.split("/", 3)[3])
    expect(shared.locator("input[name=keyword][value='varhainen tuki']")).to_be_visible()


def test_filtering_by_touch_leads_to_the_results(open_page):
    page = open_page("/mallit/", **PHONE)
    page.locator("label", has=page.locator("input[name=stage][value=kokeilu]")).tap()
    expect_count(page, 1)
    page.get_by_role("link", name="Siirry tuloksiin").tap()
    expect(page.locator("main [data-practice]").first).to_be_in_viewport()


def test_every_value_has_its_page_without_javascript(open_page):
    """From the catalogue each value's link leads to a list of as many practices as it says."""
    page = open_page("/mallit/", java_script_enabled=False)
    values = page.locator("main .facet-links li").evaluate_all(
        "all => all.map(e => [e.querySelector('a').href, Number(e.querySelector('.soft').textContent)])"
    )
    assert len(values) > 20
    for address, count in values:
        page.goto(address)
        anchor = address.partition("#")[2]
        if anchor:  # a keyword: its place in the index
            assert page.locator(f"div:has(> dt#{anchor}) dd").count() == count, address
        else:
            assert len(set(page.locator("main [data-practice]").evaluate_all("all => all.map(e => e.dataset.practice)"))) == count, address


# The map.


@pytest.mark.parametrize("scripted", [True, False])
def test_the_map_leads_to_a_region_with_the_keyboard(open_page, scripted):
    page = open_page("/alueet/", java_script_enabled=scripted)
    tab_to(page, "main svg a[aria-label^=Pirkanmaan]")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Pirkanmaan hyvinvointialue")


def test_the_map_leads_to_a_region_by_touch(open_page):
    page = open_page("/alueet/", **PHONE)
    page.locator("main svg a[aria-label^=Pirkanmaan]").first.tap()
    expect(page.locator("h1")).to_have_text("Pirkanmaan hyvinvointialue")


# Comparing.


def test_comparing_with_the_keyboard(open_page):
    page = open_page("/mallit/poissaoloihin-puuttumisen-porrasmalli-lempaalassa/")
    tab_to(page, "main a[href*='/vertaa/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vertaa/?m=*")
    expect(page.locator(".compare-name")).to_have_count(1)
    page.keyboard.press("/")
    page.keyboard.type("inkluusio")
    expect(page.locator("[data-picks] button").first).to_be_visible()
    tab_to(page, "[data-picks] button")
    page.keyboard.press("Enter")
    expect(page.locator(".compare-name")).to_have_count(2)
    assert page.url.count("m=") == 2
    tab_to(page, ".compare-name button")
    page.keyboard.press("Enter")
    expect(page.locator(".compare-name")).to_have_count(1)
    page.go_back()
    expect(page.locator(".compare-name")).to_have_count(2)


def test_comparing_by_touch(open_page):
    page = open_page("/vertaa/", **PHONE)
    for query in ("porrasmalli", "inkluusio"):
        page.get_by_role("searchbox").tap()
        page.keyboard.type(query)
        page.locator("[data-picks] button").first.tap()
        page.wait_for_function("count => document.querySelectorAll('.compare-name').length > count", arg=page.url.count("m=") - 1)
    expect(page.locator(".compare-name")).to_have_count(2)


# The practice page.


def test_the_citation_is_copied_with_the_keyboard(open_page):
    page = open_page("/mallit/poissaoloihin-puuttumisen-porrasmalli-lempaalassa/", permissions=["clipboard-read", "clipboard-write"])
    tab_to(page, "[data-copy]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-copy]")).to_have_text("Viite kopioitu")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Lempäälän kunnan koulut. Poissaoloihin")


def test_a_change_can_be_suggested(open_page):
    page = open_page("/mallit/poissaoloihin-puuttumisen-porrasmalli-lempaalassa/", java_script_enabled=False)
    address = page.get_by_role("link", name="Ilmoita virheestä tai ehdota muutosta").get_attribute("href")
    assert address.startswith("mailto:") and "subject=" in address and "lempaalassa" in address


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_language_can_be_changed_and_the_lists_hold_all(open_page, language):
    page = open_page("/mallit/")
    page.locator(f".languages a[hreflang={language}]").click()
    assert page.url.endswith(FIXED["catalogue"][language])
    expect(page.locator("main [data-practice]")).to_have_count(5)
    assert page.locator("main [data-practice] h3").evaluate_all("all => all.every(e => e.lang === 'fi')")

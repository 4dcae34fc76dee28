"""The built site served on this machine, and Debian's Chromium to look at it with.

A page that writes to the console, throws, asks another host for anything or asks for what is not there fails the test
that opened it, whatever else the test looked at.
"""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from addresses import FIXED, LANGUAGES
from built_site import BuiltSite
from hosting import serve
from playwright.sync_api import Browser, Page, sync_playwright


def samples(site: BuiltSite) -> list:
    """The longest page of each kind in each language, and every practice of a small site, as pytest parameters."""
    chosen = {}
    for page in site.pages:
        key = (page.kind, page.language)
        size = page.file.stat().st_size
        if key not in chosen or size > chosen[key].file.stat().st_size:
            chosen[key] = page
    practices = [page for page in site.pages if page.kind == "practice"][:8]
    pages = {page.path: page for page in [*chosen.values(), *practices]}
    ordered = sorted(pages.values(), key=lambda page: (page.kind, LANGUAGES.index(page.language), page.path))
    return [pytest.param(page.path, id=f"{page.kind} {page.language} {page.path}") for page in ordered]


def views(site: BuiltSite) -> list:
    """What scripts make of pages, in each language: results, a table, nothing found, a choice, practices side by side."""
    practices = sorted(page.path.strip("/").split("/")[-1] for page in site.pages if page.kind == "practice")
    kinds = {
        "results": ("catalogue", "?q=poisaolo"),
        "results with excerpts": ("catalogue", "?q=opetussuunnitelma"),
        "table": ("catalogue", "?view=table"),
        "table of results": ("catalogue", "?q=koulu&view=table"),
        "nothing": ("catalogue", "?stage=valmis&funder=OKM"),
        "nothing for a word": ("catalogue", "?q=zzzzz"),
        "choice": ("catalogue", "?region=hva-08&region=maakunta-02&keyword=varhainen+tuki&sort=stage"),
        "two side by side": ("comparison", "?m=" + "&m=".join(practices[:2])),
        "four side by side": ("comparison", "?m=" + "&m=".join(practices[:4])),
    }
    return [
        pytest.param(FIXED[page][language] + query, id=f"{kind} {language}")
        for kind, (page, query) in kinds.items()
        for language in LANGUAGES
    ]


def pytest_generate_tests(metafunc):
    if "view" in metafunc.fixturenames:
        metafunc.parametrize("view", views(metafunc.config.built_site))
    if "sample" in metafunc.fixturenames:
        metafunc.parametrize("sample", samples(metafunc.config.built_site))


@pytest.fixture(scope="session")
def home(site):
    """The address that the site under check answers at."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def nested_home(nested_site):
    with serve(nested_site) as address:
        yield address


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright):
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert program, "no Chromium: install Debian's package chromium, or name the program in CHROMIUM"
    # Chromium's sandbox does not run as root, and CI is root in a container.
    launched = playwright.chromium.launch(executable_path=program, chromium_sandbox=os.geteuid() != 0)
    yield launched
    launched.close()


class Visit:
    """What a page did that it must not do."""

    def __init__(self, page: Page, home: str, expected_status: int, scripted: bool):
        self.console, self.exceptions, self.failed, self.foreign = [], [], [], []
        own = urlsplit(home).netloc

        def on_request(request):
            if urlsplit(request.url).scheme in ("http", "https") and urlsplit(request.url).netloc != own:
                self.foreign.append(request.url)

        def on_response(response):
            is_page = response.request.is_navigation_request()
            if response.status >= 400 and not (is_page and response.status == expected_status):
                self.failed.append(f"{response.status} {response.url}")

        def on_console(message):
            # Chromium reports the status of the page itself too, even when it is the one asked for.
            if f"status of {expected_status}" not in message.text:
                self.console.append(f"{message.type}: {message.text}")

        def on_failure(request):
            # What is still on its way when the next page is opened is aborted. And Chromium turns scripts off by a
            # policy of its own, which stops what a script would have fetched.
            if request.failure != "net::ERR_ABORTED" and (scripted or request.failure != "csp"):
                self.failed.append(f"{request.failure} {request.url}")

        page.on("request", on_request)
        page.on("response", on_response)
        page.on("requestfailed", on_failure)
        page.on("console", on_console)
        page.on("pageerror", lambda error: self.exceptions.append(str(error)))

    def faults(self) -> dict[str, list[str]]:
        return {name: found for name, found in vars(self).items() if found}


@pytest.fixture
def open_page(browser: Browser, home):
    """open_page(path, **options) opens a page in a fresh context; options are those of Playwright's `new_context`.

    A path of None leaves the page empty; `expected_status` is for an address that leads nowhere on purpose.
    """
    opened: list[tuple[Page, Visit]] = []

    def open_page_(path: str | None, *, at: str = home, expected_status: int = 200, **options) -> Page:
        options = {"locale": "fi-FI", "reduced_motion": "reduce", "viewport": {"width": 1280, "height": 900}} | options
        page = browser.new_context(**options).new_page()
        scripted = options.get("java_script_enabled", True)
        opened.append((page, Visit(page, at, expected_status, scripted)))
        if path is not None:
            page.goto(at + path.removeprefix("/"), wait_until="load")
        return page

    def open_view(path: str, **options) -> Page:
        page = open_page_(path, **options)
        page.wait_for_load_state("networkidle")
        page.wait_for_function("!document.querySelector('[data-result-count]') || document.querySelector('[data-chips] button, table, mark, [data-empty]:not([hidden])')")
        return page

    open_page_.view = open_view
    yield open_page_
    for page, _ in opened:
        page.context.close()
    faults = {page.url: visit.faults() for page, visit in opened if visit.faults()}
    assert not faults, faults

"""The catalogue's page in Chromium: asking, choosing, and what either takes of the page's main thread."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from measure import Failed
from script_time import CATEGORIES, Spent, spent

# Seconds without a request after which a page is taken to have shown everything. A page waits for a quarter of a second
# after the last key before it searches; that wait is over when the address changes.
QUIET = 0.3


@contextmanager
def chromium() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not program:
        raise Failed("no Chromium: install Debian's package chromium, or name the program in CHROMIUM")
    with sync_playwright() as playwright:
        # Chromium's sandbox does not run as root.
        browser = playwright.chromium.launch(executable_path=program, chromium_sandbox=os.geteuid() != 0)
        yield browser
        browser.close()


class CataloguePage:
    """The page of the Finnish list, opened anew.

    While it is traced it is told what to do as by a keyboard, and no script but its own runs in it.
    """

    def __init__(self, context: BrowserContext, home: str):
        self.browser, self.page = context.browser, context.new_page()
        self.under_way, self.last_request, self.faults = 0, time.monotonic(), []
        self.page.on("request", lambda _: self.note(1))
        self.page.on("requestfinished", lambda _: self.note(-1))
        self.page.on("requestfailed", lambda _: self.note(-1))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto(home + "mallit/", wait_until="load")
        self.settle()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.page.close()

    def note(self, change: int) -> None:
        self.under_way, self.last_request = self.under_way + change, time.monotonic()

    def settle(self) -> None:
        """Waits until nothing has been fetched for a while."""
        since = time.monotonic()
        while self.under_way or time.monotonic() < max(since, self.last_request) + QUIET:
            self.page.wait_for_timeout(20)
        if self.faults:
            raise Failed(f"{self.page.url}: {self.faults[0]}")

    def done(self, act: Callable[[], None]) -> None:
        """Does what changes the address, and waits until the page shows what was asked for."""
        with self.page.expect_event("framenavigated"):
            act()
        self.settle()

    def cost(self, act: Callable[[], None]) -> Spent:
        self.browser.start_tracing(page=self.page, categories=CATEGORIES)
        self.done(act)
        return spent(json.loads(self.browser.stop_tracing()))

    def asking(self, query: str) -> Callable[[], None]:
        """What puts a query into the search's field at once, in the place of what is there."""
        field = self.page.get_by_role("searchbox")
        field.focus()
        field.select_text()
        return lambda: self.page.keyboard.insert_text(query)

    def choosing(self, name: str, value: str) -> Callable[[], None]:
        """What chooses a filter, or takes it back."""
        box = self.page.locator(f"input[type=checkbox][name={name}][value='{value}']")
        self.page.locator("details", has=box).evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")
        box.focus()
        return lambda: self.page.keyboard.press("Space")

    def choices(self, name: str) -> list[str]:
        """The values that a filter can have."""
        return self.page.locator(f"input[type=checkbox][name={name}]").evaluate_all("boxes => boxes.map(box => box.value)")

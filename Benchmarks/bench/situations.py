"""What queries and choices of filters take in a browser, in four situations."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

import report
from browser import CataloguePage, chromium
from host import served
from measure import middle
from queries import Sampler, read
from script_time import Spent
from tools import Mallisto

FACETS = ("region", "funder", "stage")

BEFORE, NEW, LOADED, CHOICE = "a query asked before", "new to a page in use", "the first of a page", "a choice of a filter"
# How many milliseconds of script are to be enough in each situation; the first query of a page has no such bar.
ENOUGH = {BEFORE: 30, NEW: 30, LOADED: None, CHOICE: 50}


@dataclass(frozen=True)
class Asked:
    """A query of some kind, or a value of some filter."""

    kind: str
    text: str


class Visits:
    """Visits to one site's catalogue by a browser that keeps what it has fetched.

    In a round there is a query of each kind.
    """

    def __init__(self, context: BrowserContext, home: str, rounds: list[list[Asked]], seed: int):
        self.context, self.home, self.rounds, self.random = context, home, rounds, random.Random(seed)

    def page(self) -> CataloguePage:
        return CataloguePage(self.context, self.home)

    def after(self, others: list[Asked], queries: list[Asked]) -> Iterator[tuple[Asked, Spent]]:
        """Queries on a page where others have been asked."""
        with self.page() as page:
            for query in others:
                page.done(page.asking(query.text))
            for query in queries:
                yield query, page.cost(page.asking(query.text))

    def before(self) -> Iterator[tuple[Asked, Spent]]:
        """Every query again, after all of them have been asked once."""
        queries = [query for round_ in self.rounds for query in round_]
        yield from self.after(queries, queries)

    def new(self) -> Iterator[tuple[Asked, Spent]]:
        """Queries of half of the kinds, one of each, on a page where those of the other half have been asked."""
        for round_ in self.rounds:
            half = len(round_) // 2
            for others, queries in ((round_[:half], round_[half:]), (round_[half:], round_[:half])):
                yield from self.after(others, queries)

    def loaded(self) -> Iterator[tuple[Asked, Spent]]:
        """The first query of a page."""
        for round_ in self.rounds:
            for query in round_:
                yield from self.after([], [query])

    def choices(self) -> Iterator[tuple[Asked, Spent]]:
        """Choices among all practices, two of each filter for a round; each is taken back before the next."""
        with self.page() as page:
            for name in FACETS:
                values = page.choices(name)
                for value in self.random.sample(values, min(len(values), 2 * len(self.rounds))):
                    yield Asked(name, value), page.cost(page.choosing(name, value))
                    page.done(page.choosing(name, value))

    def measured(self) -> list[dict]:
        """The first situation asks for everything, so that in the others the browser has every query's files."""
        situations = {BEFORE: self.before, NEW: self.new, LOADED: self.loaded, CHOICE: self.choices}
        return [
            {"situation": situation} | asdict(asked) | asdict(spent)
            for situation, each in situations.items() for asked, spent in each()]


def visited(browser: Browser, practices: Path, site: Path, each: int, seed: int) -> list[dict]:
    kinds = Sampler([read(file) for file in sorted(practices.glob("*.md"))], seed).kinds(each)
    rounds = [[Asked(kind, queries[index]) for kind, queries in kinds] for index in range(each)]
    with served(site) as home, browser.new_context(locale="fi-FI", viewport={"width": 1280, "height": 900}) as context:
        return Visits(context, home, rounds, seed).measured()


def measured(sites: Iterable[tuple[int, Mallisto]], each: int, seed: int = 1) -> dict:
    """What so many queries of each kind, and choices of filters, take at each number of practices."""
    with chromium() as browser:
        found = {"chromium": browser.version, "sizes": {}}
        for count, site in sites:
            found["mallisto"] = site.version()
            found["sizes"][str(count)] = visited(browser, site.practices, site.searched, each, seed)
    return found


def cells(situation: str, rows: list[dict]) -> list[str]:
    highest, enough = max(rows, key=lambda row: row["script"]), ENOUGH[situation]
    within = f"{sum(row['script'] <= enough for row in rows)} ({enough} ms)" if enough else "–"
    return [
        f"{len(rows)}", f"{middle([row['script'] for row in rows]):.1f}", f"{highest['script']:.1f} ({highest['kind']})", within,
        f"{middle([row['main'] for row in rows]):.1f}", f"{max(row['main'] for row in rows):.1f}"]


def table(sizes: dict[str, list[dict]]) -> str:
    """A line for each number of practices and situation; the bar is in ENOUGH."""
    lines = [
        "| Practices | | How many | Script ms, middle | highest | within the bar | Main thread ms, middle | highest |",
        "|---:|---|" + "---:|" * 6]
    for count, rows in sizes.items():
        for situation in ENOUGH:
            found = [row for row in rows if row["situation"] == situation]
            lines.append(f"| {int(count):,} | {situation} | {' | '.join(cells(situation, found))} |")
    return "\n".join(lines)


def text(results: dict) -> str:
    versions = f"Mallisto {results['mallisto']}, Chromium {results['chromium']}."
    return f"{report.surroundings(results)} {versions} {report.load(results)}\n\n{table(results['sizes'])}"

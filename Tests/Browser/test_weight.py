"""A page is light and does not jump while it loads.

A weight is the sum of every file fetched until the network is idle, each under gzip -9, in kB of 1,000 bytes.
"""

import gzip

import pytest

# The bars, in kB. A practice's own pictures do not count.
HOME, PRACTICE, SCRIPTS = 60, 50, 20

SHIFTS = """
window.shifts = []
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput) window.shifts.push(...entry.sources.map(source => `${entry.value.toFixed(4)} ${source.node?.outerHTML?.slice(0, 100)}`))
}).observe({type: 'layout-shift', buffered: true})
"""
# Lighthouse's slow 4G: what comes late has the time to push things about.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 93_750}


def packed(body: bytes) -> float:
    return len(gzip.compress(body, 9)) / 1000


def first_view(page, address: str) -> dict[str, float]:
    """The packed weight of each file that a first visit fetches."""
    weights = {}
    page.on("requestfinished", lambda request: weights.setdefault(request.url, packed(request.response().body())))
    page.goto(address, wait_until="networkidle")
    return weights


def said(weights: dict[str, float]) -> str:
    return ", ".join(f"{url.rsplit('/', 2)[-2]}/{url.rsplit('/', 1)[1]} {weight:.1f}" for url, weight in weights.items())


@pytest.mark.parametrize("path", ["/", "/sv/", "/en/"])
def test_the_home_page_is_light(open_page, home, path):
    page = open_page(None)
    weights = first_view(page, home + path[1:])
    assert sum(weights.values()) <= HOME, said(weights)


def test_a_practice_page_is_light(open_page, site, home):
    for practice in (page for page in site.pages if page.kind == "practice"):
        page = open_page(None)
        weights = first_view(page, home + practice.path[1:])
        rest = {url: weight for url, weight in weights.items() if not is_of_the_content(url)}
        assert sum(rest.values()) <= PRACTICE, said(rest)


def is_of_the_content(url: str) -> bool:
    """Whether a file is a picture of an entry and not of the theme."""
    return url.endswith((".png", ".jpg", ".jpeg", ".webp", ".avif", ".svg", ".gif")) and "/assets/" not in url


def test_the_scripts_are_light(site):
    weights = {file.name: packed(file.read_bytes()) for file in site.folder.rglob("*") if file.suffix in (".js", ".mjs")}
    assert sum(weights.values()) <= SCRIPTS, weights


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps(open_page, home, sample, width):
    page = open_page(None, viewport={"width": width, "height": 844})
    page.add_init_script(SHIFTS)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.goto(home + sample[1:], wait_until="networkidle")
    assert page.evaluate("shifts") == []


def test_a_planted_jump_is_found(open_page, home):
    page = open_page(None)
    page.add_init_script(SHIFTS)
    page.goto(home + "tietoa/")
    page.evaluate("""new Promise(done => {
      const block = document.createElement('p')
      block.textContent = 'Tämä tuli myöhässä. '.repeat(99)
      document.querySelector('main').prepend(block)
      requestAnimationFrame(() => setTimeout(done, 300))
    })""")
    assert page.evaluate("shifts")

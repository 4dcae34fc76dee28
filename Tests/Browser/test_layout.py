"""Nothing runs over the edge or is cut off: on a narrow screen, with large text, with wide spacing, on paper."""

import re
import shutil

import pytest
from built_site import BuiltSite
from hosting import serve
from playwright.sync_api import expect
from project import ROOT

# Elements that stick out of the window to the right, or whose text is cut by their own box. What scrolls in a box of
# its own (a wide table) does so on purpose; what is there for screen readers only takes no room.
OVERFLOW = """() => {
  const faults = []
  const own = e => `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}.${e.getAttribute('class') ?? ''}: ${e.textContent.trim().slice(0, 60)}`
  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`)
  for (const e of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(e)
    if (e.closest('svg') && e.tagName !== 'svg' || !e.checkVisibility({visibilityProperty: true})) continue
    const box = e.getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1) continue
    let scroller = e.parentElement
    while (scroller && scroller !== document.body && !/auto|scroll/.test(getComputedStyle(scroller).overflowX)
           && !(scroller.getBoundingClientRect().width <= 1)) scroller = scroller.parentElement
    const inScroller = scroller && scroller !== document.body
    if (!inScroller && (box.right > innerWidth + 1 || box.left < -1) && box.right > 0) faults.push(`over the edge: ${own(e)}`)
    const cuts = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY)
    if (cuts && e.textContent.trim() && e !== document.body && !inScroller
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) faults.push(`cut off: ${own(e)}`)
  }
  return faults
}"""

# The amounts of WCAG 2.2, success criterion 1.4.12.
WIDE_SPACING = """() => {
  for (const e of document.querySelectorAll('body, body *')) {
    e.style.lineHeight = '1.5'
    e.style.letterSpacing = '0.12em'
    e.style.wordSpacing = '0.16em'
    if (e.tagName === 'P') e.style.marginBottom = '2em'
  }
}"""
DOUBLE_TEXT = """() => {
  const root = document.documentElement
  root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px'
}"""
# The longest title seen on the national platform, and as long a word as Finnish makes.
TITLE = ("Kouluun kiinnittymisen vahvistaminen ja koulupoissaolojen ehkäisyn toimintamalli " * 2)[:158].strip()
WORD = "lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas"
SHOWN = re.compile("\u00ad?".join(WORD) + "|" + re.escape(TITLE), re.IGNORECASE)  # a table shows the title alone
LONG_ENTRY = f"""---
nimi: {TITLE}
lyhyt kuvaus: >-
  Kuvaus, jossa on pitkä sana {WORD} ja sen ympärillä sen verran muuta tekstiä, että kuvaus on yhtä pitkä kuin
  kuvaukset yleensä. Lisäksi siinä on toinen virke.
toteutuspaikka: {WORD.capitalize()}koulu
alue: Lempäälä
rahoittaja: Ei ilmoitettu
vaihe: Idea
luotu: 1.11.2020
muokattu: 1.11.2027
tekijä: {WORD.capitalize()}
asiasanat: [{WORD}]
kohderyhmät: [{WORD}]
lähteet:
  - nimi: {WORD}
    viite: {"HEL2021002096" * 4}
    osoite: https://www.example.fi/{WORD}/{WORD}
---
## Ratkaisun perusidea

Malli on tehty, jotta {WORD} pääsee kouluun.

### {WORD.capitalize()}

- {WORD}

```portaat
- kynnys: {WORD}
  otsikko: {WORD.capitalize()}
  vastuu: {WORD}
  toimet:
    - {WORD.capitalize()} tekee ilmoituksen.
```

```taulukko
otsikko: {WORD.capitalize()}
| {WORD} | Oppilaita |
| {WORD} | {WORD} |
```
"""
A4_PIXELS = 794 - 2 * 57  # 210 mm less margins of 15 mm, at 96 pixels an inch


@pytest.fixture(scope="session")
def long_home(build, site, tmp_path_factory):
    """The site with one more practice, in which everything that an editor writes is long."""
    folder = tmp_path_factory.mktemp("long")
    for part in ("content", "themes"):
        shutil.copytree(ROOT / part, folder / part)
    (folder / "content/practices/pitka.md").write_text(LONG_ENTRY, encoding="utf-8")
    with serve(BuiltSite(build(folder / "public", content=folder), site.address)) as address:
        yield address


def overflow(page, *widths: int) -> dict[int, list[str]]:
    """What overflows in windows of these widths."""
    found = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if faults := page.evaluate(OVERFLOW):
            found[width] = faults
    return found


def test_no_sideways_scrolling(open_page, sample):
    assert overflow(open_page(sample), 320, 390, 640, 768, 1280) == {}


def test_no_sideways_scrolling_of_what_scripts_make(open_page, view):
    assert overflow(open_page.view(view), 320, 390, 768, 1280) == {}


def test_text_of_double_size(open_page, sample):
    page = open_page(sample)
    page.evaluate(DOUBLE_TEXT)
    assert overflow(page, 640, 1280) == {}


def test_wide_spacing(open_page, sample):
    page = open_page(sample)
    page.evaluate(WIDE_SPACING)
    assert overflow(page, 390, 1280) == {}


def test_a_long_title_and_long_words(open_page, long_home):
    """On every page where the practice of `long_home` stands, with the theme's script and without it."""
    for path in ("/", "/mallit/", "/sv/modeller/", "/mallit/pitka/", "/asiasanat/", "/mallit/?view=table", "/kohderyhmat/", f"/kohderyhmat/{WORD}/"):
        for scripted in (True, False):
            page = open_page(path, at=long_home, java_script_enabled=scripted)
            expect(page.locator("main"), f"{path} shows the practice").to_contain_text(SHOWN)
            assert overflow(page, 320, 768, 1280) == {}, (path, scripted)


def test_what_is_wide_is_not_cut_on_paper(open_page, sample):
    page = open_page(sample)
    page.emulate_media(media="print", color_scheme="light")
    assert overflow(page, A4_PIXELS) == {}


@pytest.mark.parametrize(
    "fault, spoil",
    [
        ("the page is", "main.innerHTML += '<p style=\"width:2000px\">leveä</p>'"),
        ("over the edge", "document.body.style.overflowX = 'hidden'; main.innerHTML += '<p style=\"width:2000px\">leveä</p>'"),
        ("cut off", "main.innerHTML += '<p style=\"width:4em;overflow:hidden;white-space:nowrap\">katkaistu sana</p>'"),
    ],
)
def test_a_planted_overflow_is_found(open_page, fault, spoil):
    page = open_page("/tietoa/", bypass_csp=True)
    page.evaluate(f"const main = document.querySelector('main'); {spoil}")
    assert any(fault in found for found in page.evaluate(OVERFLOW))

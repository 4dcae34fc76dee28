"""A page prints on A4 as a document: its text is all there, and so are the addresses of its links."""

import io

from pypdf import PdfReader

A4 = (595, 842)  # points


def printed(page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format="A4", tagged=True, outline=True, prefer_css_page_size=True)))


# The runs of text of a description that a person sees on the screen: its title, facts and sections, but no tools, nor
# the names in the picture of stages, which take the room there is, and not what is there for screen readers only, in a
# box of one pixel.
SEEN = """() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) {
    let e = walker.currentNode.parentElement
    if (!e.closest('h1, .facts, [data-section]') || e.closest('button, form, svg, .path')) continue
    if (!walker.currentNode.data.trim() || !e.checkVisibility({visibilityProperty: true})) continue
    while (e && e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().height > 1) e = e.parentElement
    if (!e) texts.push(walker.currentNode.data)
  }
  return texts
}"""


def squeezed(text: str) -> str:
    """A text without spaces, hyphens and line breaks: where a line ends on paper is no matter."""
    return "".join(text.replace("\u00ad", "").replace("-", "").replace("\u2010", "").split())


def test_prints_on_a4(open_page, sample):
    document = printed(open_page(sample))
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in document.pages}
    assert all(abs(width - A4[0]) <= 2 and abs(height - A4[1]) <= 2 for width, height in sizes), sizes
    assert all(page.extract_text().strip() for page in document.pages), "an empty sheet"


def test_a_printed_practice_keeps_its_text_and_addresses(site, open_page):
    for practice in (page for page in site.pages if page.kind == "practice"):
        # As wide as an A4 sheet less its margins, so that what depends on the room is the same on both.
        page = open_page(practice.path, viewport={"width": 680, "height": 960})
        texts = page.evaluate(SEEN)
        assert len(texts) > 20, practice.path
        paper = squeezed("".join(sheet.extract_text() for sheet in printed(page).pages))
        assert [text for text in texts if squeezed(text) not in paper] == [], practice.path
        links = page.eval_on_selector_all("main a[href^='http']", "all => all.map(a => a.getAttribute('href'))")
        lost = [link for link in links if not link.startswith(site.address) and squeezed(link) not in paper]
        assert lost == [], practice.path


def test_a_printed_list_tells_what_was_chosen_and_has_no_controls(open_page):
    page = open_page("/mallit/?region=hva-08&stage=kayttoonotto")
    page.wait_for_selector(".chips button:not(.removes)")
    paper = squeezed("".join(sheet.extract_text() for sheet in printed(page).pages))
    assert squeezed("Pirkanmaan hyvinvointialue") in paper.split(squeezed("Poissaoloihin puuttumisen"))[0]
    assert squeezed("Poista kaikki rajaukset") not in paper and "×" not in paper


def test_a_printed_comparison_holds_what_is_compared(site, open_page):
    practices = [page for page in site.pages if page.kind == "practice"][:2]
    page = open_page("/vertaa/?m=" + "&m=".join(page.path.strip("/").split("/")[-1] for page in practices))
    page.wait_for_selector(".compare-part")
    titles = page.locator(".compare-name h2").all_text_contents()
    paper = squeezed("".join(sheet.extract_text() for sheet in printed(page).pages))
    assert len(titles) == 2
    for text in titles + page.locator(".compare-part p").all_text_contents():
        # A paragraph may go on at the head of the next sheet, beyond the other column.
        assert squeezed(text.strip())[:20] in paper, text
    # Beside each other, as on the screen.
    page.set_viewport_size({"width": 680, "height": 960})
    page.emulate_media(media="print")
    tops = page.locator(".compare-name").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    assert tops[0] == tops[1]

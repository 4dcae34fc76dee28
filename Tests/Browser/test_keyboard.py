"""Every page can be walked through with the Tab key: in order, in sight, and to the end."""

# Where the focus is, and whether a person could tell.
FOCUS = """() => {
  const e = document.activeElement
  if (!e || e === document.body || e === document.documentElement) return null
  const style = getComputedStyle(e)
  const paint = all => JSON.stringify([...all].slice(0, 8).map(part => {
    const {stroke, strokeWidth, fill} = getComputedStyle(part)
    return [stroke, strokeWidth, fill]
  }))
  const changesPaint = () => {  // how a part of a drawing shows that it has the focus
    const parts = [e, ...e.querySelectorAll('*')]
    const focused = paint(parts)
    e.blur()
    const blurred = paint(parts)
    e.focus({focusVisible: true})
    return focused !== blurred
  }
  const marked = (e instanceof SVGElement && changesPaint()) || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
  const label = e.closest('label') ?? (e.id ? document.querySelector(`label[for="${CSS.escape(e.id)}"]`) : null)
  const box = e.getBoundingClientRect()
  const inView = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1)
  const y = Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1)
  const top = document.elementFromPoint(x, y)
  const first = e.getClientRects()[0] ?? box
  const atFirst = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2)
  const seen = [top, atFirst].some(t => t && (e.contains(t) || t.contains(e) || label?.contains(t)))
  e.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length)
  return {stop: Number(e.dataset.stop), what: e.outerHTML.slice(0, 120), marked, inView, seen, tabindex: e.tabIndex}
}"""


def test_the_skip_link_leads_to_the_content(open_page, sample):
    page = open_page(sample)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href", timeout=1000).startswith("#"), "the first stop is not a link to the content"
    box = skip.bounding_box()
    assert box and box["width"] > 20 and box["x"] >= 0 and box["y"] >= 0, f"the skip link cannot be seen: {box}"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') === document.querySelector('main')")
    assert page.evaluate("document.querySelector('main').getBoundingClientRect().top < innerHeight")


def walk(page, limit=400):
    """Presses Tab until the focus has left the page; yields each stop."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return
        yield stop
    raise AssertionError(f"the focus is still on the page after {limit} stops")


def focus_faults(page):
    for number, stop in enumerate(walk(page)):
        if stop["stop"] != number:
            yield f"the focus goes back: {stop['what']}"
            return
        if not stop["marked"]:
            yield f"the focus cannot be seen on {stop['what']}"
        if not stop["inView"]:
            yield f"the focus is out of sight on {stop['what']}"
        elif not stop["seen"]:
            yield f"something covers {stop['what']}"
        if stop["tabindex"] > 0:
            yield f"a place of its own in the order: {stop['what']}"


def test_the_focus_is_always_in_sight(open_page, sample):
    page = open_page(sample)
    assert list(focus_faults(page)) == []


def test_planted_focus_faults_are_found(open_page):
    main = "document.querySelector('main')"
    planted = {
        "cannot be seen": f"{main}.innerHTML += '<a href=\"/\" style=\"outline:none;box-shadow:none\">Etusivu</a>'",
        "out of sight": f"{main}.innerHTML += '<a href=\"/\" style=\"position:absolute;left:-900px\">Etusivu</a>'",
        "covers": f"{main}.innerHTML += '<div style=\"position:fixed;inset:0;z-index:99\"></div>'",
        "place of its own": f"{main}.innerHTML += '<a href=\"/\" tabindex=\"1\">Etusivu</a>'",
        "goes back": "document.addEventListener('focusin', e => e.target.closest('main') && document.querySelector('a').focus())",
    }
    for fault, spoil in planted.items():
        page = open_page("/tietoa/", bypass_csp=True)
        page.evaluate(f"{main}.innerHTML += '<p><a href=\"/\">Etusivu</a></p>'")
        page.evaluate(spoil)
        assert any(fault in found for found in focus_faults(page)), fault

"""Without JavaScript nothing on a page pretends to work."""

# A static page does nothing with a field or a button; these are the exceptions that a browser serves by itself.
DEAD = """() => [...document.querySelectorAll('input, select, textarea, button, [role=button], [contenteditable]')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.matches(':disabled') && !e.closest('[inert]'))
  .filter(e => !e.matches('[popovertarget], [commandfor], input[type=hidden]'))
  .map(e => e.outerHTML.slice(0, 160))"""


def test_no_dead_control(open_page, sample):
    page = open_page(sample, java_script_enabled=False)
    assert page.evaluate(DEAD) == []


def test_a_planted_dead_control_is_found(open_page):
    page = open_page("/tietoa/", java_script_enabled=False)
    page.evaluate("document.querySelector('main').innerHTML += '<form><input name=\"q\"><button>Hae</button></form>'")
    assert len(page.evaluate(DEAD)) == 2


def test_what_stands_in_for_a_script_stands_apart(open_page):
    page = open_page("/vertaa/", java_script_enabled=False)
    lead, note = (page.locator(f"main {part}").bounding_box() for part in (".lead", ".note"))
    assert note["y"] - (lead["y"] + lead["height"]) >= 12

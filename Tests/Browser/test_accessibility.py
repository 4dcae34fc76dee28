"""No violation of WCAG 2.2, levels A and AA, that axe-core can find, on any kind of page, in any language and look."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

# The states in which a page has to hold: colour scheme and width in CSS pixels.
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (390, 1280)]

# `target-size` is off in axe unless asked for.
RUN = """axe.run(document, {
  runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
  rules: {'target-size': {enabled: true}},
  resultTypes: ['violations', 'incomplete'],
})"""


def violations(page) -> list[str]:
    """One line for each element at fault, or whose contrast axe could not make out: text over a picture, say."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN)
    assert found["passes"], "axe looked at nothing"
    return [
        f"{rule['id']}: {rule['help']}: {node['html'][:200]}\n  {node['failureSummary']}"
        for rule in found["violations"] + [rule for rule in found["incomplete"] if rule["id"] == "color-contrast"]
        for node in rule["nodes"]
        if not is_a_figure_in_a_picture(node)
    ]


def is_a_figure_in_a_picture(node) -> bool:
    """Axe does not judge a text of one letter: the numbers on the map. `test_the_numbers_on_the_map` does."""
    return node["html"].startswith("<text") and any(check["data"]["messageKey"] == "shortTextContent" for check in node["any"])


def violations_in_all_looks(page) -> dict[tuple[str, int], list[str]]:
    found = {}
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        if faults := violations(page):
            found[scheme, width] = faults
    return found


def test_no_violation(open_page, sample):
    assert violations_in_all_looks(open_page(sample)) == {}


def test_no_violation_in_what_scripts_make(open_page, view):
    page = open_page.view(view)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert violations_in_all_looks(page) == {}


def test_forced_colours(open_page, sample):
    """With the reader's own colours every control and every picture that carries data can still be told from the page."""
    page = open_page(sample, forced_colors="active")
    assert page.evaluate(UNSEEN_IN_FORCED_COLOURS) == []


# Controls without an outline of their own, and shapes in the colour of the page, when colours are forced; a sign is
# drawn upon another shape.
UNSEEN_IN_FORCED_COLOURS = """() => {
  const paper = getComputedStyle(document.body).backgroundColor
  const controls = [...document.querySelectorAll('button, select, input[type=search]')].filter(e => e.checkVisibility({visibilityProperty: true}))
    .filter(e => { const s = getComputedStyle(e); return parseFloat(s.borderTopWidth) === 0 || s.borderTopStyle === 'none' })
  const shapes = [...document.querySelectorAll('main svg rect:not(.inset-frame), main svg path:not(.sign)')].filter(e => e.checkVisibility({visibilityProperty: true}))
    .filter(e => { const s = getComputedStyle(e); return s.fill === paper && (s.stroke === 'none' || s.stroke === paper) })
  return [...controls, ...shapes].map(e => e.outerHTML.slice(0, 140))
}"""

# The contrast of each number in a drawing with the shape that it stands on.
NUMBERS = """() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number)
  const light = colour => parts(colour).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  return [...document.querySelectorAll('main svg text')].filter(text => text.checkVisibility()).map(text => {
    text.scrollIntoView({block: 'center'})
    const box = text.getBoundingClientRect()
    const shape = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      .find(e => e instanceof SVGGeometryElement && getComputedStyle(e).fill !== 'none')
    const ground = shape ? getComputedStyle(shape).fill : getComputedStyle(document.body).backgroundColor
    const [a, b] = [getComputedStyle(text).fill, ground].map(light).sort((x, y) => y - x)
    return {text: text.textContent, size: box.height, contrast: (a + 0.05) / (b + 0.05)}
  })
}"""


def test_the_numbers_on_the_map(open_page):
    page = open_page("/alueet/")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        numbers = page.evaluate(NUMBERS)
        assert numbers
        assert [number for number in numbers if number["contrast"] < 4.5] == [], scheme


@pytest.mark.parametrize(
    "spoil",
    [
        "document.querySelector('main p').style.color = '#999'; document.querySelector('main p').style.background = '#aaa'",
        "document.querySelector('main p').style.background = 'linear-gradient(black, white)'",
        "document.querySelector('main').append(new Image())",
        "document.documentElement.removeAttribute('lang')",
        "document.querySelector('main').innerHTML += '<input>'",
        "document.querySelector('main').innerHTML += '<button style=\"width:9px;height:9px;padding:0;border:0\">a</button>'.repeat(2)",
    ],
)
def test_a_planted_violation_is_found(open_page, spoil):
    page = open_page("/tietoa/", bypass_csp=True)
    page.evaluate(spoil)
    assert violations(page)

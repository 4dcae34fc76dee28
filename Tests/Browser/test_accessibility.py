"""No violation of WCAG 2.2, levels A and AA, that axe-core can find, on any kind of page, in any language and look."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

# The states in which a page has to hold: colour scheme and width in CSS pixels.
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (390, 1280)]

# `target-size` is off in axe unless asked for.
RUN = """axe.run(document, {
  runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
  rules: {'target-size': {enabled: true}},
  resultTypes: ['violations'],
})"""


def violations(page) -> list[str]:
    """One line for each element at fault."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN)
    assert found["passes"], "axe looked at nothing"
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]}\n  {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def test_no_violation(open_page, sample):
    page = open_page(sample)
    found = {}
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        if faults := violations(page):
            found[scheme, width] = faults
    assert found == {}


@pytest.mark.parametrize(
    "spoil",
    [
        "document.querySelector('h1').style.color = '#999'; document.querySelector('h1').style.background = '#aaa'",
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

"""Every amount, share, date, section, reference number and threshold of the five source documents is on its page.

`Tests/Fixtures/source-figures.json` lists them as the page writes them, by the practice's address.
"""

import json
import re

import pytest
from project import ROOT

FIGURES = json.loads((ROOT / "Tests/Fixtures/source-figures.json").read_text(encoding="utf-8"))


def plain(text: str) -> str:
    """Spaces of every kind as one, without soft hyphens."""
    return " ".join(text.replace("\u00ad", "").split())


def stands_in(figure: str, text: str) -> bool:
    """Whether a figure stands in a text whole: `20 %` does not stand in `120 %`, nor `40 000` in `40 0001`."""
    return re.search(rf"(?<![\w.,]){re.escape(plain(figure))}(?!\d)", text) is not None


@pytest.mark.parametrize("slug", FIGURES)
def test_the_figures_of_a_source_stand_on_its_page(site, slug):
    texts = site.page(f"/mallit/{slug}/").all("//main//text()[not(ancestor::script)]")
    # A figure may run over an element's edge, as in `<b>680 000</b> €`; two blocks may have no space between them.
    run, apart = plain("".join(texts)), plain(" ".join(texts))
    missing = [figure for figure in FIGURES[slug] if not stands_in(figure, run) and not stands_in(figure, apart)]
    assert missing == []


@pytest.mark.parametrize("figure, text", [("20 %", "120 %"), ("40 000", "40 0001 €"), ("26 §", "126 §"), ("1.11.2020", "11.11.2020")])
def test_a_part_of_another_figure_does_not_count(figure, text):
    assert not stands_in(figure, text)


def test_a_figure_counts_whatever_its_spaces():
    assert stands_in("680 000", plain("avustus 680\u00a0000\u202f€"))

"""Random catalogues, and what is found in them by a plain computation over `practices.json`."""

import json
import random
import shutil
from itertools import chain
from pathlib import Path

import yaml
from project import ROOT

SECTIONS = (
    "Ratkaisun perusidea",
    "Toimintaympäristö",
    "Kohderyhmä ja asiakasymmärrys",
    "Toimivuuden ja käyttöönoton ehdot",
    "Arvioinnin tulokset tiivistettynä",
    "Vinkit toimintamallin soveltajille",
)
KEYWORDS = ("poissaolot", "varhainen tuki", "digitaaliset palvelut", "osallisuus", "kotihoito", "kuntoutus", "Ääni")
AUDIENCES = ("huoltajat", "ikääntyneet", "nuoret", "perusopetuksen oppilaat", "työttömät")


def vocabulary(name: str) -> list[dict]:
    return yaml.safe_load((ROOT / f"content/vocabularies/{name}.yaml").read_text(encoding="utf-8"))["values"]


def write(folder: Path, seed: int, count: int = 200) -> Path:
    """A site with random practices in place of the project's own; few regions, so that they share practices."""
    for part in ("content", "themes"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("practices"))
    (folder / "content/practices").mkdir()
    draw = random.Random(seed)
    regions = [place["names"]["fi"] for place in vocabulary("regions")]
    regions = draw.sample(regions, 30) + ["Helsinki", "Pirkanmaan hyvinvointialue", "Varsinais-Suomi"]
    funders = [funder["names"]["fi"] for funder in draw.sample(vocabulary("funders"), 9)]
    stages = [stage["names"]["fi"] for stage in vocabulary("stages")]

    def some(values, most: int) -> str:
        return json.dumps(draw.sample(values, draw.randint(1, most)), ensure_ascii=False)

    for number in range(count):
        year = draw.randint(2019, 2026)
        region = '["Valtakunnallinen"]' if draw.random() < 0.1 else some(regions, 2)
        lines = [
            f"nimi: Malli {draw.randrange(10**6):06} numero {number}",
            "lyhyt kuvaus: Kuvaus siitä, mitä on tehty, missä ja kenen kanssa, ja mitä siitä on opittu.",
            "toteutuspaikka: Koulut",
            f"alue: {region}",
            f"rahoittaja: {some(funders, 2)}",
            f"vaihe: {draw.choice(stages)}",
            f"luotu: {year - 1}-0{draw.randint(1, 9)}-11",
            f"muokattu: {year}-0{draw.randint(1, 9)}-1{draw.randint(0, 9)}",
        ]
        if draw.random() < 0.8:
            lines += [f"asiasanat: {some(KEYWORDS, 3)}", f"kohderyhmät: {some(AUDIENCES, 2)}"]
        body = "\n\n".join(f"## {heading}\n\nTässä on tekstiä." for heading in SECTIONS)
        text = "\n".join(["---", *lines, "---", "", body, ""])
        (folder / f"content/practices/malli-{number}.md").write_text(text, encoding="utf-8")
    return folder


class Plain:
    """The contract on what a choice finds, over `practices.json` and the classification of regions alone."""

    def __init__(self, site: Path):
        self.practices = json.loads((site / "data/practices.json").read_text(encoding="utf-8"))
        land: dict[str, set[str]] = {}
        for place in vocabulary("regions"):
            level = place["code"].split("-")[0]
            if level == "kunta":
                for code in (place["code"], f"maakunta-{place['maakunta']}", f"hva-{place['hva']}"):
                    land.setdefault(code, set()).add(place["code"])
        self.under = {
            practice["slug"]: {facet: self.codes(practice, facet, land) for facet in ("region", "funder", "stage", "keyword", "audience", "year")}
            for practice in self.practices
        }

    @staticmethod
    def codes(practice: dict, facet: str, land: dict[str, set[str]]) -> set[str]:
        if facet == "region":
            own = [region["code"] for region in practice["regions"]]
            if "maa-FI" in own:
                return {"maa-FI", *land}
            return {code for code, area in land.items() if any(land[region] <= area for region in own)}
        if facet == "funder":
            return {funder["code"] for funder in practice["funders"]}
        if facet == "year":
            return {practice["modified"][:4]}
        return {practice["stage"]} if facet == "stage" else set(practice[{"keyword": "keywords"}.get(facet, facet)])

    def found(self, chosen: dict[str, set[str]]) -> set[str]:
        """One of the codes of each facet that has any."""
        return {
            slug
            for slug, codes in self.under.items()
            if all(not wanted or codes[facet] & wanted for facet, wanted in chosen.items())
        }

    def count(self, chosen: dict[str, set[str]], facet: str, code: str) -> int:
        """What would be found with a code alone in its facet."""
        return len(self.found(chosen | {facet: {code}}))


def pairs(choices: dict[str, list[str]]):
    """Every combination of two values, of one facet or of two."""
    values = list(chain.from_iterable(((facet, code) for code in codes) for facet, codes in choices.items()))
    return [(a, b) for index, a in enumerate(values) for b in values[index:]]


def chosen_by(*values: tuple[str, str]) -> dict[str, set[str]]:
    chosen: dict[str, set[str]] = {}
    for facet, code in values:
        chosen.setdefault(facet, set()).add(code)
    return chosen

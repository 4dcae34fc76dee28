#!/usr/bin/env python3
"""Made-up Finnish practice models, for measuring.

    Benchmarks/bench/corpus.py --count 1000 --out FOLDER [--flavour mallisto|hugo|zorto|text] [--seed 1]

The same count, seed and flavour give the same bytes. A practice is the same text in every flavour, and does not depend
on how many are made. Compounds are put together anew, so the vocabulary grows with the corpus as Finnish makes it grow.
"""

import argparse
import json
import random
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import finnish

GAP = re.compile(r"\{(\w+)\}")


@dataclass
class Practice:
    slug: str
    fields: dict
    body: str


class Writer:
    """Writes one practice, with a few subjects and a town of its own."""

    def __init__(self, seed: int, number: int):
        self.random = random.Random(f"{seed} {number}")
        self.subjects = self.random.sample(finnish.STEMS, 9)
        self.town, self.town_in, self.county = self.random.choice(finnish.TOWNS)

    def noun(self, case: str = "nom") -> str:
        pick = self.random
        stem = pick.choice(self.subjects) if pick.random() < 0.7 else pick.choice(finnish.STEMS)
        if pick.random() < 0.35:
            stem = joined(stem, pick.choice([other for other in finnish.STEMS if other != stem]))
        head = finnish.HEADS[min(int(pick.expovariate(0.13)), len(finnish.HEADS) - 1)]
        return joined(stem, head[finnish.CASES.index(case)])

    def filled(self, sentence: str) -> str:
        return GAP.sub(lambda gap: self.word(gap[1]), sentence)

    def word(self, gap: str) -> str:
        pick = self.random
        match gap:
            case "town_in" | "Town_in":
                return self.town_in
            case "number":
                return f"{pick.randrange(15, 9000)}"
            case "percent":
                return f"{pick.randrange(11, 89)}"
            case "year":
                return f"{pick.randrange(2017, 2026)}"
            case "date":
                return f"{pick.randrange(1, 29)}.{pick.randrange(1, 13)}.{pick.randrange(2024, 2029)}"
            case "slug":
                return address(self.noun())
        noun = self.noun(gap.lower())
        return noun if gap.islower() else noun[0].upper() + noun[1:]

    def section(self, sentences: list[str], words: float) -> list[str]:
        """Paragraphs, lists and quotations of about so many words."""
        pick, blocks, left = self.random, [], words
        waiting: list[str] = []

        def sentence() -> str:
            if not waiting:
                waiting.extend(pick.sample(sentences, len(sentences)))
            return self.filled(waiting.pop())

        while left > 0:
            chance = pick.random()
            if blocks and chance < 0.2:
                mark = "1. " if chance < 0.05 else "- "
                block = "\n".join(mark + sentence() for _ in range(pick.randrange(2, 5)))
            elif blocks and chance < 0.24:
                block = self.filled(finnish.QUOTE)
            else:
                block = " ".join(sentence() for _ in range(pick.randrange(2, 6)))
            blocks.append(block)
            left -= len(block.split())
        return blocks

    def body(self) -> str:
        total = self.random.randrange(650, 830)
        parts: list[str] = []
        for index, (heading, share, sentences) in enumerate(finnish.SECTIONS):
            parts += [f"## {heading}", *self.section(sentences, total * share)]
            for extra, place, chance in ((finnish.STEPS, 0, 0.2), (finnish.TABLE, 4, 0.1), (finnish.NOTE, 3, 0.15)):
                if index == place and self.random.random() < chance:
                    parts.append(self.filled(extra))
        return "\n\n".join(parts) + "\n"


def joined(first: str, second: str) -> str:
    """A compound; the same vowel on both sides takes a hyphen between."""
    return f"{first}-{second}" if first[-1] == second[0] and first[-1] in "aeiouyäö" else first + second


def address(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def practice(seed: int, number: int) -> Practice:
    writer = Writer(seed, number)
    pick = writer.random
    title = writer.filled(pick.choice(finnish.TITLES))
    year, month, day = pick.randrange(2016, 2025), pick.randrange(1, 13), pick.randrange(1, 29)
    fields = {
        "title": title,
        "summary": writer.filled(pick.choice(finnish.SUMMARIES)),
        "place": f"{writer.town}, {writer.noun()}",
        "region": [writer.town] if pick.random() < 0.5 else [writer.county],
        "funder": sorted(pick.sample(finnish.FUNDERS, pick.choice((1, 1, 2)))),
        "stage": pick.choice(finnish.STAGES),
        "author": f"{pick.choice(finnish.FIRST_NAMES)} {pick.choice(finnish.LAST_NAMES)}",
        "created": f"{year}-{month:02}-{day:02}",
        "modified": f"{year + 1}-{pick.randrange(1, 13):02}-{day:02}",
        "keywords": sorted({writer.noun() for _ in range(pick.randrange(3, 7))}),
        "links": [
            {"name": writer.word("Nom"), "url": f"https://example.org/{address(writer.noun())}"}
            for _ in range(pick.randrange(1, 4))
        ],
    }
    return Practice(f"{address(title)[:60].strip('-')}-{number}", fields, writer.body())


def quoted(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def yaml(fields: dict) -> str:
    """A text in quotation marks means the same in JSON and in YAML."""
    lines = ["---"]
    for name, value in fields.items():
        if name in ("created", "modified", "date", "lastmod"):
            lines.append(f"{name}: {value}")
        elif isinstance(value, str):
            lines.append(f"{name}: {quoted(value)}")
        else:
            lines.append(f"{name}:")
            for item in value:
                pairs = [f"{key}: {quoted(text)}" for key, text in item.items()] if isinstance(item, dict) else [quoted(item)]
                lines.append("  - " + "\n    ".join(pairs))
    return "\n".join([*lines, "---", "", ""])


def toml(fields: dict) -> str:
    fields = dict(fields)
    lines = ["+++"]
    lines += [f"title = {quoted(fields.pop('title'))}", f"date = {quoted(fields.pop('created'))}"]
    lines.append(f"description = {quoted(fields.pop('summary'))}")
    for name in ("region", "funder", "stage"):
        value = fields.pop(name)
        lines.append(f"{name} = {quoted(value if isinstance(value, list) else [value])}")
    links = ", ".join(f"{{ name = {quoted(link['name'])}, url = {quoted(link['url'])} }}" for link in fields.pop("links"))
    lines += ["[extra]", *(f"{name} = {quoted(value)}" for name, value in fields.items()), f"links = [{links}]"]
    return "\n".join([*lines, "+++", "", ""])


def written(item: Practice, flavour: str) -> str:
    fields = dict(item.fields)
    match flavour:
        case "text":
            return item.body
        case "zorto":
            return toml(fields) + item.body
        case "hugo":
            fields["date"], fields["lastmod"] = fields.pop("created"), fields.pop("modified")
    return yaml(fields) + item.body


FLAVOURS = ("mallisto", "hugo", "zorto", "text")


def write(count: int, folders: dict[str, Path], seed: int = 1) -> None:
    """Writes so many practices into the folder of each flavour."""
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        item = practice(seed, number)
        for flavour, folder in folders.items():
            (folder / f"{item.slug}.md").write_text(written(item, flavour), encoding="utf-8")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--flavour", choices=FLAVOURS, default="mallisto")
    given = options.parse_args()
    write(given.count, {given.flavour: given.out}, given.seed)

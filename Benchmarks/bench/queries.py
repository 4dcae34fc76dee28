#!/usr/bin/env python3
"""Queries of twelve kinds, taken at random from practices, and what a browser fetches for each.

    queries.py PRACTICES SITE [PRACTICES SITE ...]

PRACTICES is a folder of Markdown files and SITE the site that was built of them with search. Prints a table: of each kind of
query what is fetched, in kB under gzip and in requests, in the mean and at most. The same practices and seed give the same
queries.
"""

import argparse
import json
import random
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools import HERE

EACH = 60
VOWELS, CONSONANTS = "aeiouyäö", "hjklmnprstv"


@dataclass
class Text:
    title: list[str]
    sentences: list[list[str]]

    def words(self) -> list[str]:
        """Those that tell something, most of them: of four letters and more."""
        return [word for sentence in [self.title, *self.sentences] for word in sentence if len(word) > 3]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower())


def read(file: Path) -> Text:
    """A practice's title and the sentences of its prose: no blocks, tables or headings."""
    _, fields, body = file.read_text(encoding="utf-8").split("---\n", 2)
    title = re.search(r'^title: "?(.*?)"?$', fields, re.MULTILINE).group(1)
    body = re.sub(r"^(`{3,}).*?^\1$", "", body, flags=re.MULTILINE | re.DOTALL)
    body = re.sub(r"^[#|].*$", "", body, flags=re.MULTILINE)
    body = re.sub(r"\]\([^)]*\)|[*_\[]", "", body)
    # Words of a phrase have nothing but a space between them.
    sentences = [words(part) for part in re.split(r"[^\w\s-]|\d|\n\s*\n|(?<!\w)-|-(?!\w)", body)]
    return Text(words(title), [sentence for sentence in sentences if sentence])


class Sampler:
    """Takes queries from texts."""

    def __init__(self, texts: list[Text], seed: int):
        self.texts, self.random = texts, random.Random(seed)
        self.documents: dict[str, int] = {}
        for text in texts:
            for word in set(text.words()):
                self.documents[word] = self.documents.get(word, 0) + 1

    def kinds(self, each: int = EACH) -> list[tuple[str, list[str]]]:
        """So many queries of each kind."""
        kinds = [
            ("a word of a tenth of the practices or more", lambda text: self.among(text, 0.1, 2)),
            ("a word of 3 to 10 %", lambda text: self.among(text, 0.03, 0.1)),
            ("a rarer word", lambda text: self.among(text, 0, 0.03)),
            ("two words of a title", lambda text: self.some(2, text.title)),
            ("three of a title", lambda text: self.some(3, text.title)),
            ("two words of a text", lambda text: self.some(2, text.words())),
            ("three of a text", lambda text: self.some(3, text.words())),
            ("a part of a compound", self.part),
            ("a misspelt word", self.misspelt),
            ("a phrase of two words", lambda text: self.phrase(text, 2)),
            ("a phrase of three", lambda text: self.phrase(text, 3)),
            ("a word that is nowhere", self.nowhere),
        ]
        return [(kind, [self.taken(kind, take) for _ in range(each)]) for kind, take in kinds]

    def taken(self, kind: str, take: Callable[[Text], str | None]) -> str:
        """What is taken from the first of some texts that has such a query."""
        for _ in range(10_000):
            if query := take(self.random.choice(self.texts)):
                return query
        raise SystemExit(f"queries: the practices are too few to take {kind} from")

    def among(self, text: Text, least: float, most: float) -> str | None:
        """A word that stands in at least and less than such shares of the texts."""
        fitting = [word for word in text.words() if least <= self.documents[word] / len(self.texts) < most]
        return self.random.choice(fitting) if fitting else None

    def some(self, count: int, words: list[str]) -> str | None:
        """Different words, in any order."""
        known = sorted({word for word in words if len(word) > 3})
        return " ".join(self.random.sample(known, count)) if len(known) >= count else None

    def part(self, text: Text) -> str | None:
        """The first or the last part of a word that is made of two others."""
        word = self.random.choice(text.words())
        cuts = [at for at in range(4, len(word) - 3) if word[:at] in self.documents and word[at:] in self.documents]
        if not cuts:
            return None
        at = self.random.choice(cuts)
        return self.random.choice((word[:at], word[at:]))

    def misspelt(self, text: Text) -> str | None:
        """A word of six letters and more with one slip, which makes no other word of the texts of it."""
        word, other = self.random.choice(text.words()), self.random.choice(VOWELS + CONSONANTS)
        at = self.random.randrange(1, len(word) - 1)
        head, tail = word[:at], word[at:]
        slipped = self.random.choice((
            head + tail[1] + tail[0] + tail[2:], head + tail[1:], head + tail[0] + tail, head + other + tail[1:]))
        return slipped if len(word) > 5 and slipped not in self.documents else None

    def phrase(self, text: Text, count: int) -> str | None:
        sentence = self.random.choice(text.sentences)
        if len(sentence) < count:
            return None
        at = self.random.randrange(len(sentence) - count + 1)
        return f'"{" ".join(sentence[at:at + count])}"'

    def nowhere(self, _: Text) -> str | None:
        """Three or four syllables that make no word of the texts."""
        word = "".join(
            self.random.choice(CONSONANTS) + self.random.choice(VOWELS) + self.random.choice(["", "", "n", "s"])
            for _ in range(self.random.choice((3, 4))))
        return word if word not in self.documents else None


def fetched(site: Path, queries: list[str]) -> Iterator[dict]:
    """What is fetched for each of some queries until a page shows what it shows before anyone scrolls."""
    command = ["node", HERE / "bench/first-query.mjs", "mallisto", site, *queries]
    said = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
    for line in said.splitlines():
        row = json.loads(line)
        yield row["first"] | {"query": row["query"]}


def measured(practices: Path, site: Path, seed: int = 1) -> list[tuple[str, list[dict]]]:
    """What each query of each kind fetches."""
    kinds = Sampler([read(file) for file in sorted(practices.glob("*.md"))], seed).kinds()
    rows = fetched(site, [query for _, queries in kinds for query in queries])
    return [(kind, [next(rows) for _ in queries]) for kind, queries in kinds]


def cell(rows: list[dict]) -> str:
    bytes, requests = ([row[name] for row in rows] for name in ("bytes", "requests"))
    mean = f"{sum(bytes) / len(rows) / 1000:.1f} in {sum(requests) / len(rows):.1f}"
    return f"{mean} | {max(bytes) / 1000:.1f} in {max(requests)}"


def table(sites: list[tuple[int, list[tuple[str, list[dict]]]]]) -> str:
    """For each number of practices a column of means and one of the most."""
    lines = ["| | " + " | ".join(f"{count:,} practices, mean | most" for count, _ in sites) + " |"]
    lines.append("|---|" + "---:|---:|" * len(sites))
    for index, (kind, _) in enumerate(sites[0][1]):
        lines.append(f"| {kind} | " + " | ".join(cell(found[index][1]) for _, found in sites) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", type=Path, nargs="+")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--over", type=float, help="also tell each query that takes more kB than this, or more than 6 requests")
    given = options.parse_args()
    sites = []
    for practices, site in zip(given.folders[::2], given.folders[1::2], strict=True):
        sites.append((len(list(practices.glob("*.md"))), measured(practices, site, given.seed)))
        if given.over:
            for kind, rows in sites[-1][1]:
                for row in rows:
                    if row["bytes"] > given.over * 1000 or row["requests"] > 6:
                        print(f"{kind}: {row['query']}: {row['bytes'] / 1000:.1f} in {row['requests']}")
    print(table(sites))

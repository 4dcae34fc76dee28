"""`check --fix` changes the ranges of its safe fixes and not one byte beside them, whatever else stands in the file.

Each round plants some of the faults below into an entry that is dressed at random: its line ends, a byte order mark,
comments, blanks at the ends of lines, the order of its keys, a missing last line end.
"""

import os
import random

import pytest

SEED = int(os.environ.get("FIX_SEED", "20261122"))
ROUNDS = int(os.environ.get("FIX_ROUNDS", "40"))

FIELDS = [
    "nimi: Kummiluokka uuden oppilaan tukena",
    "lyhyt kuvaus: >-\n  Kuudesluokkalaiset toimivat ekaluokkalaisten kummeina ensimmäisen syksyn ajan. Kummit auttavat"
    "\n  ruokalassa ja välitunneilla, ja luokat tapaavat kerran viikossa yhteisellä tunnilla.",
    "toteutuspaikka: Lempäälän kunnan koulut",
    "alue: Lempäälä",
    "rahoittaja: Kunta",
    "vaihe: Idea",
    "luotu: 5.2.2024",
    "muokattu: 6.3.2025",
    "tekijä: ''",
    "asiasanat: [ kummit,  alkuopetus ]",
]
BODY = "## Ratkaisun perusidea\n\nKummit auttavat.\n\nLuokat tapaavat viikoittain.\n"
# What is planted, and what `--fix` makes of it.
FAULTS = [
    ("alue: Lempäälä", "alue: Lempaala", "alue: Lempäälä"),
    ("vaihe: Idea", "vaihee: Idea", "vaihe: Idea"),
    ("rahoittaja: Kunta", "rahoitaja:   Kunta", "rahoittaja:   Kunta"),
    ("luotu: 5.2.2024", "luotu: 5. helmikuuta 2024", "luotu: 5.2.2024"),
    ("muokattu: 6.3.2025", "muokattu:  2025/03/06", "muokattu:  2025-03-06"),
    ("## Ratkaisun perusidea", "## Ratkaisun perusidea **", "## Ratkaisun perusidea"),
    ("auttavat.\n\nLuokat", "auttavat.\n\n.\n\nLuokat", "auttavat.\n\nLuokat"),
    ("asiasanat: [", "asiasana: [", "asiasanat: ["),
]


def dressed(rng, text):
    """The text among comments and blanks that are none of `--fix`'s business."""
    lines = []
    for line in text.split("\n"):
        if rng.random() < 0.15 and line and not line.startswith(" ") and ":" in line:
            lines.append(rng.choice(["# Tarkistettu: kyllä", "#", "# vaihee: ei kenttä, vaan huomautus"]))
        blanks = "  " if rng.random() < 0.15 and line.startswith(("toteutus", "nimi", "tekijä")) else ""
        lines.append(line + blanks)
    return "\n".join(lines)


def entry(rng):
    """A faulty entry and what it becomes."""
    fields = FIELDS[:]
    rng.shuffle(fields)
    text = f"---\n{dressed(rng, chr(10).join(fields))}\n---\n\n{BODY}"
    faulty, mended = text, text
    for sound, fault, result in rng.sample(FAULTS, rng.randint(1, len(FAULTS))):
        assert faulty.count(sound) == 1 and mended.count(sound) == 1, sound
        faulty, mended = faulty.replace(sound, fault), mended.replace(sound, result)
    ending, mark = rng.choice(["\n", "\r\n"]), rng.choice(["", "\ufeff"])
    cut = 1 if rng.random() < 0.3 else 0
    return tuple((mark + one[: len(one) - cut].replace("\n", ending)).encode("utf-8") for one in (faulty, mended))


@pytest.mark.parametrize("round", range(ROUNDS))
def test_a_fix_changes_its_range_and_nothing_else(mallisto, round):
    rng = random.Random(SEED + round)
    expected = {}
    for number in range(5):
        faulty, mended = entry(rng)
        path = mallisto.folder / f"content/practices/koe-{number}.md"
        path.write_bytes(faulty.replace("uuden oppilaan".encode(), f"oppilaan {number}".encode()))
        expected[path] = mended.replace("uuden oppilaan".encode(), f"oppilaan {number}".encode())
    others = {path: path.read_bytes() for path in mallisto.folder.rglob("*") if path.is_file() and path not in expected}
    done = mallisto("check", "--fix", "--strict", "--format", "json", "--language", "fi")
    assert done.returncode == 0, done.stdout
    assert {path: path.read_bytes() for path in expected} == expected, f"FIX_SEED={SEED + round}"
    assert {path: path.read_bytes() for path in others} == others
    stamps = {path: path.stat().st_mtime_ns for path in expected}
    assert mallisto("check", "--fix", "--strict").returncode == 0
    assert {path: path.stat().st_mtime_ns for path in expected} == stamps

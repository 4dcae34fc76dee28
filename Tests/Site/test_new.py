"""`mallisto new` writes a file that lacks nothing but the texts that only its writer knows."""

import datetime
import json
import re

import pytest

STAGES = {
    "idea": ("Idea", "Idé", "Idea"), "suunnittelu": ("Suunnittelu", "Planering", "Planning"),
    "kokeilu": ("Kokeilu", "Försök", "Trial"), "kayttoonotto": ("Käyttöönotto", "Införande", "Adoption"),
    "valmis": ("Valmis", "Färdig", "Completed"),
}  # fmt: skip
LANGUAGES = ("fi", "sv", "en")
FIELDS = {
    "fi": ["Toimintamallin lyhyt kuvaus", "Toteutuspaikka", "Paikkakunta, maakunta tai hyvinvointialue",
           "Toimintamallin rahoittaja"],
    "sv": ["Kort beskrivning av verksamhetsmodellen", "Plats för genomförandet",
           "Ort, landskap eller välfärdsområde", "Verksamhetsmodellens finansiär"],
    "en": ["Short description of the practice model", "Place of implementation",
           "Municipality, region or wellbeing services county", "Funder of the practice model"],
}  # fmt: skip
SECTIONS = {
    "fi": ["Ratkaisun perusidea", "Toimintaympäristö", "Kohderyhmä ja asiakasymmärrys",
           "Toimivuuden ja käyttöönoton ehdot", "Arvioinnin tulokset tiivistettynä",
           "Vinkit toimintamallin soveltajille"],
    "sv": ["Lösningens grundidé", "Verksamhetsmiljö", "Målgrupp och kundförståelse"],
    "en": ["Core idea of the solution", "Operating environment", "Target group and understanding of clients"],
}  # fmt: skip
SECTION_COUNT = {"idea": 1, "suunnittelu": 1, "kokeilu": 3, "kayttoonotto": 3, "valmis": 6}
FILLED = {
    "fi": ("Lempäälä", "Kunta"), "sv": ("Lempäälä", "Ej angiven"), "en": ("Lempäälä", "Not stated"),
}  # fmt: skip


def errors(mallisto, path: str) -> list[dict]:
    findings = json.loads(mallisto("check", "--format", "json").stdout)["findings"]
    assert all(finding["file"] == path for finding in findings if finding["severity"] == "error")
    return [finding for finding in findings if finding["file"] == path and finding["severity"] == "error"]


def still_to_write(stderr: str) -> list[str]:
    return re.findall(r"^  – (.+)$", stderr, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stage", STAGES)
def test_only_texts_are_missing_and_it_says_which(mallisto, stage, language):
    result = mallisto("new", "Äiti ja öljy – Åbo", "--stage", stage, "--language", language)
    path = "content/practices/aiti-ja-oljy-abo.md"
    assert (result.returncode, result.stdout) == (0, path + "\n")
    text = (mallisto.folder / path).read_text("utf-8")
    assert f"\n{dict(fi='vaihe', sv='skede', en='stage')[language]}: {STAGES[stage][LANGUAGES.index(language)]}\n" in text
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert len(headings) == SECTION_COUNT[stage]
    assert headings[: len(SECTIONS[language])] == SECTIONS[language][: len(headings)]

    missing = still_to_write(result.stderr)
    assert missing == FIELDS[language] + headings
    found = errors(mallisto, path)
    assert {finding["rule"] for finding in found} == {"empty-field", "empty-section"}
    assert len(found) == len(missing)
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## ") or line.endswith(":") and not line.startswith("#"):
            assert number in [finding["line"] for finding in found], line


@pytest.mark.parametrize("language", LANGUAGES)
def test_once_the_texts_are_written_it_passes(mallisto, language):
    path = mallisto("new", "Aamupala koulussa", "--stage", "valmis", "--language", language).stdout.strip()
    file = mallisto.folder / path
    region, funder = FILLED[language]
    lines = iter(["Koulu tarjoaa aamupalan jokaiselle. " * 5, "Koulut", region, funder])
    text = re.sub(r"^(\w[^:#\n]*):$", lambda key: f"{key[1]}: {next(lines)}", file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(text.replace("-->\n", "-->\n\nKoulun aikuiset kattavat pöydän.\n"), "utf-8")
    assert errors(mallisto, path) == []
    # What may be left out is there too: the mark before a line is taken away, and it counts.
    file.write_text(re.sub(r"^# (\w[^:\n]*): \[", r"\1: [", text, flags=re.MULTILINE), "utf-8")
    assert "[frånvaro" in text or "[poissaolo" in text or "[absence" in text


def test_a_swedish_entry_says_its_language(mallisto):
    text = (mallisto.folder / mallisto("new", "Frukost", "--language", "sv").stdout.strip()).read_text("utf-8")
    assert "\nspråk: sv\n" in text and "nimi:" not in text


def test_help_stands_as_comments(mallisto):
    text = (mallisto.folder / mallisto("new", "Aamupala", "--language", "fi").stdout.strip()).read_text("utf-8")
    assert "# Kerro omin sanoin, missä mallia on toteutettu" in text
    assert "<!-- Kerro, mikä ongelma ratkaistaan" in text
    assert max(map(len, text.splitlines()[:-3])) <= 100


def test_the_dates_are_of_today(mallisto):
    today = datetime.date.today()
    text = (mallisto.folder / mallisto("new", "Aamupala").stdout.strip()).read_text("utf-8")
    for key in ("luotu", "muokattu"):
        assert f"\n{key}: {today.day}.{today.month}.{today.year}\n" in text


def test_nothing_is_overwritten(mallisto):
    paths = [mallisto("new", "Aamupala").stdout.strip() for _ in range(3)]
    assert paths == [f"content/practices/aamupala{end}.md" for end in ("", "-2", "-3")]
    nested = mallisto.folder / "content/practices/koulut"
    nested.mkdir()
    (nested / "valipala.md").write_text("x")
    (nested.parent / "Iltapala.md").write_text("x")
    (nested.parent / "linkki.md").symlink_to("aamupala.md")
    (nested.parent / "kansio.md").mkdir()
    for title in ("Välipala", "Iltapala", "Linkki", "Kansio"):
        path = mallisto("new", title).stdout.strip()
        assert path.endswith("-2.md") and (mallisto.folder / path).is_file()
    assert (nested / "valipala.md").read_text() == "x"


@pytest.mark.parametrize("title, name", [
    ("Äiti & öljy: koe #1", "aiti-oljy-koe-1"), ("ÅÄÖ", "aao"), ("  Väli   lyönti ", "vali-lyonti"),
    ("../../etc/passwd", "etc-passwd"), ('"Lainaus"', "lainaus"), ("- lista", "lista"), ("[x]: {y}", "x-y"),
    ("漢字", "malli"), ("null", "null"), ("Kaksi\nriviä\t\x07", "kaksi-rivia"), ("12:30", "12-30"), ("a" * 300, "a" * 80),
    ("sana " * 40, "-".join(["sana"] * 16)), ("Näky\u200bmätön", "nakymaton"), ("Loppu:", "loppu"), ("---", None), ("", None),
])  # fmt: skip
def test_any_title_gives_a_safe_name_and_sound_front_matter(mallisto, title, name):
    result = mallisto("new", "--", title)
    if name is None:
        assert result.returncode == 2 and result.stderr
        return
    assert result.stdout == f"content/practices/{name}.md\n"
    found = errors(mallisto, result.stdout.strip())
    assert {finding["rule"] for finding in found} == {"empty-field", "empty-section"}


@pytest.mark.parametrize("stage", ["Försök", "kokeilu", "PILOTOINTI", "Trial"])
def test_a_stage_goes_by_any_of_its_names(mallisto, stage):
    text = (mallisto.folder / mallisto("new", "Aamupala", "--stage", stage).stdout.strip()).read_text("utf-8")
    assert "\nvaihe: Kokeilu\n" in text


def test_an_unknown_stage_is_wrong_usage(mallisto):
    result = mallisto("new", "Aamupala", "--stage", "melkein")
    assert result.returncode == 2
    assert "idea, suunnittelu, kokeilu, kayttoonotto, valmis" in result.stderr
    assert not (mallisto.folder / "content/practices/aamupala.md").exists()


def test_the_first_entry_makes_the_folder(mallisto):
    practices = mallisto.folder / "content/practices"
    practices.rename(mallisto.folder / "elsewhere")
    assert mallisto("new", "Aamupala").returncode == 0
    assert (practices / "aamupala.md").is_file()

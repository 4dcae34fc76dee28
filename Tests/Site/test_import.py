"""A model's page on the national platform becomes an entry, and an entry goes back as text to paste."""

import json
import re

import pytest
import yaml
from project import ROOT

PAGES = ROOT / "Tests/Fixtures/import"
SAMPLES = sorted(file.name for file in PAGES.iterdir() if file.suffix in (".txt", ".html"))
LABELS = [
    "Toimintamallin nimi", "Toimintamallin lyhyt kuvaus", "Toteutuspaikka", "Paikkakunta, maakunta tai hyvinvointialue",
    "Toimintamallin rahoittaja", "Luotu", "Viimeksi muokattu", "Ratkaisun perusidea", "Toimintaympäristö",
    "Kohderyhmä ja asiakasymmärrys", "Toimivuuden ja käyttöönoton ehdot", "Arvioinnin tulokset tiivistettynä",
    "Vinkit toimintamallin soveltajille", "Kehittämisen vaihe",
]  # fmt: skip


def entry(mallisto, path: str) -> tuple[dict, str]:
    """The front matter and the body of an entry."""
    _, front, body = (mallisto.folder / path).read_text("utf-8").split("---\n", 2)
    return yaml.load(front, yaml.BaseLoader), body


def findings(mallisto, path: str) -> list[dict]:
    found = json.loads(mallisto("check", "--format", "json").stdout)["findings"]
    return [finding for finding in found if finding["file"] == path]


def test_a_whole_page_comes_out_complete(mallisto):
    result = mallisto("import", PAGES / "g4.txt", "--language", "fi")
    assert result.returncode == 0
    path = "content/practices/aamun-askeleet-lasnaolon-tuki-esimerkkilassa-rrp-p4-i1-i4.md"
    assert result.stdout == path + "\n"
    assert [one for one in findings(mallisto, path) if one["severity"] == "error"] == []
    front, body = entry(mallisto, path)
    assert front["rahoittaja"] == ["Muu EU-rahoitus", "Sosiaali- ja terveysministeriö (STM)"]
    assert front["alue"] == "Pirkanmaan hyvinvointialue"
    assert (front["luotu"], front["muokattu"]) == ("3.5.2024", "17.12.2025")
    assert (front["vaihe"], front["tekijä"]) == ("Valmis", "Aino Esimerkki")
    assert re.findall("^## (.*)$", body, re.MULTILINE) == LABELS[7:13]
    assert "\n- Rehtorit kertovat mallista henkilöstölle\n" in body


def test_what_was_not_placed_is_said_and_kept(mallisto):
    result = mallisto("import", PAGES / "g4.txt", "--language", "fi")
    assert result.stderr.count("[import-picture]") == 3
    assert f"{PAGES / 'g4.txt'}:23:" in result.stderr
    kept = entry(mallisto, result.stdout.strip())[1].split("<!--")[1]
    for words in ("Tunnus: Aamu-hanke saa", "Kuvateksti", "Koulun piha aamulla"):
        assert words in kept
    found = json.loads(mallisto("import", PAGES / "g4.txt", "--format", "json").stdout)["findings"]
    assert [one["line"] for one in found if one["rule"] == "import-picture"] == [23, 26, 90]


@pytest.mark.parametrize("name", SAMPLES)
def test_there_and_back_gives_the_same_entry(mallisto, name):
    first = mallisto("import", PAGES / name).stdout.strip()
    slug = first.split("/")[-1].removesuffix(".md")
    exported = mallisto("export", "--platform", slug)
    assert exported.returncode == 0
    (mallisto.folder / "export.txt").write_text(exported.stdout, "utf-8")
    second = mallisto("import", "export.txt").stdout.strip()
    assert second == f"content/practices/{slug}-2.md"

    def read(path):
        front, body = entry(mallisto, path)
        return front, body.split("<!--")[0]

    assert read(first) == read(second)


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_of_all_generations_pass_but_for_what_the_page_does_not_say(mallisto, name):
    path = mallisto("import", PAGES / name).stdout.strip()
    found = [one["rule"] for one in findings(mallisto, path) if one["severity"] == "error"]
    front, _ = entry(mallisto, path)
    # A page does not always say the stage, and leaves out sections that are empty; nothing is made up.
    assert found.count("missing-field") == ("vaihe" not in front)
    assert set(found) <= {"missing-field", "missing-section"}


def test_export_keeps_the_order_of_the_platform(mallisto):
    slug = mallisto("import", PAGES / "g4.txt").stdout.split("/")[-1].strip().removesuffix(".md")
    lines = mallisto("export", "--platform", slug).stdout.splitlines()
    places = [lines.index(label) for label in LABELS]
    assert places == sorted(places)


@pytest.mark.parametrize("file", sorted((ROOT / "content/practices").glob("*.md")), ids=lambda file: file.stem[:24])
def test_our_own_entries_are_exported_with_all_their_sections(mallisto, file):
    text = mallisto("export", "--platform", file.stem).stdout
    for heading in re.findall("^## (.*)$", file.read_text("utf-8"), re.MULTILINE):
        assert f"\n{heading}\n" in text
    assert "```" not in text and "](" not in text


def test_several_files_become_several_entries(mallisto):
    result = mallisto("import", *(PAGES / name for name in SAMPLES))
    paths = result.stdout.split()
    assert result.returncode == 0 and len(set(paths)) == len(SAMPLES)
    assert all((mallisto.folder / path).is_file() for path in paths)


def test_one_file_that_is_no_model_does_not_stop_the_others(mallisto):
    (mallisto.folder / "other.html").write_text("<!doctype html><title>Ruokalista</title><p>Maanantai: keitto")
    result = mallisto("import", "other.html", PAGES / "g1.txt")
    assert result.returncode == 1
    assert len(result.stdout.split()) == 1 and "other.html:1:1: error: " in result.stderr


@pytest.mark.parametrize("content", [b"", b"\n\n", bytes(range(256)) * 20, b"%PDF-1.7\n\x00\x01\x02", b"\xff\xfe", b"<html>"])
def test_what_is_no_page_of_a_model_is_refused(mallisto, content):
    (mallisto.folder / "page").write_bytes(content)
    before = sorted((mallisto.folder / "content/practices").iterdir())
    result = mallisto("import", "page")
    assert result.returncode == 1
    assert "page:1:1: error: " in result.stderr and result.stdout == ""
    assert sorted((mallisto.folder / "content/practices").iterdir()) == before


@pytest.mark.parametrize("name, words", [("content", "content/*.html"), ("nothing.html", "nothing.html")])
def test_folders_and_missing_files_are_named(mallisto, name, words):
    result = mallisto("import", name)
    assert result.returncode == 3
    assert words in result.stderr and result.stdout == ""


def test_an_unknown_entry_cannot_be_exported(mallisto):
    result = mallisto("export", "--platform", "sitouttava-kouluyhteistyo-helsingisa")
    assert result.returncode == 2
    assert "Did you mean sitouttava-kouluyhteistyo-helsingissa?" in result.stderr

"""The open data says what the pages say, in the shapes that its users were promised."""

import csv
import io
import json
import re

import pytest
import yaml
from built_site import BuiltSite
from faults import plant
from jsonschema import Draft202012Validator
from project import ROOT

FIELDS = {
    "slug": str, "url": str, "title": str, "summary": str, "language": str, "stage": str, "funders": list,
    "regions": list, "created": str, "modified": str, "keywords": list, "funding": (dict, type(None)), "sources": list,
}  # fmt: skip
STAGES = ("idea", "suunnittelu", "kokeilu", "kayttoonotto", "valmis")
LEVELS = ("kunta", "maakunta", "hva", "maa")
SECTIONS = ("idea", "environment", "target_group", "conditions", "evaluation", "tips")


def read_json(site: BuiltSite, path: str):
    return json.loads((site.folder / path).read_text(encoding="utf-8"))


def object_faults(site: BuiltSite, practice: dict):
    """What is wrong with the object of one practice."""
    name = practice.get("slug")
    for field, kind in FIELDS.items():
        if field not in practice:
            if field != "funding":
                yield f"{name}: no {field}"
        elif not isinstance(practice[field], kind):
            yield f"{name}: {field} is {practice[field]!r}"
    if practice.get("stage") not in STAGES:
        yield f"{name}: stage {practice.get('stage')}"
    for field in ("created", "modified"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", practice.get(field) or ""):
            yield f"{name}: {field} is {practice.get(field)}"
    for funder in practice.get("funders") or [{}]:
        if not funder.get("code") or not funder.get("name"):
            yield f"{name}: funder {funder}"
    for region in practice.get("regions") or [{}]:
        if region.get("level") not in LEVELS or not region.get("name"):
            yield f"{name}: region {region}"
        elif not re.fullmatch(region["level"] + r"-(\d{2,3}|FI)", region.get("code") or ""):
            yield f"{name}: region code {region.get('code')}"
    page = next((page for page in site.pages if page.path == practice.get("url")), None)
    if page is None:
        yield f"{name}: no page at {practice.get('url')}"
        return
    if page.language != practice.get("language") or f"/{name}/" not in page.path:
        yield f"{name}: its page is {page.path}, its language {practice.get('language')}"
    if " ".join("".join(page.all("//h1")[0].itertext()).replace("\u00ad", "").split()) != practice.get("title"):
        yield f"{name}: the page has another title"


def json_faults(site: BuiltSite):
    practices = read_json(site, "data/practices.json")
    for practice in practices:
        yield from object_faults(site, practice)
    listed = sorted(practice.get("url") or "" for practice in practices)
    published = sorted(page.path for page in site.pages if page.kind == "practice")
    if listed != published:
        yield f"listed {listed}, published {published}"


def beside_faults(site: BuiltSite):
    """`index.json` beside a page is the object of the list with the sections; `index.md` is its source."""
    listed = {practice["url"]: practice for practice in read_json(site, "data/practices.json")}
    for page in (page for page in site.pages if page.kind == "practice"):
        alone = read_json(site, page.path[1:] + "index.json")
        sections = alone.pop("sections", {})
        if alone != listed.get(page.path):
            yield f"{page.path}: index.json and the list differ"
        if not sections.get("idea") or list(sections) != [section for section in SECTIONS if section in sections]:
            yield f"{page.path}: sections {list(sections)}"
        for identifier, section in sections.items():
            if section.keys() != {"html", "text"} or "<" not in section["html"] or not section["text"].strip():
                yield f"{page.path}: section {identifier}"
        source = next((ROOT / "content/practices").rglob(page.path.rstrip("/").rsplit("/", 1)[1] + ".md"))
        if (site.folder / page.path[1:] / "index.md").read_bytes() != source.read_bytes():
            yield f"{page.path}: index.md is not the source"


def csv_faults(site: BuiltSite):
    """One row a practice in the order of the JSON, opened rightly by a spreadsheet with a Finnish locale."""
    data = (site.folder / "data/practices.csv").read_bytes()
    if not data.startswith(b"\xef\xbb\xbf"):
        yield "no byte order mark"
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    practices = read_json(site, "data/practices.json")
    if [row.get("slug") for row in rows] != [practice["slug"] for practice in practices]:
        yield "not the practices of the JSON"
    for row, practice in zip(rows, practices):
        for field in ("url", "title", "summary", "language", "stage", "created", "modified"):
            if (row.get(field) or "").removeprefix("'") != practice[field]:
                yield f"{practice['slug']}: {field} is {row.get(field)!r}"
        for field, cell in row.items():
            if field is None or cell is None:
                yield f"{practice['slug']}: too few or too many cells"
            elif cell[:1] in ("=", "+", "-", "@", "\t", "\r") and cell[:1]:
                yield f"{practice['slug']}: a spreadsheet takes {field} for a formula: {cell}"


def schema_faults(site: BuiltSite):
    """The schema is one, every practice's front matter fits it, and a practice without a title does not."""
    schema = read_json(site, "data/schema/practice.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for file in sorted((ROOT / "content/practices").rglob("*.md")):
        front_matter = yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader)
        for error in validator.iter_errors(front_matter):
            yield f"{file.name}: {error.json_path}: {error.message}"
        untitled = {key: value for key, value in front_matter.items() if key not in ("nimi", "namn", "title")}
        if validator.is_valid(untitled):
            yield f"{file.name}: fits the schema without a title"


def catalogue_faults(site: BuiltSite):
    """DCAT: a catalogue of data sets whose distributions are files of the site."""
    graph = read_json(site, "data/catalogue.jsonld")
    text = json.dumps(graph)
    for term in ("dcat", "Catalog", "Dataset", "Distribution"):
        if term not in text:
            yield f"nothing says {term}"
    files = [url for url in re.findall(r'"(https?://[^"]*\.(?:json|csv|xml))"', text) if site.is_own(url)]
    if not {site.url("/data/practices.json"), site.url("/data/practices.csv")} <= set(files):
        yield f"names only {sorted(set(files))}"
    yield from (f"leads nowhere: {url}" for url in files if site.file_of(url) is None)


CHECKS = [json_faults, beside_faults, csv_faults, schema_faults, catalogue_faults]


@pytest.mark.parametrize("check", CHECKS)
def test_data(site, check):
    assert list(check(site)) == []


@pytest.mark.parametrize(
    "check, path, pattern, replacement",
    [
        (json_faults, "/data/practices.json", '"title"', '"nimi"'),
        (json_faults, "/data/practices.json", '("stage": *")[a-z]*', r"\1valmiina"),
        (json_faults, "/data/practices.json", '("created": *")', r"\1 "),
        (json_faults, "/data/practices.json", '("code": *")(kunta|maakunta|hva)-', r"\1"),
        (json_faults, "/data/practices.json", '("url": *")[^"]*', r"\1/mallit/ei-ole/"),
        (csv_faults, "/data/practices.csv", "\ufeff", ""),
        (csv_faults, "/data/practices.csv", ";", ","),
        (csv_faults, "/data/practices.csv", "\n([a-z0-9-]+);", r"\n=\1;"),
        (schema_faults, "/data/schema/practice.json", r'"type": *"object"', '"type":"array"'),
        (catalogue_faults, "/data/catalogue.jsonld", r"practices\.csv", "malli.csv"),
    ],
)
def test_a_planted_data_fault_is_found(site, tmp_path, check, path, pattern, replacement):
    assert list(check(plant(site, tmp_path, path, pattern, replacement)))


def test_a_changed_source_or_object_is_found(site, tmp_path):
    path = next(page.path for page in site.pages if page.kind == "practice")
    assert list(beside_faults(plant(site, tmp_path / "a", path + "index.md", "nimi|namn|title", "otsikko")))
    assert list(beside_faults(plant(site, tmp_path / "b", path + "index.json", '"summary": *"', '"summary":"Ei ')))

"""The schema of the front matter refuses what `check` refuses, as far as a schema can tell."""

import re

import pytest
import yaml
from jsonschema import Draft202012Validator
from project import ROOT
from test_data import read_json

# Rules about single values and about which fields are there.
EXPRESSIBLE = {
    "missing-field", "empty-field", "unknown-field", "duplicate-field", "missing-nested-field", "wrong-type",
    "impossible-date", "unknown-value", "language-value",
}  # fmt: skip
# One text that was meant as several, a text without words, and a key that stands twice: a schema sees only the last.
BEYOND = {
    "list-on-one-line", "list-with-semicolons", "list-bracket-unopened", "list-in-round-brackets", "field-of-dots",
    "duplicate-same-key",
}  # fmt: skip


def corpus():
    for file in sorted((ROOT / "Tests/Fixtures/broken").glob("*.md")):
        text = file.read_text(encoding="utf-8").replace("👉", "")
        rule = re.search(r"<!-- expect: ([a-z0-9-]+)", text)
        # Faults of blocks stand in the text, behind the front matter.
        if rule and text.startswith("---\n") and not file.name.startswith("block-") and file.stem not in BEYOND:
            yield pytest.param(rule[1], text.split("---\n")[1], id=file.stem)


@pytest.fixture(scope="module")
def validator(site):
    schema = read_json(site, "data/schema/practice.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("rule, front_matter", [case for case in corpus() if case.values[0] in EXPRESSIBLE])
def test_a_broken_front_matter_is_refused(validator, rule, front_matter):
    assert not validator.is_valid(yaml.load(front_matter, Loader=yaml.BaseLoader))


# Faults of the body, of files and of how fields agree leave the front matter as the schema wants it.
SOUND = re.compile("section|heading|link-text|fence|table|funding-sums|place-region|reversed|phone|stray|text-length")


@pytest.mark.parametrize("rule, front_matter", [case for case in corpus() if SOUND.search(case.values[0])])
def test_a_sound_front_matter_is_accepted(validator, rule, front_matter):
    loaded = yaml.load(front_matter, Loader=yaml.BaseLoader)
    assert [error.message for error in validator.iter_errors(loaded)] == []

"""In random catalogues, every combination of two values finds what a plain computation over `practices.json` finds."""

import json
import subprocess

import pytest
from project import ROOT
from random_catalogue import Plain, chosen_by, pairs, write


def lists(site):
    done = subprocess.run(["node", ROOT / "Tests/Theme/lists.mjs", site], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("seed", range(1, 6))
def test_lists_and_counts_of_every_two_values(build, tmp_path, seed):
    site = build(tmp_path / "public", content=write(tmp_path / "site", seed))
    plain, shown = Plain(site), lists(site)
    assert len(plain.practices) == len(shown["slugs"]) == 200
    assert {"region", "funder", "stage", "audience", "keyword", "year"} == shown["codes"].keys()
    assert len(shown["lists"]) == len(pairs(shown["codes"]))
    found, counts = {}, {}
    for one, a, other, b, numbers, (count_a, count_b) in shown["lists"]:
        chosen = chosen_by((one, a), (other, b))
        assert {shown["slugs"][number] for number in numbers} == plain.found(chosen), (one, a, other, b)
        assert (count_a, count_b) == (plain.count(chosen, one, a), plain.count(chosen, other, b)), (one, a, other, b)
        if one != other:  # the count beside a value is the length of the list that it leaves
            assert count_a == count_b == len(numbers), (one, a, other, b)


def test_a_planted_fault_is_found(build, tmp_path):
    """A practice that stands in `practices.json` under another stage than in the index."""
    site = build(tmp_path / "public", content=write(tmp_path / "site", 1, count=20))
    file = site / "data/practices.json"
    practices = json.loads(file.read_text(encoding="utf-8"))
    practices[0]["stage"] = "idea" if practices[0]["stage"] != "idea" else "valmis"
    file.write_text(json.dumps(practices), encoding="utf-8")
    plain, shown = Plain(site), lists(site)
    wrong = [
        row
        for row in shown["lists"]
        if {shown["slugs"][number] for number in row[4]} != plain.found(chosen_by((row[0], row[1]), (row[2], row[3])))
    ]
    assert wrong

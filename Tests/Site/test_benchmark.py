"""The benchmark can be run: its practices are good ones, and it measures what it says."""

import json
import re
import shutil
import subprocess
import sys

from project import ROOT

BENCH = ROOT / "Benchmarks/bench"


def made(folder, *options):
    subprocess.run([sys.executable, BENCH / "corpus.py", "--out", folder, *options], check=True)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_same_practices_are_made_again(tmp_path):
    some = made(tmp_path / "some", "--count", "12")
    more = made(tmp_path / "more", "--count", "20")
    assert len(some) == 12 and len(more) == 20
    assert some.items() <= more.items(), "a practice depends on how many are made"
    assert made(tmp_path / "other", "--count", "12", "--seed", "2").keys() != some.keys()


def test_a_practice_is_as_long_as_a_real_one(tmp_path):
    sizes = [len(text) for text in made(tmp_path / "practices", "--count", "40").values()]
    assert 8_000 < sum(sizes) / len(sizes) < 10_000
    assert min(sizes) > 6_000


def test_the_benchmark_measures_mallisto_alone(request, tmp_path):
    """The builds in it fail unless the practices have no errors."""
    program = request.config.getoption("--mallisto").resolve()
    command = [sys.executable, BENCH, "--mallisto", program, "--sizes", "20", "--runs", "1", "--edits", "1", "--work", tmp_path]
    done = subprocess.run([*command, "--peers"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))["sizes"]["20"]
    assert found["cold"]["mallisto"]["cpu"] > 0
    assert found["output"]["mallisto"]["files"] > found["output"]["finnish"]["files"] > 20
    assert found["cold"]["finnish"]["cpu"] > 0
    assert 0 < found["rewritten"] < found["output"]["mallisto"]["files"] + found["index"]["mallisto"]["files"]
    assert found["preview"]["mallisto"]["ms"] > 0
    rows = [line for line in done.stdout.splitlines() if line.startswith("| 20 |")]
    assert any("Build from nothing" in row for row in rows) and any("Preview" in row for row in rows), done.stdout


def test_what_queries_of_many_kinds_fetch_is_told_alike_each_time(request, tmp_path):
    program = request.config.getoption("--mallisto").resolve()
    command = [sys.executable, BENCH, "--mallisto", program, "--work", tmp_path, "--queries", "50"]
    tables = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(2)]
    assert tables[0] == tables[1]
    rows = tables[0].splitlines()
    assert rows[0] == "| | 50 practices, mean | most |" and len(rows) == 2 + 12
    for row in rows[2:]:
        kilobytes, requests = re.fullmatch(r"\| .+ \| ([\d.]+) in ([\d.]+) \| [\d.]+ in \d+ \|", row).groups()
        assert 5 < float(kilobytes) < 25 and 2 < float(requests) < 9, row


def test_the_practices_have_no_findings(request, tmp_path):
    program = request.config.getoption("--mallisto").resolve()
    for name in ("content/pages", "content/vocabularies", "themes"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("content/site.yaml", "content/template.yaml"):
        shutil.copy(ROOT / name, tmp_path / name)
    made(tmp_path / "content/practices", "--count", "60")
    done = subprocess.run([program, "check", "--strict", "--site", tmp_path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr

"""The benchmark can be run: its practices are good ones, and it measures what it says."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
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


@pytest.fixture
def site(tmp_path):
    """A site without practices, in which they are made up by `made`."""
    for name in ("content/pages", "content/vocabularies", "themes"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("content/site.yaml", "content/template.yaml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_practices_have_no_findings(request, site):
    program = request.config.getoption("--mallisto").resolve()
    made(site / "content/practices", "--count", "60")
    done = subprocess.run([program, "check", "--strict", "--site", site], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_memory_grows_no_faster_than_the_catalogue(request, site, record_property):
    """The most at once of a build with search that leaves a cache; 10,000 practices have to do with 400 MB."""
    program = request.config.getoption("--mallisto").resolve()
    peaks = []
    for count in (500, 2_000):
        shutil.rmtree(site / ".mallisto", ignore_errors=True)
        shutil.rmtree(site / "public", ignore_errors=True)
        made(site / "content/practices", "--count", str(count))
        build = subprocess.Popen([program, "build", "--site", site], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(build.pid, 0)
        build.returncode = os.waitstatus_to_exitcode(status)
        assert build.returncode == 0
        peaks.append(used.ru_maxrss / 1_000)
    record_property("megabytes", peaks)
    small, large = peaks
    assert large < 200, peaks
    # What each further practice adds: some 37 kB here, and less in a large catalogue.
    assert (large - small) / 1_500 < 0.05, peaks

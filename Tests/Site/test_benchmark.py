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


def event(name, start, microseconds, *, processor=None, thread=1, **more):
    """A part of a trace; `processor` is the processor time, which not all have."""
    times = {"ts": start, "dur": microseconds} | ({} if processor is None else {"tdur": processor})
    return {"name": name, "ph": "X", "pid": 1, "tid": thread} | times | more


def main_thread(thread):
    return {"name": "thread_name", "ph": "M", "pid": 1, "tid": thread, "ts": 0, "args": {"name": "CrRendererMain"}}


@pytest.mark.parametrize("script, main, events", [
    pytest.param("1.00", "1.50", [
        event("RunTask", 0, 9_000, processor=1_500), event("FunctionCall", 100, 8_000, processor=1_000),
    ], id="processor time and not the clock's"),
    pytest.param("2.00", "3.00", [event("RunTask", 0, 3_000), event("TimerFire", 500, 2_000)], id="the clock's without another"),
    pytest.param("2.00", "3.00", [
        event("FunctionCall", 500, 600), event("EventDispatch", 0, 500), event("RunTask", 0, 3_000),
        event("v8.callFunction", 500, 600), event("TimerFire", 500, 2_000), event("RunMicrotasks", 1_100, 900),
        event("Layout", 1_600, 300), event("MinorGC", 2_000, 400),
    ], id="what scripts run in scripts counts once, in whatever order it is told"),
    pytest.param("1.00", "3.50", [
        event("RunTask", 0, 3_000), event("EventDispatch", 0, 2_000), event("FunctionCall", 0, 200),
        event("v8.compile", 200, 300), event("Paint", 2_000, 900), event("RunMicrotasks", 3_000, 200),
        event("RunTask", 3_200, 300), event("MinorGC", 3_200, 100), event("V8.GCIncrementalMarking", 3_300, 200),
    ], id="one after the other, in and outside of tasks"),
    pytest.param("1.00", "2.00", [
        event("RunTask", 0, 2_000), event("FunctionCall", 0, 1_000), event("FunctionCall", 1_500, 400, ph="I"),
        event("RunTask", 0, 1_500, thread=2), event("v8.run", 0, 1_500, thread=2), event("FunctionCall", 0, 9_000, thread=3),
    ], id="of the busiest page's main thread alone"),
])
def test_scripts_time_is_told_from_a_trace(tmp_path, script, main, events):
    trace = tmp_path / "trace.json"
    trace.write_text(json.dumps({"traceEvents": [main_thread(1), *events, main_thread(2)]}), encoding="utf-8")
    told = subprocess.run([sys.executable, BENCH / "script_time.py", trace], check=True, capture_output=True, text=True).stdout
    assert told == f"{script} ms of scripts, {main} ms of the main thread\n"


def test_what_queries_and_choices_take_in_a_browser_is_told(request, tmp_path):
    program = request.config.getoption("--mallisto").resolve()
    command = [sys.executable, BENCH, "--mallisto", program, "--work", tmp_path, "--runs", "1", "--browser", "50"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "browser.json").read_text(encoding="utf-8"))["sizes"]["50"]
    queries = [{row["text"] for row in found if row["situation"] == situation} for situation in (
        "a query asked before", "new to a page in use", "the first of a page")]
    assert len(queries[0]) == 12 and queries[0] == queries[1] == queries[2]
    assert [row["kind"] for row in found[36:]] == ["region", "region", "funder", "funder", "stage", "stage"]
    assert all(0.5 < row["script"] < row["main"] < 5_000 for row in found), found
    rows = [line for line in done.stdout.splitlines() if line.startswith("| 50 |")]
    assert [row.split(" | ")[2] for row in rows] == ["12", "12", "12", "6"], done.stdout


@pytest.mark.parametrize("options, environment, words", [
    (["-S"], {}, "make .venv/installed"), ([], {"PATH": "", "CHROMIUM": ""}, "install Debian's package chromium"),
], ids=["no Playwright", "no Chromium"])
def test_what_a_browser_is_measured_with_is_asked_for_first(tmp_path, options, environment, words):
    """Python's -S leaves installed packages out."""
    command = [sys.executable, *options, BENCH, "--work", tmp_path, "--browser", "50"]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True)
    assert done.returncode == 1 and done.stderr.startswith("bench: ") and words in done.stderr, done.stderr
    assert not list(tmp_path.iterdir()), "something was made before"


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

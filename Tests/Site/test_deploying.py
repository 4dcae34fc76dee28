"""What a build tells of itself to the scripts that upload it: the files that changed, and where the time went."""

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from project import ROOT


class Builder:
    def __init__(self, program: Path, folder: Path):
        self.program, self.site, self.output = program, folder / "site", folder / "public"
        for part in ("content", "themes"):
            shutil.copytree(ROOT / part, self.site / part)
        folder = self.site / "content/practices"
        # One that no other links to, so that it can be taken away.
        self.lonely = shutil.copy(min(folder.glob("*.md")), folder / "yksinainen.md")
        self.practices = sorted(folder.glob("*.md"))

    def run(self, *options, code: int = 0):
        command = [self.program, "build", "--site", self.site, "--output", self.output, *options]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == code, done.stdout + done.stderr
        return done

    def changes(self, *options) -> dict[str, str]:
        """The letter of each path that the build lists."""
        listed = self.site.parent / "changes"
        self.run("--changes", listed, *options)
        rows = [line.split("\t") for line in listed.read_text("utf-8").splitlines()]
        assert rows == sorted(rows, key=lambda row: row[1].encode()), "the list is not in order"
        return {path: letter for letter, path in rows}

    def files(self) -> dict[str, bytes]:
        files = (file for file in self.output.rglob("*") if file.is_file() and file.name != ".mallisto-files")
        return {file.relative_to(self.output).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def builder(request, tmp_path) -> Builder:
    return Builder(request.config.getoption("--mallisto").resolve(), tmp_path)


def append(file: Path, text: str):
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)


@pytest.mark.parametrize("options", [(), ("--no-cache",)])
def test_a_copy_that_follows_the_changes_is_the_site(builder, options):
    """The way of `docs/hosting.md`: what the list says is done elsewhere, and nothing else."""
    copy: dict[str, bytes] = {}
    steps = [
        lambda: None,
        lambda: append(builder.practices[0], "\nLisäys, jota ei ollut.\n"),
        lambda: builder.lonely.unlink(),
        lambda: append(builder.site / "themes/mallisto/assets/mallisto.css/1-base.css", "\nbody { color: #111 }\n"),
        lambda: None,
    ]
    lists = []
    for step in steps:
        step()
        changes = builder.changes(*options)
        now = builder.files()
        for path, letter in changes.items():
            assert (path in copy) == (letter != "A"), f"{letter} {path}"
            if letter == "D":
                del copy[path]
            else:
                assert copy.get(path) != now[path], f"{letter} {path} is as it was"
                copy[path] = now[path]
        assert copy == now
        lists.append(changes)
    first, edited, removed, restyled, same = lists
    assert set(first.values()) == {"A"} and not same
    assert f"mallit/{builder.practices[0].stem}/index.html" in edited and len(edited) < len(first) / 3
    assert removed["mallit/yksinainen/index.html"] == "D"
    assert {path for path, letter in restyled.items() if letter == "A"} == {path for path in now if path.startswith("assets/")}


def test_a_build_that_fails_leaves_the_list_of_the_last_good_one(builder):
    builder.changes()
    listed = builder.site.parent / "changes"
    before = listed.read_bytes()
    append(builder.practices[0], "\n![Kuva](ei-ole.png)\n")
    builder.run("--changes", listed, code=1)
    assert listed.read_bytes() == before


def test_timings_are_said_as_a_table_and_as_json(builder):
    # A file that was written this instant could be written again under the same stamp, so nothing is taken as settled.
    time.sleep(0.2)
    file = builder.site.parent / "timings.json"
    said = builder.run("--timings", "--timings-file", file).stderr
    timings = json.loads(file.read_text("utf-8"))
    assert timings["version"] == 1 and timings["command"] == "build" and timings["program"]
    names = [step["name"] for step in timings["steps"]]
    for name in ("reading", "checking", "catalogue", "search: words and postings", "making and publishing"):
        assert name in names and name in said
    steps = {step["name"]: step for step in timings["steps"]}
    files = builder.files()
    assert steps["making and publishing"]["files"] == len(files)
    assert steps["making and publishing"]["bytes"] == sum(map(len, files.values()))
    assert steps["checking"]["files"] == len(builder.practices)
    assert steps["checking"]["bytes"] == sum(len(file.read_bytes()) for file in builder.practices)
    for clock in ("wallMicroseconds", "cpuMicroseconds"):
        assert sum(step[clock] for step in timings["steps"]) == timings["total"][clock] > 0

    builder.run("--timings-file", file)
    assert [step["name"] for step in json.loads(file.read_text("utf-8"))["steps"]] == ["nothing changed"]


def test_a_search_that_is_not_made_takes_no_time(builder):
    file = builder.site.parent / "timings.json"
    builder.run("--no-search", "--no-cache", "--timings-file", file)
    assert not any(step["name"].startswith("search") for step in json.loads(file.read_text("utf-8"))["steps"])


def test_a_file_that_cannot_be_written_is_a_failure_of_the_environment(builder):
    done = builder.run("--changes", "/proc/ei/onnistu", code=3)
    assert "/proc/ei" in done.stderr

"""The same content gives the same bytes: in another folder, locale, time zone and year, and whatever order files are in."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from project import ROOT


def digest(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its name."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and file.name != ".gitignore"
    }


def copy_backwards(source: Path, target: Path):
    """Copies a folder, the last name first, so that a file system lists the copy in another order."""
    target.mkdir(parents=True)
    for item in sorted(source.iterdir(), reverse=True):
        if item.is_dir():
            copy_backwards(item, target / item.name)
        else:
            shutil.copyfile(item, target / item.name)


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "America/Anchorage"},
    ],
    ids=["C, UTC+14", "Turkish, UTC-9"],
)
def test_the_same_bytes_elsewhere(site, build, tmp_path, environment):
    for part in ("content", "themes"):
        copy_backwards(ROOT / part, tmp_path / "toisaalla ääkkösissä" / part)
    output = build(tmp_path / "ulos", content=tmp_path / "toisaalla ääkkösissä", env=os.environ | environment)
    here, there = digest(site.folder), digest(output)
    assert sorted(here.keys() ^ there.keys()) == [], "files that only one of the two builds has"
    assert sorted(name for name in here if here[name] != there[name]) == [], "files that differ"


def test_the_same_bytes_whatever_the_clock_says(site, build, tmp_path):
    """`faketime` turns the clock to the end of 2031."""
    assert digest(build(tmp_path / "later", through=("faketime", "2031-12-31 23:59:58"))) == digest(site.folder)


def test_building_leaves_the_repository_as_it_was(site):
    """`public/` is in the repository as an empty folder, and stays so however often the site is built."""
    status = subprocess.run(["git", "status", "--porcelain", "--", "public"], cwd=ROOT, capture_output=True, text=True)
    assert (status.returncode, status.stdout) == (0, "")

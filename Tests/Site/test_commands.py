"""The command line's promises to scripts: exit codes, and what goes to which stream."""

import json
import shutil
import subprocess

import pytest

ROOT_FOLDERS = ("content", "themes")


@pytest.fixture
def mallisto(pytestconfig, tmp_path):
    """mallisto(*arguments) runs the program in a copy of the site."""
    program = pytestconfig.getoption("--mallisto").resolve()
    for folder in ROOT_FOLDERS:
        shutil.copytree(pytestconfig.rootpath.parent / folder, tmp_path / folder)

    def run(*arguments):
        return subprocess.run([program, *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=120)

    run.folder = tmp_path
    return run


def break_one(folder):
    entry = folder / "content/practices/poissaoloihin-puuttumisen-porrasmalli-lempaalassa.md"
    entry.write_text(entry.read_text("utf-8").replace("\nvaihe: ", "\nvaihee: ", 1), "utf-8")


def test_a_sound_site_ends_with_0(mallisto):
    assert mallisto("check").returncode == 0


def test_errors_in_the_content_end_with_1(mallisto):
    break_one(mallisto.folder)
    result = mallisto("check", "--language", "fi")
    assert result.returncode == 1
    assert "[unknown-field]" in result.stderr and result.stdout == ""


@pytest.mark.parametrize("arguments", [
    ("bulid",), ("check", "--formt", "json"), ("check", "--format", "yaml"), ("build", "--base-url", "nowhere"),
    ("explain", "no-such-rule"), ("new",), ("serve", "--port", "many"),
])
def test_wrong_usage_ends_with_2_and_says_why(mallisto, arguments):
    result = mallisto(*arguments)
    assert result.returncode == 2
    assert result.stderr.strip() and result.stdout == ""


@pytest.mark.parametrize("arguments", [("--help",), ("build", "--help")])
def test_help_ends_with_0(mallisto, arguments):
    result = mallisto(*arguments)
    assert result.returncode == 0
    assert "USAGE" in result.stdout


def test_a_machine_format_is_alone_on_standard_output(mallisto):
    break_one(mallisto.folder)
    for name in ("json", "sarif"):
        result = mallisto("check", "--format", name)
        assert result.returncode == 1
        assert json.loads(result.stdout)

"""A copy of the site to run commands in."""

import shutil
import subprocess

import pytest
from project import ROOT


@pytest.fixture
def mallisto(pytestconfig, tmp_path):
    """mallisto(*arguments) runs the program in a copy of the site; `mallisto.folder` is that copy."""
    program = pytestconfig.getoption("--mallisto").resolve()
    for folder in ("content", "themes"):
        shutil.copytree(ROOT / folder, tmp_path / folder)

    def run(*arguments, **keywords):
        options = {"cwd": tmp_path, "stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "timeout": 120}
        return subprocess.run([program, *arguments], **options | keywords)

    run.folder, run.program = tmp_path, program
    return run

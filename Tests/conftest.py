"""The built site, and Mallisto to build others with, for every check.

    pytest -c Tests/pytest.ini --site public --mallisto .build/release/mallisto
"""

import subprocess
from pathlib import Path

import pytest
import yaml

from built_site import BuiltSite
from project import ROOT


def pytest_addoption(parser):
    parser.addoption("--site", type=Path, default=ROOT / "public", help="the built site to check")
    parser.addoption("--mallisto", type=Path, default=ROOT / ".build/release/mallisto", help="the program that built it")


def pytest_configure(config):
    folder = config.getoption("--site").resolve()
    if not (folder / "index.html").is_file():
        raise pytest.UsageError(f"no built site in {folder}: run `make site` first, or name another folder by --site")
    settings = yaml.safe_load((ROOT / "content/site.yaml").read_text(encoding="utf-8"))
    config.built_site = BuiltSite(folder, settings["address"])


@pytest.fixture(scope="session")
def site(request) -> BuiltSite:
    """The site under check, as it was built for its own address."""
    return request.config.built_site


@pytest.fixture(scope="session")
def build(request):
    """build(output, *options) runs `mallisto build` and returns the folder.

    `content` is another site than the project's, `through` a command to run it through.
    """
    program = request.config.getoption("--mallisto").resolve()

    def build_(output: Path, *options: str, content: Path = ROOT, through=(), **keywords):
        command = [*through, program, "build", "--site", content, "--output", output, "--no-cache", *options]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **keywords)
        assert done.returncode == 0, f"{done.args} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        assert (output / "index.html").is_file(), f"{done.args} wrote nothing:\n{done.stdout}{done.stderr}"
        return output

    return build_


@pytest.fixture(scope="session")
def nested_site(build, tmp_path_factory) -> BuiltSite:
    """The same site built for an address below another site's root, in a folder that stands for that root."""
    root = tmp_path_factory.mktemp("nested")
    address = "https://kunta.example/palvelut/mallisto/"
    return BuiltSite(build(root / "palvelut/mallisto", "--base-url", address), address)

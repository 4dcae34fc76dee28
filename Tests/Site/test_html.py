"""Every page, and every picture drawn as SVG, conforms to its standard by the Nu HTML Checker."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
import vnujar
from faults import plant

JAR = Path(vnujar.__file__).with_name("vnu.jar")
# Version 25.8.8. The checker is a program that comes in a Python package: it is run only if it is this one.
JAR_SHA256 = "ff96e39bf0ced074c586afda371163718392f2404d8e4278fc37694ff7ee37c3"


def html_faults(folder: Path):
    """One line for each error or warning, in one run of the checker over all files."""
    assert hashlib.sha256(JAR.read_bytes()).hexdigest() == JAR_SHA256, "vnu.jar is not the one that was looked at"
    command = ["java", "-Xss4m", "-jar", JAR, "--skip-non-html", "--also-check-svg", "--format", "json", "--stdout", folder]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.stdout.startswith("{"), done.stderr
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        file = message["url"].removeprefix("file:").removeprefix(str(folder))
        yield f"{file}:{message.get('lastLine')}:{message.get('lastColumn')}: {message['message']}"


def test_pages_conform(site):
    assert list(html_faults(site.folder)) == []


@pytest.mark.parametrize(
    "pattern, replacement",
    [
        ("</main>", "<p id=twice></p><p id=twice></p></main>"),
        ("</main>", "<button><a href='/'>Etusivu</a></button></main>"),
        ("<h1", "<h1 aria-checked=true"),
    ],
)
def test_a_planted_html_fault_is_found(site, tmp_path, pattern, replacement):
    spoiled = plant(site, tmp_path / "site", "/", pattern, replacement)
    alone = tmp_path / "page"
    alone.mkdir()
    (spoiled.folder / "index.html").rename(alone / "index.html")
    assert list(html_faults(alone))

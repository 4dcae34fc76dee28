"""No path leads out of the site: not in what an entry names, not in a folder, not in an address that is asked for.

Outside of each site lies a file with a word that is nowhere else. Whatever is tried, the word must come up neither in
what is built nor in what is said nor in an answer.
"""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest
from entries import FIELDS
from project import ROOT

SECRET = "varjeltu-salaisuus-7391"

# What an entry may name that is meant to be read from somewhere else. OUT is the folder of the secret, UP as many steps
# up as lead from the entry's folder to it, ROOT as many as lead to the root of the disk.
TRICKS = [
    "UP/salaisuus.txt", "./UP/salaisuus.txt", "UP//salaisuus.txt", "UP/./salaisuus.txt", "kuvat/../UP/salaisuus.txt",
    "OUT/salaisuus.txt", "file://OUT/salaisuus.txt", "file:OUT/salaisuus.txt", "FILE:///OUT/salaisuus.txt",
    "file://localhost/OUT/salaisuus.txt", "//localhost/OUT/salaisuus.txt", "\\\\localhost\\OUT\\salaisuus.txt",
    "..\\..\\..\\..\\salaisuus.txt", "..\\/..\\/..\\/salaisuus.txt", "%2e%2e/%2e%2e/%2e%2e/salaisuus.txt",
    "%2E%2E/%2E%2E/%2E%2E/salaisuus.txt", "%2e%2e%2f%2e%2e%2f%2e%2e%2fsalaisuus.txt", "..%2f..%2f..%2fsalaisuus.txt",
    "..%5c..%5c..%5csalaisuus.txt", "%252e%252e%252f%252e%252e%252f%252e%252e%252fsalaisuus.txt",
    "%25252e%25252e/salaisuus.txt", ".%2e/.%2e/.%2e/salaisuus.txt", "%2e./%2e./%2e./salaisuus.txt",
    "....//....//....//salaisuus.txt", "..././..././..././salaisuus.txt", "..;/..;/..;/salaisuus.txt",
    "..%00/..%00/salaisuus.txt", "UP/salaisuus.txt%00.png", "kuva.png%00UP/salaisuus.txt", "UP/salaisuus.txt?a.png",
    "UP/salaisuus.txt#a.png", "..%c0%af..%c0%af..%c0%afsalaisuus.txt", "%c0%ae%c0%ae/%c0%ae%c0%ae/%c0%ae%c0%ae/salaisuus.txt",
    "%e0%80%ae%e0%80%ae/salaisuus.txt", "%uff0e%uff0e/salaisuus.txt", "．．/．．/．．/salaisuus.txt", "..∕..∕..∕salaisuus.txt",
    "..／..／..／salaisuus.txt", "‥/‥/‥/salaisuus.txt", "..%e2%88%95..%e2%88%95salaisuus.txt", "\u202e../../../salaisuus.txt",
    "/OUT/salaisuus.txt", "/etc/passwd", "/proc/self/environ", "/proc/self/cwd/OUT/salaisuus.txt", "/dev/stdin",
    "file:///proc/self/environ", "ROOT/proc/self/environ", "ROOT/etc/passwd", "C:\\salaisuus.txt", "C:/salaisuus.txt",
    "c:salaisuus.txt", "\\\\?\\C:\\salaisuus.txt", "smb://localhost/salaisuus.txt", "jar:file://OUT/salaisuus.txt!/a",
    "~/salaisuus.txt", "$HOME/salaisuus.txt", "`cat OUT/salaisuus.txt`", "$(cat OUT/salaisuus.txt)", "| cat OUT/salaisuus.txt",
    "{{>UP/salaisuus}}", "<!--#include file=\"OUT/salaisuus.txt\"-->", "linkki.txt", "kansio/salaisuus.txt", "../linkki.txt",
    "kova/../UP/salaisuus.txt", "../site.yaml", "../vocabularies/stages.yaml", "../../themes/mallisto/README.md",
    ".piilo", "./.piilo", "%2epiilo", "../../.mallisto/x",
]

ENTRY = f"""---
nimi: Poissaolojen malli kouluille {{number}}
{FIELDS}{{fields}}---
## Ratkaisun perusidea

Malli etenee portaittain.

{{body}}
"""


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def places(path):
    """The places of an entry that name a file, as its front matter and its body."""
    markdown = path.replace("\\", "\\\\").replace(" ", "%20")
    return [
        (f"kansikuva: {{tiedosto: {quoted(path)}, vaihtoehtoinen teksti: Portaat}}\n", ""),
        (f"kuva: {{tiedosto: {quoted(path)}, vaihtoehtoinen teksti: Portaat}}\n", ""),
        (f"liitteet: [{{nimi: Pohja, tiedosto: {quoted(path)}}}]\n", ""),
        (f"linkit: [{{nimi: Pohja, osoite: {quoted(path)}}}]\n", ""),
        (f"lähteet: [{{nimi: Pohja, osoite: {quoted(path)}}}]\n", ""),
        (f"käännös mallista: {quoted(path)}\n", ""),
        ("", f"[muistion pohja]({markdown})"), ("", f"![Kolme porrasta](<{markdown}>)"), ("", f"[a]\n\n[a]: <{markdown}>"),
        ("", f"```video\nosoite: {quoted(path)}\naihe: a\ntekstivastine: b\n```"),
    ]


@pytest.fixture
def fenced(tmp_path):
    """A site in a folder, and the secret beside it, within reach of links and paths."""
    site = tmp_path / "ulko/sivusto"
    for part in ("content", "themes"):
        shutil.copytree(ROOT / part, site / part)
    practices = site / "content/practices"
    shutil.rmtree(practices)
    (practices / "kuvat").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "ulko", site, site / ".mallisto"):
        folder.mkdir(exist_ok=True)
        (folder / "salaisuus.txt").write_text(SECRET)
    (practices / ".piilo").write_text(SECRET)
    (site / ".mallisto/x").write_text(SECRET)
    return site


@pytest.fixture
def run(request):
    """run(site, *arguments) runs the program; what it says must not hold the secret."""
    program = request.config.getoption("--mallisto").resolve()

    def run_(site, *arguments):
        done = subprocess.run(
            [program, *arguments, "--site", site], capture_output=True, text=True, errors="replace", timeout=60,
            stdin=subprocess.DEVNULL, env=os.environ | {"PROBE": SECRET})
        assert SECRET not in done.stdout + done.stderr
        assert "root:x:0" not in done.stdout + done.stderr
        return done

    return run_


def holds_secret(folder: Path) -> list[str]:
    """What a published folder holds of other places: the secret, the machine's users, the environment."""
    found = []
    for file in folder.rglob("*"):
        if file.is_symlink():
            found.append(f"{file} is a link")
        elif file.is_file() and re.search(SECRET.encode() + rb"|root:x:0:0|PROBE=", file.read_bytes()):
            found.append(str(file))
    return found


def aimed(trick: str, site: Path) -> str:
    """A trick with the steps and folders of this machine in it."""
    practices = site / "content/practices"
    up = "/".join([".."] * len(practices.relative_to(site.parent).parts))
    root = "/".join([".."] * 20)
    return trick.replace("ROOT", root).replace("UP", up).replace("OUT", str(site.parent))


def test_there_are_enough_tricks():
    assert len(set(TRICKS)) >= 60


def test_no_path_of_an_entry_leads_out(fenced, run):
    """Each trick in each place: most are errors; the few that are not lead nowhere."""
    practices = fenced / "content/practices"
    (practices / "linkki.txt").symlink_to(fenced.parent / "salaisuus.txt")
    number = 0
    for trick in TRICKS:
        for fields, body in places(aimed(trick, fenced)):
            number += 1
            (practices / f"malli-{number}.md").write_text(ENTRY.format(number=number, fields=fields, body=body), "utf-8")
    done = run(fenced, "check", "--format", "json")
    assert done.returncode == 1
    (practices / "linkki.txt").unlink()
    for finding in json.loads(done.stdout)["findings"]:
        if finding["severity"] == "error" and finding["file"].endswith(".md"):
            (fenced / finding["file"]).unlink(missing_ok=True)
    left = [path.name for path in practices.glob("*.md")]
    assert len(left) < number / 4, left
    done = run(fenced, "build")
    assert done.returncode == 0, done.stderr
    assert holds_secret(fenced / "public") == []


LINKS = {
    "content/practices/linkki.png": "file", "content/practices/linkki.md": "file", "content/practices/kansio": "folder",
    "content/practices/kuvat/syva": "folder", "content/pages/linkki.fi.md": "file", "content/linkki.yaml": "file",
    "content/vocabularies/linkki.yaml": "file", "themes/mallisto/assets/linkki.css": "file",
    "themes/mallisto/templates/linkki.mustache": "file", "themes/mallisto/assets/kansio": "folder",
    "content/practices/loputon": "itself", "content/practices/riippuva.png": "nothing",
}


@pytest.mark.parametrize("path", LINKS)
def test_no_symbolic_link_is_followed(fenced, run, path):
    target = {
        "file": fenced.parent / "salaisuus.txt", "folder": fenced.parent, "itself": fenced / path, "nothing": "/ei/ole",
    }[LINKS[path]]
    (fenced / path).symlink_to(target)
    done = run(fenced, "build", "--language", "en")
    assert done.returncode == 1 and "[symbolic-link]" in done.stderr
    assert not (fenced / "public").exists()


@pytest.mark.parametrize("path", ["themes/mallisto", "content/practices", "content/pages", "content/site.yaml"])
def test_a_link_in_the_place_of_a_part_of_the_site_is_not_followed(fenced, run, path):
    """The parts of the site itself may not lie elsewhere either."""
    away = fenced.parent / "muualla"
    shutil.move(fenced / path, away)
    if away.is_dir():
        (away / "salaisuus.css").write_text(SECRET)
        (away / "assets").mkdir(exist_ok=True)
        (away / "assets/salaisuus.css").write_text(SECRET)
    (fenced / path).symlink_to(away)
    done = run(fenced, "build", "--language", "en")
    assert done.returncode in (1, 3)
    assert not (fenced / "public").exists()


@pytest.mark.parametrize("theme", ["../ulko", "..", ".", "", "/etc", "mallisto/../..", "mallisto/", "..%2f..", "a\\..\\b", "themes\u0000"])
def test_no_theme_lies_outside_of_its_folder(fenced, run, theme):
    settings = fenced / "content/site.yaml"
    text = settings.read_text("utf-8").replace("theme: mallisto", "theme: " + quoted(theme).replace("\u0000", "\\0"))
    settings.write_text(text, "utf-8")
    done = run(fenced, "build", "--language", "en")
    assert done.returncode == 1, done.stderr
    assert not (fenced / "public").exists()


@pytest.mark.parametrize("code", ["../../ulos", "..", ".", "a/b", "/ulos", "a\\b", "%2e%2e", "a b", "a?b", "a#b", "<b>", "\u202ea"])
@pytest.mark.parametrize("vocabulary, old", [("stages", "code: kokeilu"), ("funders", "code: STM"), ("regions", "code: hva-06,")])
def test_no_code_of_a_vocabulary_is_a_path(fenced, run, vocabulary, old, code):
    file = fenced / f"content/vocabularies/{vocabulary}.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, f"code: {quoted(code)}" + ("," if old.endswith(",") else ""), 1), "utf-8")
    done = run(fenced, "build", "--language", "en")
    assert done.returncode == 1, done.stderr
    assert not (fenced / "public").exists() and not (fenced / "ulos").exists()


@pytest.mark.parametrize("name", ["sivu.html", "sivu.HTM", "ohjelma.js", "kuva.svg", "sivu.xhtml", "tyyli.css", "kuva.svgz", "tieto.xml"])
def test_no_file_that_a_browser_runs_is_published(fenced, run, name):
    (fenced / "content/practices" / name).write_text("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' onload='alert(1)'/>")
    done = run(fenced, "build", "--language", "en")
    assert done.returncode == 1 and "[active-file]" in done.stderr


def test_neither_a_pipe_nor_a_device_stops_a_build(fenced, run):
    os.mkfifo(fenced / "content/practices/putki.md")
    os.mkfifo(fenced / "content/practices/putki.png")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(fenced / "content/practices/s.md"))
        assert run(fenced, "build").returncode == 0


def test_the_preview_answers_no_path_that_leads_out(fenced, request):
    (fenced / "content/practices/malli.md").write_text(ENTRY.format(number=1, fields="", body=""), "utf-8")
    program = request.config.getoption("--mallisto").resolve()
    with subprocess.Popen(
        [program, "serve", "--site", fenced, "--port", "8460"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            port = int(re.search(r":(\d+)/", server.stdout.readline())[1])
            assert answer(port, "/")[0] == 200
            for trick in TRICKS:
                path = aimed(trick, fenced)
                for target in (path, "/" + path, "/media/" + path, "/assets/" + path, "/mallit/" + path, "/%2f" + path):
                    status, body = answer(port, target)
                    assert SECRET.encode() not in body and b"root:x:0" not in body and b"PROBE=" not in body, target
                    assert status in (302, 400, 403, 404) or b"<title>" in body or status is None, (target, status)
            assert answer(port, "/")[0] == 200
        finally:
            server.terminate()


def answer(port: int, target: str) -> tuple[int | None, bytes]:
    """The answer to a request for exactly these bytes; no status when the connection was closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        request = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        connection.sendall(request.encode("utf-8"))
        response = http.client.HTTPResponse(connection)
        try:
            response.begin()
            return response.status, response.read()
        except (http.client.HTTPException, ConnectionError):
            return None, b""

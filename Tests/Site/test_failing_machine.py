"""What a machine can do to a build: it is killed at any moment, the disk is full, rights are missing, another build runs,
the clock is wrong, a file changes while it is read. The old site stays or the new one stands, whole, and the reader of the
terminal is told what to do.
"""

import os
import random
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import pytest
from failing_calls import Site, compiled, contents

KILLS = int(os.environ.get("KILLS", "200"))
NOBODY = 65534


@pytest.fixture
def program(pytestconfig):
    return pytestconfig.getoption("--mallisto").resolve()


@pytest.fixture
def site(program, tmp_path):
    return Site(tmp_path / "sivusto", program)


def refused(done: subprocess.CompletedProcess, *words: str):
    """The build ended with the exit code of a failing machine, and said why and what to do."""
    assert done.returncode == 3, done.stderr
    assert "\nmallisto: " in "\n" + done.stderr
    for word in words:
        assert word in done.stderr, done.stderr


# Killed


def test_killed_at_random_moments(site):
    """The builds alternate between two versions; a third of them start from nothing, or without the site before. Those that
    end before they are killed do not count.
    """
    random.seed(6)
    seconds = []
    for version in (0, 1):
        site.forget()
        site.write(version)
        start = time.monotonic()
        assert site.build().returncode == 0
        seconds.append(time.monotonic() - start)
    latest = max(seconds)
    halted = number = 0
    while halted < KILLS:
        number += 1
        random.choice([site.forget, site.forget_spare, lambda: None, lambda: None, lambda: None, lambda: None])()
        before, version = site.published, number % 2
        site.write(version)
        given = random.choice([(), (), (), ("--no-cache",)])
        process = subprocess.Popen(
            site.command(*given), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.random() * latest)
        process.send_signal(signal.SIGKILL)
        isHalted = process.wait() == -signal.SIGKILL
        halted += isHalted
        # A third of the builds may come to their end, however busy the machine is.
        latest *= 1.05 if isHalted else 0.9
        assert site.published in (before, version), f"kill {number}"
        # Now and then a build is killed again before one is left to its end.
        if random.random() < 0.7:
            done = site.build(*given)
            assert done.returncode == 0, done.stderr
            assert site.published == version, f"kill {number}"
            assert site.orphans(*given) == [], f"kill {number}"
    assert number < 4 * KILLS


def test_what_a_killed_build_left_in_the_cache(site):
    """A build without the cache lets it be, and the next one with it takes it away."""
    site.write(0)
    assert site.build().returncode == 0
    left = site.cache / ".published-1.mallisto-new"
    left.write_bytes(b"begun")
    assert site.build("--no-cache").returncode == 0
    assert left.exists() and site.orphans("--no-cache") == []
    assert site.orphans() == [left.name]
    assert site.build().returncode == 0
    assert site.orphans() == []


# A full disk


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 16 MB, in memory."""
    place = tmp_path / "levy"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", place], capture_output=True, text=True)
    if mounted.returncode != 0:
        pytest.skip(f"a file system of its own takes root's rights: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def fill(place: Path, leaving: int):
    """Fills a disk but for some bytes."""
    filler = place / "tayte"
    filler.unlink(missing_ok=True)
    room = os.statvfs(place)
    with open(filler, "wb") as file:
        file.write(b"x" * max(0, room.f_bavail * room.f_bsize - leaving))


@pytest.mark.parametrize("where", ["the site and what is published", "what is published alone"])
def test_a_full_disk(program, small_disk, tmp_path, where):
    together = where == "the site and what is published"
    site = Site((small_disk if together else tmp_path) / "sivusto", program)
    given = ()
    if not together:
        shutil.rmtree(site.public)
        site.public = small_disk / "public"
        site.put_foreign()
        given = ("--output", site.public)
    site.write(0)
    assert site.build(*given).returncode == 0
    whole = sum(len(data) for data in site.expected[1].values())
    failed = 0
    for number, part in enumerate([0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1, 1.2, 2]):
        version, before = 1 - number % 2, site.published
        site.forget_spare()
        site.write(version)
        fill(small_disk, int(whole * part))
        done = site.build(*given)
        if done.returncode == 0:
            assert site.published == version, part
        else:
            failed += 1
            refused(done, "Levy on täynnä. Vapauta tilaa ja aja komento uudelleen; julkaistu sivusto on ennallaan.")
            assert site.published == before, part
        (small_disk / "tayte").unlink()
        assert site.build(*given).returncode == 0
        assert site.published == version, part
        assert site.orphans() == [], part
    assert 2 < failed < 13


# Rights


@pytest.fixture
def unprivileged(program):
    """A site of a user who may not do everything, and how to run commands as that user."""
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o755)
        shutil.copy(program, folder / "mallisto")
        site = Site(folder / "sivusto", folder / "mallisto")
        if os.geteuid() == 0:
            for path in [site.folder, *site.folder.rglob("*")]:
                os.chown(path, NOBODY, NOBODY)
            site.user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        else:
            site.user = {}
        yield site
    finally:
        for path in [item for item in folder.rglob("*") if item.is_dir()]:
            path.chmod(0o755)
        shutil.rmtree(folder)


def owned(site):
    """Gives what the test has written to the site's user."""
    if site.user:
        for path in (site.folder / "content/practices").rglob("*"):
            os.chown(path, NOBODY, NOBODY)
        os.chown(site.folder / "content/practices", NOBODY, NOBODY)


@pytest.mark.parametrize("names", [[""], ["public"], [".mallisto", ""], [".mallisto", "", "public"]], ids="+".join)
def test_a_folder_that_may_not_be_written_to(unprivileged, names):
    site = unprivileged
    for version, state in ((0, "first"), (1, "next")):
        if state == "first":
            site.write(0)
            owned(site)
            assert site.build(**site.user).returncode == 0
        before = site.published
        site.write(1 - version)
        owned(site)
        site.forget_spare()
        for name in names:
            (site.folder / name).chmod(0o555)
        done = site.build(**site.user)
        if done.returncode != 0:
            refused(done, "Tarkista kansion oikeudet; julkaistu sivusto on ennallaan.")
            assert site.published == before
        else:
            assert site.published == 1 - version
        for name in names:
            (site.folder / name).chmod(0o755)
        assert site.build(**site.user).returncode == 0
        assert site.published == 1 - version
        assert site.orphans() == []


def test_a_site_that_may_only_be_read_is_published_elsewhere(unprivileged):
    """As in a container that holds the content read-only: what cannot be remembered is not missed."""
    site = unprivileged
    site.write(0)
    owned(site)
    shutil.rmtree(site.public)
    site.folder.chmod(0o555)
    elsewhere = site.folder.parent / "muualla"
    elsewhere.mkdir()
    os.chown(elsewhere, *((NOBODY, NOBODY) if site.user else (-1, -1)))
    for _ in range(2):
        done = site.build("--output", elsewhere / "public", **site.user)
        assert done.returncode == 0, done.stderr
        assert contents(elsewhere / "public") == site.expected[0]
    assert not site.cache.exists() and [item.name for item in elsewhere.iterdir()] == ["public"]


@pytest.mark.parametrize("name", ["content/practices/pysyva.md", "content/practices", "content/site.yaml", "themes/mallisto"])
def test_a_part_that_may_not_be_read(unprivileged, name):
    site = unprivileged
    site.write(0)
    owned(site)
    assert site.build(**site.user).returncode == 0
    mode = (site.folder / name).stat().st_mode
    (site.folder / name).chmod(0)
    done = site.build(**site.user)
    refused(done, name, "ei voi lukea")
    assert site.published == 0
    (site.folder / name).chmod(mode)
    assert site.build(**site.user).returncode == 0 and site.published == 0


# Others at the same time


def test_builds_at_the_same_time(site):
    for turn in range(8):
        version = turn % 2
        site.write(version)
        running = [
            subprocess.Popen(site.command(*given), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            for given in [(), (), ("--no-cache",), (), ("--no-search", "--output", site.folder / "toinen")]
        ]
        for process in running:
            _, said = process.communicate(timeout=60)
            assert process.returncode == 0, said
        assert site.published == version, turn
        shutil.rmtree(site.folder / "toinen")
        assert site.orphans() == []


# The clock


@pytest.mark.parametrize("clock", ["-2000d", "+2000d"], ids=["set back", "set ahead"])
def test_a_clock_that_is_wrong(site, clock):
    """Whatever the clock says and however files are dated, an edit is seen and the site is the same."""
    wrong = ["faketime", "-f", clock]
    for number, through in enumerate([[], wrong, [], wrong, wrong, []]):
        version = number % 2
        site.write(version)
        for path in (site.folder / "content/practices").iterdir():
            os.utime(path, (0, 0) if number % 3 else (4_000_000_000, 4_000_000_000))
        done = subprocess.run([*through, *site.command()], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        assert done.returncode == 0, done.stderr
        assert site.published == version, (number, done.stderr)


# Inputs that change


class Editor(threading.Thread):
    """Does the same to a file again and again until it is told to stop."""

    def __init__(self, edit):
        super().__init__(daemon=True)
        self.edit, self.ended, self.count = edit, threading.Event(), 0

    def run(self):
        while not self.ended.is_set():
            self.edit(self.count)
            self.count += 1

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.join()


def editing(way: str, file: Path, texts: list[str]):
    """The ways in which programs save, and one in which they take away."""

    def replaces(number):
        new = file.with_name(".uusi")
        new.write_text(texts[number % 2], "utf-8")
        new.replace(file)

    def writes(number):
        file.write_text(texts[number % 2], "utf-8")

    def cuts(number):
        with open(file, "r+b") as handle:
            handle.truncate(number * 37 % len(texts[0]))
        file.write_text(texts[number % 2], "utf-8")

    def removes(number):
        file.unlink()
        file.write_text(texts[number % 2], "utf-8")

    return {"replaced": replaces, "written": writes, "cut": cuts, "removed": removes}[way]


@pytest.mark.parametrize("way", ["replaced", "written", "cut", "removed"])
def test_a_file_that_changes_while_it_is_read(site, way):
    file = site.folder / "content/practices/muuttuva.md"
    site.write(0)
    assert site.build().returncode == 0
    texts = [file.read_text("utf-8"), file.read_text("utf-8").replace("Malli etenee", "Se kulkee") + "Ja vielä.\n" * 400]
    wholes = []
    for text in texts:
        file.write_text(text, "utf-8")
        assert site.build().returncode == 0
        found = contents(site.public)
        wholes.append(found)
    codes = set()
    with Editor(editing(way, file, texts)) as editor:
        for number in range(25):
            before = contents(site.public)
            done = site.build(*(["--no-cache"] if number % 5 == 4 else []))
            codes.add(done.returncode)
            assert done.returncode in (0, 1), done.stderr
            assert "Fatal" not in done.stderr
            found = contents(site.public)
            if done.returncode == 1:
                assert found == before, "a build with errors changed the site"
            elif way == "replaced":
                assert found in wholes, "a page of one text and another of the other"
    # A file that is never whole for long may stop every build; one that is replaced or there again does not.
    assert editor.count > 25 and (way in ("written", "cut") or 0 in codes)
    for text, whole in zip(texts, wholes):
        file.write_text(text, "utf-8")
        assert site.build().returncode == 0
        assert contents(site.public) == whole
        assert site.orphans() == []


def test_a_file_that_never_stays_the_same(site, tmp_path):
    """What was judged is never what is read again: the old site stays, and the program says so."""
    file = site.folder / "content/practices/muuttuva.md"
    site.write(0)
    # Where its own rules find nothing a text's bytes are let go; that another has its name makes it be read again.
    text = file.read_text("utf-8").replace("kuvaus: ", "kuvaus: Kun oppilas ei tule kouluun, kukaan ei jää yksin. ")
    file.write_text(text, "utf-8")
    assert site.build().returncode == 0
    before = contents(site.public)
    shim = compiled(tmp_path, Path(__file__).with_name("restless_file.c"))
    done = site.build("--no-cache", env=os.environ | {"LD_PRELOAD": str(shim), "RESTLESS": str(file)})
    assert len(file.read_text("utf-8")) > len(text) + 2, "it was not read again"
    refused(done, "Sisältö muuttui joka kerta")
    assert "Tarkistettu" not in done.stderr, "what was found in a text that is no more was told"
    assert "Julkaistu" not in done.stderr
    assert contents(site.public) == before
    assert site.build().returncode == 0
    assert site.orphans() == []

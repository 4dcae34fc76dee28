"""Incremental equals clean: whatever was changed, broken, killed or deleted between builds, the published site is the one
that a build without a memory makes, and what is said of the content is what that build says.

Each sequence is a walk of random steps over a catalogue of 60 practices. `SEQUENCES=300` walks longer than a test run does.
"""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from project import ROOT

SEQUENCES = int(os.environ.get("SEQUENCES", "10"))
STEPS = 6
PRACTICES = 60
WORDS = ["koulupoissaolot", "kuraattori", "yhteistyö", "kirkkovene", "hyvinvointi", "läsnäolo", "zzyzx", "perhe"]


def digest(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file that a build made."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }


class Walk:
    """A site, what is done to it, and what has been done: a failing walk tells its steps."""

    def __init__(self, folder: Path, program: Path, seed: int):
        self.folder, self.program, self.random, self.done = folder, program, random.Random(seed), []
        for part in ("content", "themes"):
            shutil.copytree(ROOT / part, folder / part)
        self.practices = folder / "content/practices"
        originals = [path.read_text("utf-8") for path in sorted(self.practices.glob("*.md"))]
        for number in range(PRACTICES - len(originals)):
            self.write_practice(f"malli-{number}", originals[number % len(originals)], f" {number}")
        self.keep()

    def keep(self):
        """Keeps the content as it was when it was last good."""
        shutil.rmtree(self.folder / "good", ignore_errors=True)
        for part in ("content", "themes"):
            shutil.copytree(self.folder / part, self.folder / "good" / part)

    def mend(self):
        for part in ("content", "themes"):
            shutil.rmtree(self.folder / part)
            shutil.copytree(self.folder / "good" / part, self.folder / part)

    def write_practice(self, slug: str, text: str, suffix: str):
        lines = text.split("\n")
        lines[1] += suffix
        (self.practices / f"{slug}.md").write_text("\n".join(lines), "utf-8")

    # What can happen between two builds

    def any_practice(self) -> Path:
        return self.random.choice(sorted(self.practices.glob("*.md")))

    def change(self, path: Path, change):
        path.write_text(change(path.read_text("utf-8")), "utf-8")

    def edit_text(self):
        self.change(self.any_practice(), lambda text: text + f"\nLisäksi {self.random.choice(WORDS)} ja {self.random.choice(WORDS)}.\n")

    def edit_title(self):
        word = self.random.choice(WORDS)
        self.change(self.any_practice(), lambda text: "\n".join(f"{line} {word}" if line.startswith("nimi:") and len(line) < 120 else line for line in text.split("\n")))

    def same_title(self):
        """Gives a practice the title of another, of which builds warn until one of the two has another."""
        title = re.search(r"^nimi:.*$", self.any_practice().read_text("utf-8"), re.M)
        if title:
            self.change(self.any_practice(), lambda text: re.sub(r"^nimi:.*$", lambda _: title[0], text, count=1, flags=re.M))

    def edit_keyword(self):
        self.change(self.any_practice(), lambda text: text.replace("asiasanat:\n", f"asiasanat:\n  - {self.random.choice(WORDS)} {self.random.randrange(99)}\n", 1))

    def edit_stage(self):
        stage = self.random.choice(["Idea", "Kokeilu", "Valmis"])
        self.change(self.any_practice(), lambda text: "\n".join(f"vaihe: {stage}" if line.startswith("vaihe:") else line for line in text.split("\n")))

    def edit_region(self):
        """Gives the search other numbers for the practices between the old place and the new one."""
        region = self.random.choice(["Helsinki", "Lempäälä", "Lapin hyvinvointialue", "Pirkanmaan hyvinvointialue"])
        self.change(self.any_practice(), lambda text: re.sub(r"^alue:.*$", f"alue: {region}", text, count=1, flags=re.M))

    def link(self):
        target = self.any_practice().name
        self.change(self.any_practice(), lambda text: text + f"\nKatso [toinen malli, jossa on sama ongelma]({target}).\n")

    def add(self):
        self.write_practice(f"uusi-{self.random.randrange(10**6)}", self.any_practice().read_text("utf-8"), f" uusi {self.random.randrange(10**6)}")

    def remove(self):
        self.any_practice().unlink()

    def rename(self):
        self.any_practice().rename(self.practices / f"siirretty-{self.random.randrange(10**6)}.md")

    def break_and_leave(self):
        self.change(self.any_practice(), lambda text: text.replace("\nalue:", "\nalueee:", 1))

    def template(self):
        path = self.folder / "content/template.yaml"
        self.change(path, lambda text: re.sub(r"(labels: \{fi: [^,}]+)(, sv: Verksamhetsmodellens namn)[^,}]*", rf"\1\2 {self.random.randrange(99)}", text))

    def vocabulary(self):
        path = self.folder / "content/vocabularies/regions.yaml"
        self.change(path, lambda text: re.sub(r"sv: Birkaland[^,}]*", f"sv: Birkaland {self.random.randrange(99)}", text))

    def settings(self):
        self.change(self.folder / "content/site.yaml", lambda text: re.sub(r"(tagline:\n  fi: [^\n]*)", rf"\1 {self.random.randrange(9)}", text))

    def theme(self):
        path = self.random.choice(sorted((self.folder / "themes").rglob("*.mustache")))
        self.change(path, lambda text: text + f"<!-- {self.random.randrange(999)} -->\n" if path.name in ("home.mustache", "practice.mustache") else text + "\n")

    def script(self):
        # A folder may be named like a script: its files are joined to one.
        path = self.random.choice(sorted(path for path in (self.folder / "themes").rglob("*.js") if path.is_file()))
        self.change(path, lambda text: text + f"globalThis.walk = {self.random.randrange(999)};\n")

    def page(self):
        self.change(self.folder / "content/pages/about.fi.md", lambda text: text + f"\nLisäys {self.random.choice(WORDS)}.\n")

    def nothing(self):
        pass

    def touch(self):
        os.utime(self.any_practice())

    def same_size_edit(self):
        """An edit that keeps the size and the time of the file, as a careless copy does."""
        path = self.any_practice()
        stat = path.stat()
        path.write_text(path.read_text("utf-8").replace("malli", "milla", 1), "utf-8")
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    # What can happen to the memory and to the published site

    def any_file(self, folder: Path) -> Path | None:
        files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.exists() else []
        return self.random.choice(files) if files else None

    def forget(self):
        shutil.rmtree(self.folder / ".mallisto", ignore_errors=True)

    def lose_part_of_memory(self):
        if file := self.any_file(self.folder / ".mallisto"):
            file.unlink()

    def damage_memory(self):
        files = [path for path in (self.folder / ".mallisto").glob("*") if path.is_file()]
        if files:
            file = self.random.choice(sorted(files))
            data = bytearray(file.read_bytes())
            data[self.random.randrange(len(data))] ^= 1 << self.random.randrange(8)
            file.write_bytes(data)

    def cut_memory(self):
        files = [path for path in (self.folder / ".mallisto").glob("*") if path.is_file()]
        if files:
            file = self.random.choice(sorted(files))
            os.truncate(file, self.random.randrange(file.stat().st_size))

    def spoil_published(self):
        if file := self.any_file(self.folder / "public"):
            file.write_bytes(file.read_bytes() + b"x")

    def lose_published(self):
        if file := self.any_file(self.folder / "public"):
            file.unlink()

    def unpublish(self):
        shutil.rmtree(self.folder / "public", ignore_errors=True)

    def kill_a_build(self):
        process = subprocess.Popen(self.command("public"), cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.random.random() * 0.4)
        process.send_signal(signal.SIGKILL)
        process.wait()

    STEPS = [
        edit_text, edit_text, edit_text, edit_title, same_title, same_title, edit_keyword, edit_stage, edit_region, link, add, remove,
        rename, break_and_leave, template, vocabulary, settings, theme, script, page, nothing, touch, same_size_edit, forget,
        lose_part_of_memory, damage_memory, cut_memory, spoil_published, lose_published, unpublish, kill_a_build, kill_a_build,
    ]

    # Building and comparing

    def command(self, output: str, *options: str):
        return [self.program, "build", "--output", output, *options]

    def build(self, output: str, *options: str) -> tuple[int, list[str]]:
        """The exit code, and what was said of the content."""
        done = subprocess.run(self.command(output, *options), cwd=self.folder, capture_output=True, text=True, timeout=120)
        return done.returncode, [line for line in done.stderr.splitlines() if not line.startswith(("Published in", "Julkaistu kansioon"))]

    def step(self):
        step = self.random.choice(self.STEPS)
        self.done.append(step.__name__)
        step(self)

    def published(self):
        public = self.folder / "public"
        return digest(public) if public.exists() else {}

    def compare(self):
        before = self.published()
        own, clean = self.build("public"), self.build("clean", "--no-cache")
        assert own == clean, f"after {self.done}: {own} with a memory, {clean} without"
        if own[0]:
            assert self.done, "the site was not sound to begin with"
            assert self.published() == before, f"after {self.done}: a build with errors changed the site"
            self.mend()
            return
        self.keep()
        ours, theirs = self.published(), digest(self.folder / "clean")
        differing = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
        assert differing == [], f"after {self.done}"


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_incremental_equals_clean(seed, tmp_path, pytestconfig):
    walk = Walk(tmp_path, pytestconfig.getoption("--mallisto").resolve(), seed)
    walk.compare()
    for _ in range(STEPS):
        for _ in range(walk.random.choice([1, 1, 1, 2, 3])):
            walk.step()
        walk.compare()


def test_one_edited_text_writes_only_its_own_page(tmp_path, pytestconfig):
    walk = Walk(tmp_path, pytestconfig.getoption("--mallisto").resolve(), 0)
    walk.build("public")
    time.sleep(0.1)
    before = {path: path.stat().st_ino for path in (tmp_path / "public").rglob("*.html")}
    walk.change(walk.practices / "malli-7.md", lambda text: text + "\nUusi lause kuraattorista.\n")
    walk.build("public")
    changed = [path.parent.name for path, inode in before.items() if path.stat().st_ino != inode]
    assert changed == ["malli-7"]


def test_a_build_of_nothing_new_says_the_same_again(tmp_path, pytestconfig):
    walk = Walk(tmp_path, pytestconfig.getoption("--mallisto").resolve(), 0)
    time.sleep(0.1)
    said = [subprocess.run(walk.command("public"), cwd=tmp_path, capture_output=True, text=True).stderr for _ in range(3)]
    assert "warning" in said[0] or "varoituksia" in said[0]
    assert said[1].splitlines()[:-1] == said[0].splitlines()[:-1]
    assert said[2] == said[1] and ", joista 0 kirjoitettiin" in said[1]


def test_what_another_program_remembers_is_passed_over(tmp_path, pytestconfig):
    walk = Walk(tmp_path, pytestconfig.getoption("--mallisto").resolve(), 0)
    walk.build("public")
    memory = tmp_path / ".mallisto/search"
    before = memory.read_bytes()
    # Any other file is another program, even one of the same bytes.
    walk.program = Path(shutil.copy(walk.program, tmp_path / "another"))
    walk.build("public")
    assert memory.read_bytes()[:8] != before[:8]
    walk.compare()

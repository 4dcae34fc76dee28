"""200 random edits in a row: the preview outlives them, and shows in the end what a fresh build holds.

Edits are made as programs make them: in place, through a temporary file that takes the old one's place, by moving the
old one aside first, in halves with a pause between, by renaming, deleting, and only touching.
"""

import json
import os
import random
import shutil
import subprocess
import time

import pytest
from preview import copy_site, preview

BURSTS, EDITS = 20, 10


class Editor:
    """Makes edits of all kinds to the practices and the theme of a site."""

    def __init__(self, folder, seed):
        self.folder, self.chance, self.number = folder, random.Random(seed), 0
        self.theme = folder / "themes/mallisto/templates/practice.mustache"
        self.whole_theme = self.theme.read_text("utf-8")
        self.originals = {file.name: file.read_text("utf-8") for file in self.practices()}
        self.kinds = [
            self.in_place, self.replaced, self.moved_aside, self.in_halves, self.renamed, self.deleted, self.restored,
            self.nested, self.touched, self.broken, self.binary, self.theme_changed, self.theme_broken, self.folders,
        ]  # fmt: skip

    def practices(self):
        return sorted((self.folder / "content/practices").rglob("*.md"))

    def edit(self):
        self.number += 1
        self.chance.choice(self.kinds)()

    def mend(self):
        """Puts everything in order again, with other words than before."""
        shutil.rmtree(self.folder / "content/practices/muut", ignore_errors=True)
        for file in self.practices():
            file.unlink()
        for name, text in self.originals.items():
            (self.folder / "content/practices" / name).write_text(self.reworded(text), "utf-8")
        self.theme.write_text(self.whole_theme, "utf-8")

    def reworded(self, text: str) -> str:
        self.number += 1
        return text.replace("nimi: ", f"nimi: Kerta {self.number} ", 1)

    def one(self):
        """A file and the text to give it."""
        found = self.practices()
        if not found:
            self.restored()
            found = self.practices()
        return self.chance.choice(found), self.reworded(self.chance.choice(list(self.originals.values())))

    def in_place(self):
        file, text = self.one()
        file.write_text(text, "utf-8")

    def replaced(self):
        file, text = self.one()
        other = file.with_name(f".{file.name}.tmp")
        other.write_text(text, "utf-8")
        other.replace(file)

    def moved_aside(self):
        file, text = self.one()
        aside = file.with_name(file.name + "~")
        file.replace(aside)
        file.write_text(text, "utf-8")
        aside.unlink()

    def in_halves(self):
        file, text = self.one()
        half = len(text) // 2
        with file.open("w", encoding="utf-8") as out:
            out.write(text[:half])
            out.flush()
            time.sleep(self.chance.choice([0.001, 0.03, 0.1]))
            out.write(text[half:])

    def renamed(self):
        file, _ = self.one()
        file.rename(file.with_name(f"nimi-{self.number}.md"))

    def deleted(self):
        self.one()[0].unlink()

    def restored(self):
        name, text = self.chance.choice(list(self.originals.items()))
        (self.folder / "content/practices" / name).write_text(text, "utf-8")

    def nested(self):
        file, text = self.one()
        below = self.folder / f"content/practices/muut/{self.number}/syvalla"
        below.mkdir(parents=True)
        (below / f"malli-{self.number}.md").write_text(text, "utf-8")

    def touched(self):
        for _ in range(100):
            for file in self.practices():
                os.utime(file)

    def broken(self):
        file, text = self.one()
        file.write_text(text.replace("\nvaihe: ", "\nvaihee: ").replace("\nalue: ", "\nalue: [", 1), "utf-8")

    def binary(self):
        self.one()[0].write_bytes(self.chance.randbytes(5_000))

    def theme_changed(self):
        self.theme.write_text(self.whole_theme.replace("<h1", f"<p>{self.number}</p><h1", 1), "utf-8")

    def theme_broken(self):
        self.theme.write_text(self.whole_theme + "{{#nothing}}", "utf-8")

    def folders(self):
        below = self.folder / f"content/practices/muut/{self.number}.md"
        below.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(below)


@pytest.fixture(scope="module")
def program(pytestconfig):
    return pytestconfig.getoption("--mallisto").resolve()


def errors(program, folder) -> list[str]:
    """The errors that `check` finds, as places and rules."""
    done = subprocess.run(
        [program, "check", "--site", folder, "--format", "json"], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    found = json.loads(done.stdout)["findings"]
    return sorted(f"{one['file']}:{one['line']} {one['rule']}" for one in found if one["severity"] == "error")


def told(running) -> list[str]:
    return sorted(f"{error['place'].rsplit(':', 1)[0]} {error['rule']}" for error in running.news()["errors"])


# Not pages: what a build remembers, and what hosts of static sites read.
UNSERVED = (".mallisto-files", "_headers")


def files(folder) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*") if file.is_file() and file.name not in UNSERVED
    }  # fmt: skip


def stale(running, fresh: dict[str, bytes]) -> list[str]:
    """Addresses at which the preview does not answer what a fresh build holds."""
    return [name for name, bytes_ in fresh.items() if running.get("/" + name.removesuffix("index.html"))[1] != bytes_]


def test_200_random_edits(program, build, tmp_path):
    folder, chance = copy_site(tmp_path / "site"), random.Random(20261122)
    editor = Editor(folder, seed=7)
    good, sound, unsound = None, 0, 0
    with preview(program, folder, "--port", "8500") as running:
        for burst in range(BURSTS):
            for _ in range(EDITS):
                editor.edit()
                time.sleep(chance.choice([0, 0, 0.01, 0.05, 0.3]))
            if burst % 2:
                editor.mend()
            expected = errors(program, folder)
            if not expected:
                sound += 1
                good = files(build(tmp_path / "fresh", "--base-url", running.address, content=folder))
                running.until(lambda: not told(running) and not stale(running, good), f"fresh after burst {burst}", 30)
                gone = [name for name in ("mallit/nimi-1/", "mallit/ei-ole/") if f"{name}index.html" not in good]
                assert {running.get(f"/{name}")[0] for name in gone} <= {404}
            else:
                unsound += 1
                running.until(lambda: told(running)[:50] == expected[:50], f"the errors after burst {burst}", 30)
                assert running.get("/")[0] == 200
        assert running.stop() == 0
    assert sound >= BURSTS // 2 and unsound >= 3, "the edits were not of all kinds"

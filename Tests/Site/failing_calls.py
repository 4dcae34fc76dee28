"""A small site that is built again and again while its system calls fail, and what must hold of it afterwards."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import yaml
from entries import FIELDS
from project import ROOT

SHIM = Path(__file__).with_name("failing_calls.c")

# Every call of the C library that changes something on a disk. The program may use those that the shim knows.
CHANGING = set(
    """chmod chown close copy_file_range creat creat64 fallocate fallocate64 fchmod fchmodat fchown fchownat fdatasync flock fopen
    fopen64 freopen fsetxattr fsync ftruncate ftruncate64 futimens futimes futimesat lchown link linkat lsetxattr lutimes mkdir
    mkdirat mkdtemp mkfifo mkfifoat mknod mknodat mkostemp mkostemps mkstemp mkstemp64 mkstemps open open64 openat openat64
    posix_fallocate pwrite pwrite64 pwritev pwritev2 remove removexattr rename renameat renameat2 rmdir sendfile sendfile64 setxattr
    splice symlink symlinkat sync_file_range tmpfile truncate truncate64 unlink unlinkat utime utimensat utimes write writev""".split()
)

ENTRY = """---
nimi: Poissaolojen malli kouluille{title}
{fields}{more}---
## Ratkaisun perusidea

Malli etenee portaittain. {text}
"""


def compiled(folder: Path, source: Path = SHIM) -> Path:
    """The shim, or another source in C, as a library to preload."""
    library = folder / f"{source.stem}.so"
    compiler = next(filter(shutil.which, ("cc", "clang", "gcc")), None)
    assert compiler, "there is no C compiler to build the shim with: install gcc"
    subprocess.run([compiler, "-shared", "-fPIC", "-Wall", "-Werror", "-o", library, source, "-ldl"], check=True)
    return library


def calls_of_shim() -> set[str]:
    """The names of the calls that the shim puts itself before."""
    text = SHIM.read_text("utf-8")
    return set(re.findall(r"^(?:CHANGES|THROUGH)\((\w+),", text, re.M)) | set(re.findall(r"^\w+ \*?(\w+)\([^;]*\{", text, re.M))


def changing_calls_of(program: Path) -> set[str]:
    """The names of the calls that the program asks of the C library and that change something.

    They are read from what it was linked of, since Swift's runtime, which is linked in, has many that it does not use.
    """
    parts = sorted(program.parent.glob("*.build/**/*.o"))
    assert any("Publishing.build" in str(part) for part in parts)
    listed = subprocess.run(["nm", "--undefined-only", *parts], capture_output=True, text=True, check=True).stdout
    return {words[-1] for line in listed.splitlines() if (words := line.split())} & CHANGING


class Site:
    """A site of two versions, 0 and 1: in the second a practice is edited, one is gone, and one has come with a file.

    `public/` holds two files of others, which must never be lost.
    """

    FOREIGN = {".gitignore": b"*\n", "oma/muistio.txt": b"muistio"}
    # What a build may leave beside the published folder.
    KEPT = re.compile(r"assets|entries(-newer)?|findings|search|last-build|published-\w+|spare-\w+")

    def __init__(self, folder: Path, program: Path):
        self.folder, self.program = folder, program
        self.public, self.cache = folder / "public", folder / ".mallisto"
        shutil.copytree(ROOT / "themes", folder / "themes")
        shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("practices", "pages"))
        (folder / "content/practices").mkdir()
        settings = yaml.safe_load((folder / "content/site.yaml").read_text("utf-8"))
        settings |= {"languages": ["fi"], "formats": []}
        (folder / "content/site.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
        self.put_foreign()
        self.expected = []
        for version in (0, 1):
            self.write(version)
            clean = folder / f"clean-{version}"
            assert self.build("--no-cache", "--output", clean).returncode == 0
            self.expected.append(contents(clean))
            shutil.rmtree(clean)
        assert self.expected[0].keys() - self.expected[1].keys() and self.expected[1].keys() - self.expected[0].keys()

    def write(self, version: int):
        """Puts a version of the content in place, as an editor or `git checkout` does."""
        practices = self.folder / "content/practices"
        shutil.rmtree(practices)
        practices.mkdir()
        more = "liitteet: [{nimi: Muistion pohja, tiedosto: pohja.txt}]\n"
        for name, title, text, fields, isThere in (
            ("pysyva", "", "", "", True), ("muuttuva", " jotka muuttuvat" * version, "Lisäys." * version, "", True),
            ("lahteva", " jotka lähtevät", "", "", version == 0), ("tuleva", " jotka tulevat", "", more, version == 1),
        ):
            if isThere:
                words = ENTRY.format(title=title, fields=FIELDS, more=fields, text=text)
                (practices / f"{name}.md").write_text(words, "utf-8")
        if version == 1:
            (practices / "pohja.txt").write_text("Pohja.\n", "utf-8")

    def command(self, *options) -> list:
        return [self.program, "build", "--site", self.folder, "--language", "fi", *options]

    def build(self, *options, **keywords) -> subprocess.CompletedProcess:
        given = {"capture_output": True, "text": True, "stdin": subprocess.DEVNULL, "timeout": 60, "cwd": self.folder}
        return subprocess.run(self.command(*options), **given | keywords)

    def put_foreign(self):
        for name, data in self.FOREIGN.items():
            (self.public / name).parent.mkdir(parents=True, exist_ok=True)
            (self.public / name).write_bytes(data)

    def forget(self):
        """As after `git clone`: nothing published but others' files, nothing remembered."""
        for folder in (self.public, self.cache):
            shutil.rmtree(folder, ignore_errors=True)
        self.put_foreign()

    def forget_spare(self):
        """Takes away the site before the present one, that the next is made of."""
        for folder in self.cache.glob("spare-*"):
            shutil.rmtree(folder)

    @property
    def published(self) -> int | None:
        """Which version is published, whole and with others' files; None for nothing, an error for anything else."""
        found = contents(self.public)
        for name, data in self.FOREIGN.items():
            assert found.pop(name, None) == data, f"{name} of somebody else is lost"
        if not found:
            return None
        assert found in self.expected, describe(found, self.expected)
        return self.expected.index(found)

    def orphans(self, *options) -> list[str]:
        """What a build with some options has left that nobody knows. One without the cache leaves alone what is in there."""
        beside = [item.name for item in self.folder.iterdir() if item.name not in ("content", "themes", "public", ".mallisto")]
        isLooked = self.cache.exists() and "--no-cache" not in options
        kept = [item.name for item in self.cache.iterdir() if not self.KEPT.fullmatch(item.name)] if isLooked else []
        hidden = [str(item) for item in (self.folder / "content").rglob(".*")]
        return beside + kept + hidden


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder; the list of Mallisto's own files is one of them."""
    return {
        os.path.relpath(os.path.join(place, name), folder): Path(place, name).read_bytes()
        for place, _, names in os.walk(folder) for name in names
    }


def describe(found: dict, expected: list[dict]) -> str:
    """How far a published folder is from either version."""
    def distance(whole):
        return sorted(name for name in found.keys() | whole.keys() if found.get(name) != whole.get(name))

    return "neither the old site nor the new one: " + " | ".join(f"{distance(whole)[:5]}" for whole in expected)

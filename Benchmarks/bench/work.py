"""The work of one size: what is run, in which order, and what is kept of it."""

import json
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from measure import Cost, median, middle, run, size
from preview import latency
from tools import HERE, Hugo, Mallisto, Peers, Zorto

QUERIES = ["verkosto", "kotiutus", "nuorisoryhmässä", "asiakkaan seuranta", "vertaistuki"]
FLAVOURS = {"mallisto": "mallisto", "hugo": "hugo", "zorto": "zorto", "cmark": "text"}


class Work:
    """Corpora and sites for so many practices, made anew below a folder."""

    def __init__(self, program: Path, peers: Peers, folder: Path, count: int):
        self.count, self.peers = count, peers
        self.corpora = folder / f"corpus-{count}"
        self.folder = folder / f"sites-{count}"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.mallisto = Mallisto(program, self.folder / "mallisto")
        # The peers have their lists in one language.
        self.finnish = Mallisto(program, self.folder / "finnish", ["fi"])
        self.others = [
            kind(peers.programs[kind.name], self.folder / kind.name) for kind in (Hugo, Zorto) if kind.name in peers.programs]
        self.hugo = next((tool for tool in self.others if tool.name == "hugo"), None)
        self.folder.mkdir(parents=True)
        for tool in (self.mallisto, self.finnish, *self.others):
            tool.prepare(self.corpus(tool.name))

    def corpus(self, name: str) -> Path:
        """Made once, by a process of its own, so that its memory is not taken for a child's."""
        flavour = FLAVOURS[name]
        folder = self.corpora / flavour
        if not folder.exists():
            made = self.corpora / f"{flavour}.part"
            shutil.rmtree(made, ignore_errors=True)
            command = [sys.executable, HERE / "bench/corpus.py", "--count", self.count, "--flavour", flavour, "--out", made]
            subprocess.run([str(part) for part in command], check=True)
            made.rename(folder)
        return folder

    def measured(self, runs: int, edits: int) -> dict:
        found = {}
        found |= self.cold(runs)
        found |= self.floors(runs)
        found |= self.again(runs)
        found |= self.first_query()
        found["preview"] = {}
        for tool in (self.mallisto, self.hugo):
            if tool:
                self.tell(f"preview, {tool.name}")
                milliseconds, peak = latency(tool, edits)
                found["preview"][tool.name] = {"ms": milliseconds, "peak": peak}
        shutil.rmtree(self.folder)
        return found

    def tell(self, what: str) -> None:
        print(f"  {self.count:>6} practices: {what}", file=sys.stderr, flush=True)

    # Builds into a new folder

    def cold(self, runs: int) -> dict:
        """Every tool once in a round, so that what else the machine does falls on all alike."""
        ours = self.mallisto
        costs: dict[str, list[Cost]] = {}
        for round_ in range(runs):
            self.tell(f"cold builds, round {round_ + 1} of {runs}")
            self.note(costs, "mallisto", ours.command(ours.output, "--no-cache", "--no-search"), ours.output)
            for tool in self.others:
                self.note(costs, tool.name, tool.command(tool.output), tool.output)
            finnish = self.finnish
            self.note(costs, "finnish", finnish.command(finnish.output, "--no-cache", "--no-search"), finnish.output)
            self.note(costs, "mallisto search", ours.command(ours.searched, "--no-cache"), ours.searched)
            if self.hugo and "pagefind" in self.peers.programs:
                self.note(costs, "pagefind", self.pagefind_command, self.pagefind_output)
        index = {"mallisto": ours.searched / "search"} | ({"pagefind": self.pagefind_output} if "pagefind" in costs else {})
        return {
            "cold": {name: asdict(median(each)) for name, each in costs.items()},
            "output": {tool.name: size(tool.output) for tool in (ours, *self.others)} | {"finnish": size(self.finnish.output)},
            "index": {name: size(folder) for name, folder in index.items()},
        }

    @property
    def pagefind_output(self) -> Path:
        return self.folder / "pagefind"

    @property
    def pagefind_command(self) -> list:
        return [self.peers.programs["pagefind"], "--site", self.hugo.output, "--output-path", self.pagefind_output]

    def note(self, costs: dict, name: str, command: list, output: Path) -> None:
        # Put aside and not deleted: a file system may pass over what was freed a moment ago when it looks for room, and
        # then whoever comes next pays for it.
        if output.exists():
            former = self.folder / "former"
            former.mkdir(exist_ok=True)
            output.rename(former / str(len(list(former.iterdir()))))
        costs.setdefault(name, []).append(run(command))

    def floors(self, runs: int) -> dict:
        costs: dict[str, list[Cost]] = {}
        copied = self.folder / "copied"
        text = self.folder / "all.md"
        with text.open("wb") as whole:
            for file in sorted(self.corpus("cmark").iterdir()):
                whole.write(file.read_bytes())
        for _ in range(runs):
            self.note(costs, "cp", ["cp", "-r", self.mallisto.output, copied], copied)
            if shutil.which("cmark"):
                costs.setdefault("cmark", []).append(run(["cmark", text]))
        return {"floors": {name: asdict(median(each)) for name, each in costs.items()}}

    # Builds over what is there

    def again(self, runs: int) -> dict:
        ours = self.mallisto
        build = ours.command(ours.kept)
        self.tell("first build with a cache")
        found = {"first": asdict(run(build))}
        edited: dict[str, list[Cost]] = {}
        same: dict[str, list[Cost]] = {}
        tools = [(ours, build)] + [(tool, tool.command(tool.output)) for tool in self.others]
        for round_ in range(runs):
            self.tell(f"rebuilds, round {round_ + 1} of {runs}")
            for tool, command in tools:
                entry = sorted(tool.practices.glob("*.md"))[-8]
                with entry.open("a", encoding="utf-8") as file:
                    file.write(f"\nLisäys {round_}: seuraava tapaaminen on syksyllä.\n")
                before = inodes(ours.kept) if tool is ours else None
                edited.setdefault(tool.name, []).append(run(command))
                if before is not None:
                    after = inodes(ours.kept)
                    found["rewritten"] = sum(before.get(path) != inode for path, inode in after.items())
        for round_ in range(runs):
            for tool, command in tools:
                same.setdefault(tool.name, []).append(run(command))
        found["edited"] = {name: asdict(median(each)) for name, each in edited.items()}
        found["same"] = {name: asdict(median(each)) for name, each in same.items()}
        return found

    # Searching

    def first_query(self) -> dict:
        if not shutil.which("node"):
            return {}
        sites = {"mallisto": self.mallisto.searched}
        if self.pagefind_output.exists():
            sites["pagefind"] = self.pagefind_output
        found = {}
        for name, site in sites.items():
            command = ["node", HERE / "bench/first-query.mjs", name, site, *QUERIES]
            said = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
            rows = [json.loads(line) for line in said.splitlines()]
            found[name] = {key: middle([row[key] for row in rows]) for key in ("bytes", "requests")} | {
                "most": max(row["bytes"] for row in rows)}
        return {"query": found}


def inodes(folder: Path) -> dict[Path, int]:
    """A file that is written anew is a new one; one that is kept has another name for the same."""
    return {file: file.stat().st_ino for file in folder.rglob("*") if file.is_file()}

#!/usr/bin/env python3
"""Measures Mallisto and its peers on the same work, in turn.

    python3 Benchmarks/bench --mallisto .build/release/mallisto --sizes 100 1000

Leaves what it measured in WORK/results.json and prints it as a table. With --write, it only writes the last results
into docs/benchmarks.md. With --queries, it prints what first queries of twelve kinds fetch at such numbers of practices; with
--browser, what queries and choices of filters take in Chromium, which it also leaves in WORK/browser.json.
"""

import argparse
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import queries
import report
from measure import Failed, run
from tools import PACKAGES, Mallisto, Peers, ROOT, installed, swift_version
from work import Work


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mallisto", type=Path, default=ROOT / ".build/release/mallisto")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument(
        "--runs", type=int, default=3, help="runs of each, of which the middle one counts; with --browser, queries of each kind")
    parser.add_argument("--edits", type=int, default=10, help="edits of the preview")
    parser.add_argument("--peers", nargs="*", choices=PACKAGES, default=list(PACKAGES))
    parser.add_argument("--work", type=Path, default=ROOT / ".build/bench")
    parser.add_argument("--write", action="store_true", help="write the last results into docs/benchmarks.md")
    parser.add_argument("--queries", type=int, nargs="+", metavar="SIZE", help="only tell what many kinds of query fetch")
    parser.add_argument(
        "--browser", type=int, nargs="+", metavar="SIZE", help="only tell what queries and choices of filters take in Chromium")
    return parser.parse_args()


def searchable(given: argparse.Namespace, sizes: list[int]) -> Iterator[tuple[int, Mallisto]]:
    """A site with search of each size, for as long as it is looked at."""
    for count in sizes:
        work = Work(given.mallisto.resolve(), Peers(), given.work.resolve(), count)
        run(work.mallisto.command(work.mallisto.searched, "--no-cache"))
        yield count, work.mallisto
        shutil.rmtree(work.folder)


def queried(given: argparse.Namespace) -> str:
    return queries.table([
        (count, queries.measured(site.practices, site.searched)) for count, site in searchable(given, given.queries)])


def browsed(given: argparse.Namespace) -> str:
    try:
        import situations
    except ModuleNotFoundError as error:
        raise Failed(f"{error}: run `make .venv/installed`, and then this with .venv/bin/python") from None
    found = machine() | {"load": [os.getloadavg()[0]]} | situations.measured(searchable(given, given.browser), given.runs)
    found["load"].append(os.getloadavg()[0])
    (given.work / "browser.json").write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    return situations.text(found)


def machine() -> dict:
    cpu = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")),
        platform.machine())
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return {
        "date": datetime.date.today().isoformat(), "processors": os.cpu_count(), "processor": cpu, "system": system,
        "memory": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
    }


def main() -> int:
    given = options()
    results = given.work / "results.json"
    if given.write:
        report.write(json.loads(results.read_text(encoding="utf-8")), ROOT / "docs/benchmarks.md")
        return 0
    given.work.mkdir(parents=True, exist_ok=True)
    if given.queries:
        print(queried(given))
        return 0
    if given.browser:
        print(browsed(given))
        return 0
    peers = installed(given.peers, given.work / "peers")
    found = machine() | {"versions": peers.versions | {"swift": swift_version()}, "runs": given.runs, "edits": given.edits}
    found["load"] = [os.getloadavg()[0]]
    found["sizes"] = {}
    for count in given.sizes:
        work = Work(given.mallisto.resolve(), peers, given.work.resolve(), count)
        found["sizes"][str(count)] = work.measured(given.runs, given.edits)
        found["versions"]["mallisto"] = work.mallisto.version()
    found["load"].append(os.getloadavg()[0])
    results.write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(report.text(found))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (subprocess.CalledProcessError, FileNotFoundError, Failed) as error:
        sys.exit(f"bench: {error}")

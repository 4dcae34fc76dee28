#!/usr/bin/env python3
"""Measures Mallisto and its peers on the same work, in turn.

    python3 Benchmarks/bench --mallisto .build/release/mallisto --sizes 100 1000

Leaves what it measured in WORK/results.json and prints it as a table. With --write, it only writes the last results
into docs/benchmarks.md. With --queries, it prints what first queries of twelve kinds fetch at such numbers of practices.
"""

import argparse
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import queries
import report
from measure import run
from tools import PACKAGES, Peers, ROOT, installed, swift_version
from work import Work


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mallisto", type=Path, default=ROOT / ".build/release/mallisto")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--runs", type=int, default=3, help="runs of each, of which the middle one counts")
    parser.add_argument("--edits", type=int, default=10, help="edits of the preview")
    parser.add_argument("--peers", nargs="*", choices=PACKAGES, default=list(PACKAGES))
    parser.add_argument("--work", type=Path, default=ROOT / ".build/bench")
    parser.add_argument("--write", action="store_true", help="write the last results into docs/benchmarks.md")
    parser.add_argument("--queries", type=int, nargs="+", metavar="SIZE", help="only tell what many kinds of query fetch")
    return parser.parse_args()


def queried(given: argparse.Namespace) -> str:
    sites = []
    for count in given.queries:
        work = Work(given.mallisto.resolve(), Peers(), given.work.resolve(), count)
        run(work.mallisto.command(work.mallisto.searched, "--no-cache"))
        sites.append((count, queries.measured(work.mallisto.practices, work.mallisto.searched)))
        shutil.rmtree(work.folder)
    return queries.table(sites)


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
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        sys.exit(f"bench: {error}")

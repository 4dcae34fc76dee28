#!/usr/bin/env python3
"""The time that scripts take of a page's main thread, from a trace of Chromium.

    Benchmarks/bench/script_time.py TRACE.json

TRACE.json is what Chromium's DevTools or Playwright save; prints the milliseconds of the scripts and of the whole main thread.
Times are processor time where the trace has it, so what else the machine does counts little.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from measure import Failed

# What a trace has to be made of.
CATEGORIES = ["devtools.timeline", "toplevel", "v8", "v8.execute"]

# What runs scripts or is done for them: compiling and collecting garbage too, whose other names begin with V8.
SCRIPT = {
    "EvaluateScript", "FireAnimationFrame", "FireIdleCallback", "FunctionCall", "MajorGC", "MinorGC", "RunMicrotasks",
    "TimerFire", "XHRLoad", "XHRReadyStateChange",
}


@dataclass(frozen=True)
class Spent:
    script: float  # milliseconds
    main: float  # milliseconds of everything that the main thread does: scripts, layout and paint


def is_script(event: dict) -> bool:
    return event["name"] in SCRIPT or event["name"].lower().startswith("v8.")


def outermost(events: Iterable[dict]) -> Iterator[dict]:
    """Those events of one thread that are not part of another."""
    end = float("-inf")
    for event in sorted(events, key=lambda event: (event["ts"], -event["dur"])):
        if event["ts"] >= end:
            end = event["ts"] + event["dur"]
            yield event


def milliseconds(events: Iterable[dict]) -> float:
    return sum(event.get("tdur", event["dur"]) for event in outermost(events)) / 1000


def spent(trace: dict) -> Spent:
    """What a trace tells of the page's main thread: the busiest one, since Chromium keeps a spare process for the next page."""
    threads: dict[tuple, list[dict]] = {
        (event["pid"], event["tid"]): [] for event in trace["traceEvents"]
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"}
    for event in trace["traceEvents"]:
        if event["ph"] == "X" and (event["pid"], event["tid"]) in threads:
            threads[event["pid"], event["tid"]].append(event)
    if not threads:
        raise Failed("the trace has no main thread of a page")
    events = max(threads.values(), key=milliseconds)
    return Spent(milliseconds(filter(is_script, events)), milliseconds(events))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        found = spent(json.load(file))
    print(f"{found.script:.2f} ms of scripts, {found.main:.2f} ms of the main thread")

"""The results as a table for people."""

from pathlib import Path

BEGIN, END = "<!-- results: written by `make bench-doc` -->", "<!-- end of results -->"


def number(value: float | None, unit: str = "") -> str:
    if value is None:
        return "–"
    text = f"{value:,.0f}" if not unit or value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return f"{text} {unit}".strip()


def ratio(ours: float | None, theirs: float | None) -> str:
    """How many times as much the other takes."""
    return "–" if not ours or not theirs else f"{theirs / ours:.1f} ×"


def value(found: dict, *path):
    for name in path:
        found = (found or {}).get(name)
    return found


def together(join, *values: float | None) -> float | None:
    return None if None in values else join(values)


def rows(found: dict, count: int) -> list[tuple]:
    """What, unit, and what Mallisto, Hugo and zorto have; with search, Hugo is Hugo and Pagefind."""

    def each(*path, last, times=1.0):
        return [together(lambda known: known[0] * times, value(found, *path, tool, last)) for tool in ("mallisto", "hugo", "zorto")]

    def searched(last, join):
        peers = together(join, value(found, "cold", "hugo", last), value(found, "cold", "pagefind", last))
        return [value(found, "cold", "mallisto search", last), peers, None]

    def edited(last):
        peers = together(sum, value(found, "edited", "hugo", last), value(found, "cold", "pagefind", last))
        return [value(found, "edited", "mallisto", last), peers, None]

    def pair(*path, last, times=1.0):
        return [*each(*path, last=last, times=times)[:1], together(lambda known: known[0] * times, value(found, *path, "pagefind", last)), None]

    def alone(amount):
        return [amount, None, None]

    def finnish(*path, last, times=1.0):
        ours = value(found, *path, "finnish", last)
        return [together(lambda known: known[0] * times, ours), *each(*path, last=last, times=times)[1:]]

    search = value(found, "cold", "mallisto search", "cpu") - value(found, "cold", "mallisto", "cpu")
    copy = value(found, "floors", "cp", "wall")
    return [
        ("Build from nothing, without search: CPU", "s", *each("cold", last="cpu")),
        ("— CPU a practice", "ms", *each("cold", last="cpu", times=1000 / count)),
        ("— wall", "s", *each("cold", last="wall")),
        ("— wall, in copies of the output by `cp -r`", "×", *alone(value(found, "cold", "mallisto", "wall") / copy)),
        ("— peak memory", "MB", *each("cold", last="peak")),
        ("— files", "", *each("output", last="files")),
        ("— size of the output", "MB", *each("output", last="bytes", times=1e-6)),
        ("The same with lists in one language, as the peers have them: CPU", "s", *finnish("cold", last="cpu")),
        ("— wall", "s", *finnish("cold", last="wall")),
        ("— size of the output", "MB", *finnish("output", last="bytes", times=1e-6)),
        ("Build from nothing, with search: CPU", "s", *searched("cpu", sum)),
        ("— wall", "s", *searched("wall", sum)),
        ("— peak memory", "MB", *searched("peak", max)),
        ("— CPU of the search alone", "s", max(0.0, search), value(found, "cold", "pagefind", "cpu"), None),
        ("— files of the search", "", *pair("index", last="files")),
        ("— size of the search", "MB", *pair("index", last="bytes", times=1e-6)),
        ("First query, ten results and filters", "kB", *pair("query", last="bytes", times=1e-3)),
        ("— requests", "", *pair("query", last="requests")),
        ("One text edited, site and search: CPU", "s", *edited("cpu")),
        ("— wall", "s", *edited("wall")),
        ("— files written", "", *alone(found["rewritten"])),
        ("One text edited, the peers without search: wall", "s", *each("edited", last="wall")),
        ("Nothing changed, the peers without search: wall", "s", *each("same", last="wall")),
        ("Preview, from the edit to the page", "ms", *each("preview", last="ms")),
        ("— peak memory", "MB", *each("preview", last="peak")),
        ("Floor, `cp -r` of Mallisto's output: CPU", "s", *alone(value(found, "floors", "cp", "cpu"))),
        ("Floor, `cmark` over all texts: CPU", "s", *alone(value(found, "floors", "cmark", "cpu"))),
    ]


def table(results: dict) -> str:
    lines = ["| Practices | | Mallisto | Hugo | zorto | Hugo ÷ Mallisto | zorto ÷ Mallisto |", "|---:|---|---:|---:|---:|---:|---:|"]
    for count, found in results["sizes"].items():
        for what, unit, ours, hugo, zorto in rows(found, int(count)):
            cells = [number(each, unit) for each in (ours, hugo, zorto)]
            lines.append(f"| {int(count):,} | {what} | {' | '.join(cells)} | {ratio(ours, hugo)} | {ratio(ours, zorto)} |")
    return "\n".join(lines)


def surroundings(results: dict) -> str:
    return (
        f"Measured on {results['date']}: {results['processors']} processors ({results['processor']}), "
        f"{results['memory']} GB of memory, {results['system']}.")


def load(results: dict) -> str:
    return f"Load of the machine before and after: {' and '.join(f'{each:.1f}' for each in results['load'])}."


def conditions(results: dict) -> str:
    names = {"mallisto": "Mallisto", "hugo": "Hugo", "zorto": "zorto", "pagefind": "Pagefind", "swift": "Swift"}
    versions = ", ".join(f"{names[name]} {version}" for name, version in results["versions"].items())
    return (
        f"{surroundings(results)} {versions}. Runs of each, in turn: {results['runs']}, of which the one "
        f"with the middle CPU time counts; edits of a preview: {results['edits']}, of which the median. {load(results)}")


def text(results: dict) -> str:
    return f"{conditions(results)}\n\n{table(results)}"


def write(results: dict, document: Path) -> None:
    """Puts the results between the two marks of a document."""
    before, rest = document.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    document.write_text(f"{before}{BEGIN}\n\n{text(results)}\n\n{END}{after}", encoding="utf-8")

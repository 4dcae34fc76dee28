"""Whatever stands in a text, a name or an address: no script runs, nothing is asked of another host, the page is whole.

The texts are in `vectors.txt`. Each is put into every field, section, block and file name, the site is built and its
pages are opened; what Mallisto refuses to build is no danger, and what it builds must be harmless.
"""

import json
import subprocess
from urllib.parse import quote

import hostile_site
import pytest
from built_site import BuiltSite
from faults import plant
from hosting import serve
from hostile_site import POLYGLOT, PRACTICES, VECTORS

# Tells of every script that a page was made to run, and of everything that its policy had to stop.
LISTENER = """
window.happened = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...given) => { window.happened.push(name + "(" + given + ")"); };
document.addEventListener("securitypolicyviolation", event =>
  window.happened.push("policy: " + event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""

# What the page is made of, its texts left out.
SKELETON = """() => [...document.querySelectorAll("*")]
  .map(element => element.localName + "[" + element.getAttributeNames().sort() + "]").join("\\n")"""

DANGERS = """() => [...document.querySelectorAll("*")].flatMap(element => [
  ...element.getAttributeNames().filter(name => name.startsWith("on") || name === "style" || name === "srcdoc"),
  ...["href", "src", "action", "formaction", "xlink:href"]
    .filter(name => element.hasAttribute(name))
    .map(name => new URL(element.getAttribute(name), location).protocol)
    .filter(protocol => !["http:", "https:", "mailto:", "tel:"].includes(protocol)),
  ...(element.closest("main") && element.matches("script, style, iframe, object, embed, base, meta, link, svg script")
    ? [element.localName] : []),
])"""


@pytest.fixture(scope="session")
def found_in(request):
    """found_in(folder) is what `mallisto check` finds in a site."""
    program = request.config.getoption("--mallisto").resolve()

    def found_in_(folder):
        done = subprocess.run([program, "check", "--site", folder, "--format", "json"], capture_output=True, text=True)
        assert done.returncode in (0, 1), done.stderr
        return json.loads(done.stdout)["findings"]

    return found_in_


@pytest.fixture(scope="session")
def full_of(build, tmp_path_factory):
    """full_of(texts, everywhere) builds a site with these texts and returns its folder."""

    def build_(texts, everywhere):
        folder = tmp_path_factory.mktemp("texts")
        hostile_site.start(folder, everywhere)
        hostile_site.write(folder, texts)
        return build(folder / "public", content=folder)

    return build_


@pytest.fixture(scope="session")
def hostile(full_of):
    return full_of(VECTORS, POLYGLOT)


@pytest.fixture(scope="session")
def calm(full_of):
    return full_of([f"vaaraton {number}" for number in range(len(VECTORS))], " vaaraton")


@pytest.fixture(scope="session")
def refusals(found_in, tmp_path_factory):
    """refusals(write) writes a site, takes away the practices that have errors, and returns folder and errors."""

    def refusals_(write):
        folder = tmp_path_factory.mktemp("written")
        hostile_site.start(folder, "")
        write(folder)
        errors = {finding["file"]: finding["rule"] for finding in found_in(folder) if finding["severity"] == "error"}
        for path in errors:
            assert path.startswith(str(PRACTICES)), f"{path}: {errors[path]}"
            (folder / path).unlink()
        return folder, errors

    return refusals_


@pytest.fixture
def visit(browser):
    """visit(site) serves a folder; what it yields opens an address there and gives the page, once it has settled."""
    contexts = []

    def visit_(home):
        context = browser.new_context(locale="fi-FI", reduced_motion="reduce")
        context.add_init_script(LISTENER)
        page = context.new_page()
        contexts.append(context)
        page.faults = []
        page.on("dialog", lambda dialog: (page.faults.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda message: page.faults.append(f"console {message.text}"))
        page.on("pageerror", lambda error: page.faults.append(f"error {error}"))
        page.on("request", lambda asked: asked.url.startswith(home) or page.faults.append(f"asked {asked.url}"))
        page.on("popup", lambda popup: page.faults.append(f"popup {popup.url}"))

        def open_(path):
            page.goto(home + path, wait_until="load")
            page.faults += [f"{path}: {event}" for event in page.evaluate("window.happened")]
            return page

        return open_

    yield visit_
    for context in contexts:
        context.close()


def test_there_are_enough_vectors():
    assert len(set(VECTORS)) >= 150


def test_no_text_runs_in_the_practice_pages(hostile, calm, visit):
    with (
        serve(BuiltSite(calm, "https://mallisto.example/")) as harmless,
        serve(BuiltSite(hostile, "https://mallisto.example/")) as home,
    ):
        open_harmless, open_ = visit(harmless), visit(home)
        # Some practices have related ones and some have none: the pages of harmless texts are of a few kinds.
        expected, changed = set(), []
        for number, text in enumerate(VECTORS):
            path = f"mallit/vektori-{number:03}/"
            page = open_(path)
            skeleton = page.evaluate(SKELETON)
            if skeleton not in expected:
                expected.add(open_harmless(path).evaluate(SKELETON))
            if skeleton not in expected:
                changed.append(text)
            assert page.evaluate(DANGERS) == [], text
        assert changed == []
        assert page.faults == []


def test_no_text_runs_in_lists_and_search_results(hostile, calm, visit):
    paths = [
        "", "mallit/", "sv/modeller/", "en/practices/", "rahoittajat/", "alueet/", "vaiheet/", "vaiheet/idea/", "alueet/lempaala-*/",
        "en/stages/idea/", "saavutettavuus/", "tietoa/", "vertaa/?m=vektori-000&m=vektori-001&m=vektori-040", "404.html",
        "mallit/?q=alert", "sv/modeller/?q=script&sort=title", "en/practices/?q=onerror&stage=idea", "mallit/sivu/2/",
    ]
    skeletons = []
    for folder in (calm, hostile):
        with serve(BuiltSite(folder, "https://mallisto.example/")) as home:
            open_ = visit(home)
            taken = {}
            for path in paths:
                # The address of a region is made of its name, which is not the same here and there.
                found = next(folder.glob(path)).relative_to(folder) if "*" in path else path
                page = open_(f"{found}/" if "*" in path else path)
                page.wait_for_load_state("networkidle")
                page.wait_for_timeout(600 if "?" in path else 0)
                assert page.evaluate(DANGERS) == [], path
                if "q=" not in path:
                    taken[path] = page.evaluate(SKELETON)
            assert page.faults == []
            skeletons.append(taken)
    assert skeletons[0] == skeletons[1]


def test_no_address_of_a_page_runs(hostile, visit):
    """What stands in the address itself is shown in search fields and sentences."""
    with serve(BuiltSite(hostile, "https://mallisto.example/")) as home:
        open_ = visit(home)
        for text in VECTORS[::4] + [POLYGLOT]:
            value = quote(text, safe="")
            page = open_(f"mallit/?q={value}&region={value}&funder={value}&stage={value}&sort={value}#{value}")
            assert page.evaluate(DANGERS) == [], text
        for text in VECTORS[1::16] + [POLYGLOT]:
            value = quote(text, safe="")
            page = open_(f"vertaa/?m={value}&m=vektori-003&{value}={value}#{value}")
            assert page.evaluate(DANGERS) == [], text
        assert page.faults == []


def test_what_is_built_of_texts_as_they_are_is_harmless(refusals, build, visit):
    bodies = {
        f"{place}-{number:03}": body
        for number, text in enumerate(VECTORS) for place, body in hostile_site.as_written(text).items()
    }
    _, errors = refusals(lambda folder: hostile_site.write_bodies(folder, bodies))
    passed = [name for name in bodies if f"{PRACTICES}/{name}.md" not in errors]
    assert len(errors) > 1000 and len(passed) > 500
    # Those that are let through stand together, so that fewer pages need to be opened.
    together = {
        f"yhdessa-{start:04}": "\n\n".join(bodies[name] for name in passed[start : start + 20])
        for start in range(0, len(passed), 20)
    }
    folder, errors = refusals(lambda folder: hostile_site.write_bodies(folder, together))
    assert len(errors) < len(together) / 5, errors
    site = build(folder / "public", "--no-search", content=folder)
    with serve(BuiltSite(site, "https://mallisto.example/")) as home:
        open_ = visit(home)
        for practice in sorted((folder / PRACTICES).glob("*.md")):
            page = open_(f"mallit/{practice.stem}/")
            assert page.evaluate(DANGERS) == [], practice.read_text("utf-8")
        assert page.faults == []


def test_what_is_built_of_addresses_is_harmless(refusals, build, visit):
    folder, errors = refusals(lambda folder: hostile_site.write_addresses(folder, VECTORS))
    site = build(folder / "public", "--no-search", content=folder)
    left = sorted((folder / PRACTICES).glob("*.md"))
    assert len(errors) > 600
    with serve(BuiltSite(site, "https://mallisto.example/")) as home:
        open_ = visit(home)
        for practice in left:
            page = open_(f"mallit/{practice.stem}/")
            assert page.evaluate(DANGERS) == [], practice.read_text("utf-8")
        assert not left or page.faults == []


def test_a_practice_of_a_hostile_name_is_refused(found_in, tmp_path):
    hostile_site.start(tmp_path, "")
    names = {text.replace("/", "∕").lstrip(".")[:120] + ".md" for text in VECTORS}
    for number, name in enumerate(sorted(names)):
        (tmp_path / PRACTICES / name).write_text(hostile_site.entry(0, f"nimi {number}", "kuva.png", "Sana.", "STM"), "utf-8")
    refused = {finding["file"] for finding in found_in(tmp_path) if finding["rule"] == "file-name"}
    assert refused == {f"{PRACTICES}/{name}" for name in names}


@pytest.mark.parametrize(
    "fault",
    [
        "<script>alert(1)</script>", "<script src='https://evil.example/x.js'></script>", "<img src=x onerror=alert(1)>",
        "<iframe src='javascript:alert(1)'></iframe>", "<p style='color:red'>x</p>", "<a href='javascript:alert(1)'>x</a>",
    ],
)
def test_a_planted_danger_is_found(site, tmp_path, visit, fault):
    with serve(plant(site, tmp_path, "/", "</main>", fault + "</main>")) as home:
        page = visit(home)("")
        page.wait_for_timeout(100)
        assert page.evaluate(DANGERS) and (page.faults or "href" in fault)


def test_nothing_is_kept_but_the_pages_own_settings(open_page, home):
    """No cookie, no database, no cache of its own; searching, filtering and comparing leave nothing behind."""
    page = open_page("/")
    for path in ("mallit/?q=koulu&region=hva-06", "vertaa/", "mallit/", "alueet/"):
        page.goto(home + path, wait_until="load")
        page.wait_for_timeout(100)
    assert page.context.cookies() == []
    kept = page.evaluate(
        """async () => ({local: Object.keys(localStorage), session: Object.keys(sessionStorage),
        databases: (await indexedDB.databases()).map(found => found.name), cookie: document.cookie,
        workers: (await navigator.serviceWorker.getRegistrations()).length, caches: await caches.keys()})""")
    assert kept == {"local": [], "session": [], "databases": [], "cookie": "", "workers": 0, "caches": []}

"""An editor writes, and the browser follows: `mallisto serve`."""

import fcntl
import http.client
import os
import signal
import socket
import subprocess

import pytest
from playwright.sync_api import expect
from preview import copy_site, preview

SLUG = "poissaoloihin-puuttumisen-porrasmalli-lempaalassa"
ENTRY = f"content/practices/{SLUG}.md"
PAGE = f"/mallit/{SLUG}/"
OVERLAY = "#mallisto-errors"


@pytest.fixture(scope="module")
def program(pytestconfig):
    return pytestconfig.getoption("--mallisto").resolve()


@pytest.fixture
def shown(program, tmp_path):
    """A preview of a copy of the project's site."""
    with preview(program, copy_site(tmp_path), "--port", "8300") as running:
        yield running


@pytest.fixture
def visit(shown, open_page):
    """visit(path) opens a page of the preview."""
    return lambda path: open_page(path, at=shown.address)


def overlay_text(page) -> str:
    expect(page.locator(OVERLAY)).to_be_attached(timeout=20_000)
    return page.evaluate(f"document.querySelector('{OVERLAY}').shadowRoot.textContent")


def test_one_line_on_standard_output_says_where_it_answers(shown):
    assert shown.line == f"http://127.0.0.1:{shown.port}/\n"
    assert shown.get("/")[0] == 200


def test_a_saved_text_is_on_the_page(shown, visit):
    page = visit(PAGE)
    shown.replace(ENTRY, "nimi: ", "nimi: Uudistettu ")
    expect(page.locator("h1")).to_contain_text("Uudistettu", timeout=20_000)
    expect(page.locator(OVERLAY)).not_to_be_attached()


def test_a_mistake_is_laid_over_the_page_until_it_is_mended(shown, visit):
    page = visit(PAGE)
    title = page.locator("h1").inner_text()
    lines = shown.file(ENTRY).read_text("utf-8").splitlines()
    number = next(index for index, line in enumerate(lines, 1) if line.startswith("vaihe: "))
    shown.replace(ENTRY, "\nvaihe: ", "\nvaihee: ")
    text = overlay_text(page)
    assert f"{ENTRY}:{number}:1: error: " in text and "[unknown-field]" in text
    assert "kirjoita: vaihe" in text
    expect(page.locator("h1")).to_have_text(title)  # the last good page stays under it
    shown.replace(ENTRY, "\nvaihee: ", "\nvaihe: ")
    expect(page.locator(OVERLAY)).not_to_be_attached(timeout=20_000)
    shown.replace(ENTRY, "nimi: ", "nimi: Korjattu ")
    expect(page.locator("h1")).to_contain_text("Korjattu", timeout=20_000)


def test_broken_front_matter_is_shown_at_its_line(shown, visit):
    page = visit(PAGE)
    shown.replace(ENTRY, "\nalue: ", "\nalue: [")
    lines = shown.file(ENTRY).read_text("utf-8").splitlines()
    number = next(index for index, line in enumerate(lines, 1) if line.startswith("alue: ["))
    assert f"{ENTRY}:{number}:" in overlay_text(page)


def test_a_page_opened_while_there_is_a_mistake_shows_it_too(shown, visit):
    shown.replace(ENTRY, "\nvaihe: ", "\nvaihee: ")
    shown.until(lambda: shown.news()["errors"], "the mistake is found")
    assert "[unknown-field]" in overlay_text(visit("/mallit/"))


def test_the_overlay_can_be_put_aside(shown, visit):
    page = visit(PAGE)
    shown.replace(ENTRY, "\nvaihe: ", "\nvaihee: ")
    overlay_text(page)
    page.get_by_role("button", name="Näytä sivu").click()
    expect(page.locator(OVERLAY)).not_to_be_attached()
    shown.replace(ENTRY, "\nvaihee: ", "\nvaiheee: ")
    assert "vaiheee" in overlay_text(page)


@pytest.mark.parametrize("name, old, new, path, text", [
    ("themes/mallisto/templates/practice.mustache", "<h1", '<p class="x">Kokeiltu</p><h1', PAGE, "Kokeiltu"),
    ("themes/mallisto/labels/fi.yaml", "Heading: Toimintamallit", "Heading: Kokeillut", "/mallit/", "Kokeillut"),
    ("content/vocabularies/stages.yaml", "fi: Suunnittelu,", "fi: Kaavailu,", "/vaiheet/", "Kaavailu"),
    ("content/template.yaml", "fi: Perustiedot,", "fi: Tiedot alkuun,", "/ohje/", "Tiedot alkuun"),
    ("content/site.yaml", "fi: Mallisto\n", "fi: Koekokoelma\n", "/", "Koekokoelma"),
    ("content/pages/about.fi.md", "\n## ", "\n## Uusi kohta, ", "/tietoa/", "Uusi kohta"),
])  # fmt: skip
def test_theme_vocabulary_template_and_settings_are_followed(shown, visit, name, old, new, path, text):
    page = visit(path)
    shown.replace(name, old, new)
    expect(page.locator("body")).to_contain_text(text, timeout=20_000)


def test_a_style_sheet_is_followed(shown, visit):
    page = visit("/")
    sheet = "themes/mallisto/assets/mallisto.css/1-base.css"
    shown.file(sheet).write_text("h1 { outline: 3px solid rgb(1, 2, 3) !important; }\n", "utf-8")
    expect(page.locator("h1")).to_have_css("outline-color", "rgb(1, 2, 3)", timeout=20_000)


def test_a_mistake_in_the_theme_is_shown_and_the_last_good_page_stays(shown, visit):
    page = visit(PAGE)
    shown.replace("themes/mallisto/templates/practice.mustache", "<h1", "{{nmae}}<h1")
    assert "themes/mallisto/templates/practice.mustache:" in overlay_text(page)
    assert shown.get(PAGE)[0] == 200
    shown.replace("themes/mallisto/templates/practice.mustache", "{{nmae}}", "")
    expect(page.locator(OVERLAY)).not_to_be_attached(timeout=20_000)


def test_new_and_removed_entries_come_and_go(shown, visit):
    other = shown.file("content/practices/uudet/kopio.md")
    page = visit("/mallit/")
    before = page.locator("main [data-practice]").count()
    other.parent.mkdir()
    text = shown.file(ENTRY).read_text("utf-8").replace("nimi: ", "nimi: Kopio: ", 1).replace("](", "](../")
    other.write_text(text.replace("nimi: Kopio: ", "nimi: Kopio ").replace("../http", "http"), "utf-8")
    expect(page.locator("main [data-practice]")).to_have_count(before + 1, timeout=20_000)
    other.unlink()
    expect(page.locator("main [data-practice]")).to_have_count(before, timeout=20_000)
    assert shown.get("/mallit/kopio/")[0] == 404


def test_a_draft_is_shown_and_marked_but_not_published(shown, visit, build, tmp_path):
    text = shown.file(ENTRY).read_text("utf-8").replace("nimi: ", "nimi: Keskeneräinen ", 1)
    shown.file("content/practices/kesken.md").write_text(
        text.replace("\nvaihe: ", "\njulkaisutila: Luonnos\nvaihe: ", 1), "utf-8"
    )
    shown.until(lambda: shown.news()["drafts"] == ["kesken"], "the draft is found")
    mark = "Luonnos: näkyy vain esikatselussa"
    expect(visit("/mallit/kesken/").get_by_text(mark)).to_be_visible()
    listed = visit("/mallit/").locator('main [data-practice="kesken"]')
    expect(listed.get_by_text(mark)).to_be_visible()
    expect(visit("/mallit/").get_by_text(mark)).to_have_count(1)
    public = build(tmp_path / "public", content=shown.folder)
    assert not (public / "mallit/kesken").exists()
    assert 'data-practice="kesken"' not in (public / "mallit/index.html").read_text("utf-8")
    assert '"kesken"' not in (public / "data/practices.json").read_text("utf-8")


def test_a_port_in_use_gives_the_next(program, shown, tmp_path_factory):
    with preview(program, copy_site(tmp_path_factory.mktemp("other")), "--port", str(shown.port)) as other:
        assert other.port == shown.port + 1
        assert other.get("/")[0] == shown.get("/")[0] == 200


def test_previews_that_start_at_once_take_ports_of_their_own(program, tmp_path):
    folder = copy_site(tmp_path)
    command = [program, "serve", "--site", folder, "--port", "8310"]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(6)]
    try:
        addresses = {process.stdout.readline() for process in started}
        assert len(addresses) == 6 and "" not in addresses
    finally:
        for process in started:
            process.kill()
            process.communicate()


def test_any_port(program, tmp_path):
    with preview(program, copy_site(tmp_path), "--port", "0") as running:
        assert running.port > 0
        assert running.get("/")[0] == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_while_a_page_is_open(shown, browser, number):
    page = browser.new_page()
    page.goto(shown.address)
    assert shown.stop(number) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", shown.port)) != 0
    page.close()


@pytest.mark.parametrize("host", ["mallisto.example", "127.0.0.1", "127.0.0.1:1"])
def test_other_hosts_are_refused(shown, host):
    connection = http.client.HTTPConnection("127.0.0.1", shown.port, timeout=10)
    connection.request("GET", "/", headers={"Host": host})
    assert connection.getresponse().status == 403
    connection.close()


def test_many_pages_may_be_open_at_once(shown, visit):
    # A browser keeps six connections to a host; pages that wait for news must leave room for the next one.
    pages = [visit(PAGE) for _ in range(8)]
    shown.replace(ENTRY, "nimi: ", "nimi: Uudistettu ")
    for page in pages:
        expect(page.locator("h1")).to_contain_text("Uudistettu", timeout=20_000)


def test_a_page_that_is_open_is_fresh_again_after_a_restart(program, shown, browser, tmp_path):
    page = browser.new_page()
    page.goto(shown.address + PAGE.strip("/") + "/")
    assert shown.stop() == 0
    shown.replace(ENTRY, "nimi: ", "nimi: Uudistettu ")
    with preview(program, tmp_path, "--port", str(shown.port)) as again:
        assert again.address == shown.address
        expect(page.locator("h1")).to_contain_text("Uudistettu", timeout=20_000)
        page.close()


def test_it_does_not_need_anyone_to_read_what_it_prints(program, tmp_path):
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    try:
        with preview(program, copy_site(tmp_path), "--port", "8300", stderr=writing) as running:
            text = running.file(ENTRY).read_text("utf-8")
            running.file(ENTRY).write_text(text + "\n<b>x</b>\n" * 90, "utf-8")
            running.until(lambda: running.news()["errors"], "the mistakes are found")
            running.file(ENTRY).write_text(text.replace("nimi: ", "nimi: Uudistettu ", 1), "utf-8")
            running.until(lambda: b"Uudistettu" in running.get(PAGE)[1], "the page is fresh")
            assert running.stop() == 0
    finally:
        os.close(reading)
        os.close(writing)


def test_it_goes_on_when_its_terminal_is_gone(program, tmp_path):
    reading, writing = os.pipe()
    with preview(program, copy_site(tmp_path), "--port", "8300", stderr=writing) as running:
        os.close(writing)
        os.close(reading)
        running.process.stdout.close()
        running.replace(ENTRY, "nimi: ", "nimi: Uudistettu ")
        running.until(lambda: b"Uudistettu" in running.get(PAGE)[1], "the page is fresh")

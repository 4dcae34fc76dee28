"""The editors' guide leads from nothing to a published practice: every command in it is run, in its order."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import textwrap

import pytest
import yaml
from project import ROOT

GUIDES = {"fi": "guide.fi.md", "sv": "guide.sv.md"}
# What a new writer would have at hand under the names that the guide uses.
SAVED_PAGE = ROOT / "Tests/Fixtures/import/g4.html"


def text(language: str) -> str:
    return (ROOT / "content/pages" / GUIDES[language]).read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The indented blocks, in their order."""
    found = re.findall(r"(?:^    .*\n|^\n(?=    ))+", text(language), re.MULTILINE)
    return [textwrap.dedent(block).strip("\n") for block in found]


def commands(language: str) -> list[str]:
    """Every command: lines of blocks that call git, make or cd, and code in a sentence that calls mallisto."""
    found = []
    for block in re.finditer(r"(?:^    .*\n)+|`(mallisto [^`]+)`", text(language), re.MULTILINE):
        if block[1]:
            found.append(block[1])
        elif re.match(r"    (git|make|cd) ", block[0]):
            found += textwrap.dedent(block[0]).strip().splitlines()
    return found


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_names_the_commands_an_editor_needs(language):
    words = [command.split()[:2] for command in commands(language)]
    for command in ("new", "serve", "check", "import", "export", "explain"):
        assert ["mallisto", command] in words
    assert {"clone", "switch", "add", "commit", "push"} <= {word[1] for word in words if word[0] == "git"}


def fill(entry):
    """What the writer does between `new` and `check`."""
    values = iter(["Koulun aikuiset kattavat aamupalan yhdessä oppilaiden kanssa joka aamu. " * 3, "Koulut", "Lempäälä", "Kunta"])
    written = re.sub(r"^(\w[^:#\n]*):$", lambda key: f"{key[1]}: {next(values)}", entry.read_text("utf-8"), flags=re.MULTILINE)
    entry.write_text(written.replace("-->\n", "-->\n\nKoulun aikuiset kattavat pöydän.\n"), "utf-8")


@pytest.fixture
def shared(tmp_path):
    """A repository on a server, with the project's site in it."""
    work, server = tmp_path / "work", tmp_path / "server.git"
    work.mkdir()
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, work / name)

    def git(*arguments):
        subprocess.run(["git", *arguments], cwd=work, check=True, capture_output=True)

    git("init", "--initial-branch", "main")
    git("add", ".")
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--message", "Start")
    subprocess.run(["git", "clone", "--bare", "--quiet", work, server], check=True)
    return server


@pytest.mark.parametrize("language", GUIDES)
def test_every_command_of_the_guide_works(pytestconfig, shared, tmp_path, language):
    program = pytestconfig.getoption("--mallisto").resolve()
    folder = tmp_path / "home"
    folder.mkdir()
    environment = os.environ | {
        "PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(folder), "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    }  # fmt: skip
    for command in commands(language):
        words = shlex.split(command)
        if words[0] == "cd":
            folder /= words[1]
            shutil.copy(SAVED_PAGE, folder / ("sivu.html" if language == "fi" else "sida.html"))
            continue
        if words[0] in ("make", "export"):
            continue  # the program is there already, and on the path
        if words[1] == "clone":
            words[2:] = [str(shared), words[2].split("/")[-1].removesuffix(".git")]
        if words[1] == "serve":
            server = subprocess.Popen([*words, "--port", "0"], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
            assert server.stdout.readline().startswith("http://127.0.0.1:")
            server.send_signal(signal.SIGINT)
            assert server.wait(10) == 0
            continue
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
        if words[1] == "new":
            fill(folder / done.stdout.strip())
        if words[1] == "import":
            (folder / done.stdout.strip()).unlink()
    # What was pushed is the practice, and the branch passes.
    branch = re.search(r"git push .* (\S+)", text(language))[1]
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", branch, "content/practices"], cwd=shared, capture_output=True, text=True
    )
    assert f"content/practices/{branch}.md" in listed.stdout


@pytest.mark.parametrize("language", GUIDES)
def test_the_short_example_passes_as_it_stands(mallisto, language):
    example = next(block for block in blocks(language) if block.startswith("---\n"))
    (mallisto.folder / "content/practices/esimerkki.md").write_text(example + "\n", "utf-8")
    result = mallisto("check", "--strict", "--language", "fi")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("language", GUIDES)
def test_the_blocks_are_written_as_the_guide_says(mallisto, language):
    example = next(block for block in blocks(language) if block.startswith("---\n"))
    fenced = [block for block in blocks(language) if block.startswith("```")]
    assert len(fenced) >= 2
    (mallisto.folder / "content/practices/esimerkki.md").write_text("\n\n".join([example, *fenced]) + "\n", "utf-8")
    result = mallisto("check", "--language", "fi")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("language", GUIDES)
def test_the_fields_are_written_as_the_guide_says(mallisto, language):
    example = next(block for block in blocks(language) if block.startswith("---\n"))
    fields = [block for block in blocks(language) if re.match(r"[a-zäö]+:", block)]
    assert len(fields) == 2
    head, body = example.split("\n---\n")
    funder = re.match(r"[a-zäö]+:", fields[0])[0]
    head = re.sub(rf"\n{funder}.*", "", head)
    folder = mallisto.folder / "content/practices"
    (folder / "esimerkki.md").write_text("\n".join([head, *fields, "---", body]) + "\n", "utf-8")
    picture = next((folder / "kuvat").glob("*.png"))
    for name in re.findall(r"(\S+\.png)", fields[1]):
        shutil.copy(picture, folder / name)
    result = mallisto("check", "--language", "fi")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("language, path", [("fi", "/ohje/"), ("sv", "/sv/guide/")])
def test_the_table_holds_every_field_and_section_of_the_template(site, language, path):
    template = yaml.load((ROOT / "content/template.yaml").read_text("utf-8"), yaml.BaseLoader)
    shown = " ".join(site.page(path).tree.text_content().split())
    for field in template["fields"]:
        assert f"{field['labels'][language]}" in shown and f"{field['keys'][language]}:" in shown
        assert " ".join(field["help"][language].split()) in shown
    for section in template["sections"]:
        assert f"## {section['labels'][language]}" in shown

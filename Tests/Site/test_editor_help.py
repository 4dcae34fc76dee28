"""Help in other programs' windows says what the template says: a form in the browser, snippets and tasks in VS Code."""

import datetime
import json
import re
import shutil
import subprocess

import pytest
import yaml
from project import ROOT

LANGUAGES = ("fi", "sv", "en")
VALUES = {"string": "Koulut", "text": "Koulun aikuiset kattavat aamupalan yhdessä oppilaiden kanssa. " * 3}
TEMPLATE = yaml.load((ROOT / "content/template.yaml").read_text("utf-8"), yaml.BaseLoader)
SNIPPETS = ROOT / ".vscode/mallisto.code-snippets"


def errors(mallisto) -> list[str]:
    found = json.loads(mallisto("check", "--format", "json").stdout)["findings"]
    return [f"{one['file']}:{one['line']} {one['rule']} {one['message']}" for one in found if one["severity"] == "error"]


@pytest.fixture(scope="module")
def form(pytestconfig):
    program = pytestconfig.getoption("--mallisto").resolve()
    done = subprocess.run([program, "export", "--cms"], cwd=ROOT, capture_output=True, text=True, check=True)
    return yaml.safe_load(done.stdout)


def collection(form, language: str) -> dict:
    return next(one for one in form["collections"] if one["name"] == f"practices-{language}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_mirrors_the_template(form, language):
    own = collection(form, language)
    fields = {field["name"]: field for field in own["fields"]}
    for field in TEMPLATE["fields"]:
        if field["id"] == "language":
            continue
        shown = fields[field["keys"][language]]
        assert shown["label"] == field["labels"][language]
        assert shown["hint"] == field["help"][language]
        assert shown["required"] == (field.get("required") == "always")
        names = {nested["keys"][language] for nested in field.get("fields", [])}
        assert {nested["name"] for nested in shown.get("fields", [])} == names
        if field["type"] == "vocabulary":
            vocabulary = yaml.safe_load((ROOT / f"content/vocabularies/{field['vocabulary']}.yaml").read_text("utf-8"))
            assert shown["options"] == [term["names"][language] for term in vocabulary["values"]]
            assert shown.get("multiple", False) == (field.get("many") == "true")
    headings = re.findall("^## (.*)$", fields["body"]["default"], re.MULTILINE)
    assert headings == [section["labels"][language] for section in TEMPLATE["sections"]]
    assert all(section["help"][language] in fields["body"]["hint"] for section in TEMPLATE["sections"])


def filled(field: dict):
    """What an editor would put in a field of the form; None leaves it alone."""
    if "default" in field and field["widget"] == "hidden":
        return field["default"]
    if not field.get("required", True) or field["name"] == "body":
        return None
    if field["widget"] == "select":
        return field["options"][:1] if field.get("multiple") else field["options"][-1]
    if field["widget"] == "datetime":
        today = datetime.date.today()
        return today.isoformat() if field["format"] == "YYYY-MM-DD" else f"{today.day}.{today.month}.{today.year}"
    return VALUES[field["widget"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_form_writes_passes(mallisto, form, language):
    own = collection(form, language)
    values = {field["name"]: filled(field) for field in own["fields"]}
    body = next(field for field in own["fields"] if field["name"] == "body")["default"]
    body = re.sub(r"(?m)^(## .*)\n", r"\1\n\nKoulun aikuiset kattavat pöydän.\n", body)
    front = yaml.safe_dump({key: value for key, value in values.items() if value}, allow_unicode=True, sort_keys=False)
    (mallisto.folder / own["folder"] / "lomakkeelta.md").write_text(f"---\n{front}---\n{body}", "utf-8")
    assert errors(mallisto) == []


def test_a_form_for_one_language_only(mallisto):
    form = yaml.safe_load(mallisto("export", "--cms", "--language", "sv").stdout)
    assert [one["label"] for one in form["collections"]] == ["Verksamhetsmodeller på svenska"]


def test_export_prints_one_thing_at_a_time(mallisto):
    assert mallisto("export").returncode == mallisto("export", "--cms", "--snippets").returncode == 2


def test_the_snippets_are_those_of_the_template(mallisto):
    fresh = mallisto("export", "--snippets").stdout
    assert SNIPPETS.read_text("utf-8") == fresh, "run: mallisto export --snippets > .vscode/mallisto.code-snippets"


def test_a_template_change_shows_in_the_snippets(mallisto):
    template = mallisto.folder / "content/template.yaml"
    template.write_text(template.read_text("utf-8").replace("fi: Toimintaympäristö,", "fi: Ympäristö $1,"), "utf-8")
    snippets = json.loads(mallisto("export", "--snippets").stdout)
    assert "## Ympäristö \\$1" in snippets["Toimintamalli: Valmis"]["body"]


def expanded(snippet: dict) -> str:
    """The text that an editor gets, before any place in it is filled."""
    today = datetime.date.today()
    text = "\n".join(snippet["body"])
    for name, value in (("DATE", f"{today:%d}"), ("MONTH", f"{today:%m}"), ("YEAR", str(today.year))):
        text = text.replace(f"$CURRENT_{name}", value)
    return re.sub(r"\\([$}\\])", r"\1", re.sub(r"(?<!\\)\$\d+", "", text))


@pytest.mark.parametrize("name", json.loads(SNIPPETS.read_text("utf-8")))
def test_a_snippet_leaves_only_texts_to_be_written(mallisto, name):
    text = expanded(json.loads(SNIPPETS.read_text("utf-8"))[name])
    if not text.startswith("---"):
        assert re.match(r"```\w+\n", text) and text.endswith("\n```\n")
        return
    (mallisto.folder / "content/practices/palasta.md").write_text(text, "utf-8")
    found = errors(mallisto)
    assert found and all("empty-field" in one or "empty-section" in one for one in found), found


def test_vs_code_finds_each_finding_at_its_place(mallisto):
    (mallisto.folder / "content/practices/x.md").write_text("---\nnimi: Lyhyt\nvaihe: Valmiss\n---\n", "utf-8")
    matcher = json.loads((ROOT / ".vscode/tasks.json").read_text())["tasks"][0]["problemMatcher"]["pattern"]
    for language in LANGUAGES:
        shown = mallisto("check", "--language", language).stderr
        found = re.findall(matcher["regexp"], shown, re.MULTILINE)
        assert ("content/practices/x.md", "3", "8", "error") in [one[:4] for one in found]
        assert len(found) == len(json.loads(mallisto("check", "--format", "json").stdout)["findings"])


def test_the_schema_is_where_the_settings_say(site):
    settings = json.loads((ROOT / ".vscode/settings.json").read_text())["yaml.schemas"]
    for schema, globs in settings.items():
        assert (site.folder / schema.removeprefix("public/")).is_file()
        assert all(list(ROOT.glob(glob)) for glob in globs)


@pytest.mark.parametrize("shell, check", [("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "-n"])])
def test_shells_complete_commands_and_options(mallisto, shell, check):
    result = mallisto("--generate-completion-script", shell)
    assert result.returncode == 0 and result.stderr == ""
    for word in ("build", "check", "serve", "import", "export", "base-url"):
        assert word in result.stdout
    if shutil.which(shell):
        subprocess.run(check, input=result.stdout, text=True, check=True)


def test_bash_completes(mallisto):
    script = mallisto.folder / "completion"
    script.write_text(mallisto("--generate-completion-script", "bash").stdout)
    ask = 'COMP_WORDS=(mallisto ch); COMP_CWORD=1; COMP_LINE="mallisto ch"; COMP_POINT=11; _mallisto mallisto ch mallisto; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", f"source {script}; {ask}"], capture_output=True, text=True)
    assert done.stdout.split() == ["check"], done.stderr


@pytest.mark.parametrize("command", ["build", "check", "new", "serve", "import", "export", "explain"])
def test_help_shows_an_example(mallisto, command):
    assert re.search(rf"^ +mallisto {command}", mallisto(command, "--help").stdout.split("USAGE")[0], re.MULTILINE)


# The form as Decap and Sveltia read it: what a form, a collection and each kind of field may hold, and of which type.
TEXT, FLAG, NUMBER, TEXTS = str, bool, int, list
FORM = {
    "backend": dict, "publish_mode": TEXT, "locale": TEXT, "media_folder": TEXT, "slug": dict, "collections": list,
}  # fmt: skip
COLLECTION = {
    "name": TEXT, "label": TEXT, "folder": TEXT, "create": FLAG, "extension": TEXT, "format": TEXT,
    "identifier_field": TEXT, "summary": TEXT, "media_folder": TEXT, "public_folder": TEXT, "filter": dict,
    "fields": list,
}  # fmt: skip
FIELD = {"name": TEXT, "label": TEXT, "widget": TEXT, "required": FLAG, "hint": TEXT, "pattern": TEXTS}
WIDGETS = {
    "string": {"default": TEXT}, "text": {"default": TEXT}, "hidden": {"default": TEXT},
    "markdown": {"default": TEXT}, "file": {"media_folder": TEXT, "public_folder": TEXT},
    "select": {"options": list, "multiple": FLAG, "min": NUMBER, "default": (str, list)},
    "datetime": {"format": TEXT, "date_format": TEXT, "time_format": (str, bool), "default": TEXT},
    "list": {"field": dict, "fields": list, "collapsed": FLAG, "summary": TEXT, "min": NUMBER},
    "object": {"fields": list, "collapsed": FLAG},
    "relation": {"collection": TEXT, "value_field": TEXT, "search_fields": list, "display_fields": list},
}  # fmt: skip


def typed(one: dict, members: dict, place: str):
    for name, value in one.items():
        assert name in members, f"{place}: {name}"
        assert isinstance(value, members[name]), f"{place}: {name} is {value!r}"


def check_fields(fields: list, place: str):
    names = [field["name"] for field in fields]
    assert fields and len(set(names)) == len(names), place
    for field in fields:
        here = f"{place}.{field['name']}"
        typed(field, FIELD | WIDGETS[field["widget"]], here)
        if "pattern" in field:
            pattern, message = field["pattern"]
            assert re.compile(pattern) and message, here
        if field["widget"] == "select":
            assert len(set(field["options"])) == len(field["options"]) > 0, here
        if field["widget"] in ("list", "object") and "fields" in field:
            check_fields(field["fields"], here)


def test_the_form_has_the_shape_that_content_systems_read(form):
    typed(form, FORM, "form")
    assert form["backend"]["name"] and form["media_folder"]
    assert form["slug"]["encoding"] in ("ascii", "unicode")
    assert len({one["name"] for one in form["collections"]}) == len(form["collections"])
    for one in form["collections"]:
        typed(one, COLLECTION, one["name"])
        # Without its format a form cannot tell front matter from the text below it.
        assert (one["format"], one["extension"]) == ("yaml-frontmatter", "md")
        check_fields(one["fields"], one["name"])
        assert one["identifier_field"] in {field["name"] for field in one["fields"]}

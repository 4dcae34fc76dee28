"""A build is stopped at each of its system calls, by a fault or by `kill -9`: the old site stays or the new one stands,
whole, and the next build makes good whatever is left.

The calls are those that change something below the site's folder, and those that look there; a small library that is
preloaded counts them and lets the one of a number fail. In a test run a build is killed at every call, and every call of an
ordinary build fails, the faults taking turns; of other builds some calls do. `FAULTS=all` tries every fault at every call.
"""

import errno
import os
import shutil
import signal
import subprocess

import pytest
from failing_calls import Site, calls_of_shim, changing_calls_of, compiled, contents
from project import ROOT

EVERY = os.environ.get("FAULTS") == "all"

# A full disk stays full, and a folder that may not be written to stays so; other faults come once.
FAULTS = [-errno.ENOSPC, errno.EIO, -errno.EROFS, errno.EACCES, errno.ENOSPC, -errno.EACCES, errno.EMFILE, errno.EINTR]
ADVICE = {errno.ENOSPC: "Levy on täynnä", errno.EROFS: "oikeudet", errno.EACCES: "oikeudet"}


def afresh(site):
    site.forget()


def as_always(site):
    pass


def without_spare(site):
    site.forget_spare()


# What is done before each build, and the build's options.
WAYS = {
    "first": (afresh, ()), "next": (as_always, ()), "without the site before": (without_spare, ()),
    "without a memory": (as_always, ("--no-cache",)),
}


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def site(pytestconfig, tmp_path):
    return Site(tmp_path / "sivusto", pytestconfig.getoption("--mallisto").resolve())


class Walk:
    """Builds that alternate between the two versions, each failing at the next call, until one makes fewer calls."""

    def __init__(self, site, shim, way, kind="write"):
        self.site, self.shim, self.kind = site, shim, kind
        self.prepare, self.options = WAYS[way]
        self.log = site.folder.parent / "calls"

    def build(self, number: int, fault) -> tuple[subprocess.CompletedProcess, list[str]]:
        """One build with a fault at a call, and the calls that it made."""
        return self.failing(self.site.command(*self.options), number, fault)

    def failing(self, command: list, number: int, fault) -> tuple[subprocess.CompletedProcess, list[str]]:
        self.log.unlink(missing_ok=True)
        environment = os.environ | {
            "LD_PRELOAD": str(self.shim), "FAULT_ROOT": str(self.site.folder), "FAULT_KIND": self.kind, "FAULT_AT": str(number),
            "FAULT": str(fault), "FAULT_LOG": str(self.log),
        }
        done = subprocess.run(
            command, env=environment, cwd=self.site.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            errors="replace", timeout=60)
        return done, self.log.read_text("utf-8").splitlines() if self.log.exists() else []

    def step(self, version: int, number: int, fault) -> bool:
        """Puts a version in place, lets its build fail at a call and builds again; whether the call was reached."""
        site = self.site
        self.prepare(site)
        before = site.published
        site.write(version)
        done, calls = self.build(number, fault)
        what = f"{fault} at call {number} ({calls[number - 1:number]}): {done.returncode}\n{done.stderr}"
        after = site.published
        if done.returncode == 0:
            assert after == version, what
        elif fault == "kill":
            assert done.returncode == -signal.SIGKILL and after in (before, version), what
        else:
            assert done.returncode == 3 and after == before, what
            assert "\nmallisto: " in "\n" + done.stderr and "Fatal" not in done.stderr, what
            advice = ADVICE.get(abs(fault))
            assert self.kind == "read" or advice is None or advice in done.stderr, what
        again = site.build(*self.options)
        assert again.returncode == 0, what + again.stderr
        assert site.published == version, what
        assert site.orphans() == [], what
        return len(calls) >= number

    def run(self, faults, stride: int = 1) -> int:
        """Walks over the calls, each or one of some, until a build has fewer; gives how many builds were stopped."""
        number, turn = 1, 0
        while True:
            reached = False
            for fault in faults if EVERY else [faults[turn % len(faults)]]:
                turn += 1
                reached |= self.step(turn % 2, number, fault)
            if not reached:
                return turn - 1
            number += 1 if EVERY else stride


def test_the_shim_sees_every_call_that_the_program_makes(site, shim):
    assert changing_calls_of(site.program) <= calls_of_shim()
    walk = Walk(site, shim, "first")
    afresh(site)
    site.write(0)
    done, calls = walk.build(0, 0)
    assert done.returncode == 0, done.stderr
    # Every file that is there now was opened by a call that was seen, and every folder was made by one.
    for kind, made in (("open", [path for path in site.public.rglob("*") if path.is_file()]),
                       ("mkdir", [path for path in site.public.rglob("*") if path.is_dir()])):
        paths = [call.split(" ", 1)[1] for call in calls if call.startswith((kind, "linkat"))]
        # The new site is a folder that is held open: its files are named as they are in the published one.
        seen = {path.split("/spare-")[-1].partition("/")[2] if path.startswith("/") else path for path in paths}
        names = {str(path.relative_to(site.public)) for path in made}
        assert len(names) > 10 and names - seen <= {"oma"}, names - seen


@pytest.mark.parametrize("way", WAYS)
def test_killed_at_every_call_that_changes_something(site, shim, way):
    assert Walk(site, shim, way).run(["kill"]) > 20


@pytest.mark.parametrize("way", WAYS)
def test_failing_at_calls_that_change_something(site, shim, way):
    assert Walk(site, shim, way).run(FAULTS, 1 if way == "next" else 5) > 20


@pytest.mark.parametrize("way", WAYS)
def test_failing_at_calls_that_look(site, shim, way):
    assert Walk(site, shim, way, "read").run([errno.EIO, errno.EACCES], 7 if way == "next" else 15) > 20


@pytest.mark.parametrize("fault", ["kill", -errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("command", ["check --fix", "new Malli", "import sivu.txt"])
def test_what_writes_into_the_content_writes_whole_files(site, shim, command, fault):
    """Whatever stops a command, each file is as it was or as it should be; the same command again makes good the rest."""
    practices, walk = site.folder / "content/practices", Walk(site, shim, "next")
    shutil.copy(ROOT / "Tests/Fixtures/import/g3.txt", site.folder / "sivu.txt")
    line = [site.program, *command.split(), "--site", site.folder]

    def start():
        site.write(0)
        for path in practices.glob("*.md"):
            path.write_text(path.read_text("utf-8").replace("perusidea\n", "perusidea **\n"), "utf-8")
        return contents(practices)

    before = start()
    subprocess.run(line, capture_output=True, stdin=subprocess.DEVNULL, cwd=site.folder)
    wanted = contents(practices)
    assert wanted != before
    number = 0
    while True:
        number += 1
        start()
        done, calls = walk.failing(line, number, fault)
        what = f"call {number} ({calls[number - 1:number]}): {done.returncode} {done.stderr}"
        assert done.returncode in (0, 1, -signal.SIGKILL if fault == "kill" else 3), what
        for name, data in contents(practices).items():
            assert data in (before.get(name), wanted.get(name)) or name.startswith("."), (what, name)
        if done.returncode == 3 or fault == "kill":
            subprocess.run(line, capture_output=True, stdin=subprocess.DEVNULL, cwd=site.folder)
            found = contents(practices)
            assert wanted.items() <= found.items(), what
            assert [name for name in found if name.startswith(".")] == [], what
        if len(calls) < number:
            break
    assert number > 5

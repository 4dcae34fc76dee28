"""`mallisto serve`, run for a test in a copy of the project's site."""

import http.client
import json
import re
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from project import ROOT

SCRIPT = re.compile(rb'<script type="module" src="/_mallisto/preview\.js\?version=\d+"></script>\n')


def copy_site(folder: Path) -> Path:
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


class Preview:
    """A running preview: the folder it shows, and the address it answers at."""

    def __init__(self, program: Path, folder: Path, *options: str, stderr=subprocess.DEVNULL):
        self.folder = folder
        self.process = subprocess.Popen(
            [program, "serve", "--site", folder, "--language", "fi", *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=stderr, text=True,
        )  # fmt: skip
        self.line = self.process.stdout.readline()
        self.address = self.line.strip()

    @property
    def port(self) -> int:
        return urlsplit(self.address).port

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def get(self, path: str) -> tuple[int, bytes]:
        """The status and the bytes at an address, without the preview's own script."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = SCRIPT.sub(b"", answer.read())
        connection.close()
        return answer.status, body

    def news(self) -> dict:
        return json.loads(self.get("/_mallisto/wait?after=-1")[1])

    def file(self, name: str) -> Path:
        return self.folder / name

    def replace(self, name: str, old: str, new: str):
        """Saves a file with one text in it replaced by another."""
        text = self.file(name).read_text("utf-8")
        assert old in text, f"{name} has no {old!r}"
        self.file(name).write_text(text.replace(old, new, 1), "utf-8")

    def until(self, condition, what: str, seconds: float = 20):
        """Waits for something to come true and returns it."""
        end = time.monotonic() + seconds
        while True:
            assert self.is_alive, f"the preview ended with {self.process.returncode}"
            if found := condition():
                return found
            assert time.monotonic() < end, f"not within {seconds} s: {what}"
            time.sleep(0.05)

    def stop(self, number=signal.SIGINT) -> int:
        """Ends it as Ctrl-C does; its exit code."""
        self.process.send_signal(number)
        return self.process.wait(10)


@contextmanager
def preview(program: Path, folder: Path, *options: str, **keywords):
    """Runs a preview of a folder; `stderr` is where its findings go."""
    running = Preview(program, folder, *options, **keywords)
    try:
        yield running
    finally:
        if running.is_alive:
            running.process.kill()
            running.process.wait()

"""The preview goes on answering whatever connects to it, and gives the memory back.

All connections go to this machine's own loopback address, are counted, and end by themselves. `CROWD=2000,5000` makes
the crowd as large as that: connections at once, and slow ones.
"""

import os
import re
import resource
import selectors
import socket
import subprocess
import time

import pytest
from project import ROOT

PARALLEL, SLOW = map(int, os.environ.get("CROWD", "300,600").split(","))


class Preview:
    def __init__(self, process, port):
        self.process, self.port = process, port

    @property
    def memory(self) -> int:
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024

    @property
    def connections(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def request(self, path="/", ending="\r\n") -> bytes:
        return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nConnection: close\r\n{ending}".encode()

    def get(self, path="/") -> bytes:
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(self.request(path))
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
            return answer

    def crowd(self, count: int, sent: bytes, seconds: float) -> int:
        """Opens connections at once, sends the same on each, and counts those that are answered to the end."""
        chosen = selectors.DefaultSelector()
        got = {}
        try:
            for number in range(count):
                connection = socket.socket()
                connection.setblocking(False)
                connection.connect_ex(("127.0.0.1", self.port))
                chosen.register(connection, selectors.EVENT_WRITE)
                if number % 100 == 99:
                    time.sleep(0.01)
            ended, last = 0, time.monotonic() + seconds
            while chosen.get_map() and time.monotonic() < last:
                for key, event in chosen.select(0.2):
                    connection = key.fileobj
                    try:
                        if event & selectors.EVENT_WRITE:
                            connection.send(sent)
                            chosen.modify(connection, selectors.EVENT_READ)
                        elif piece := connection.recv(65536):
                            got[connection] = got.get(connection, b"")[:15] + piece[:15]
                        else:
                            ended += got.get(connection, b"").startswith(b"HTTP/1.1 200")
                            chosen.unregister(connection)
                            connection.close()
                    except OSError:
                        chosen.unregister(connection)
                        connection.close()
            assert self.get().startswith(b"HTTP/1.1 200"), "no answer to one more among the crowd"
            return ended
        finally:
            for key in list(chosen.get_map().values()):
                key.fileobj.close()
            chosen.close()


@pytest.fixture
def preview(request):
    """The preview as a shell starts it that allows few open files."""
    program = request.config.getoption("--mallisto").resolve()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 2 * (PARALLEL + SLOW) + 1000), most))
    limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (256, most))
    with subprocess.Popen(
        [program, "serve", "--site", ROOT, "--port", "8560"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        preexec_fn=limit,
    ) as process:
        try:
            yield Preview(process, int(re.search(r":(\d+)/", process.stdout.readline())[1]))
        finally:
            process.terminate()


def settled(preview: Preview, memory: int) -> tuple[int, int]:
    """Memory and connections once both are back, or after half a minute."""
    for _ in range(60):
        if preview.memory < memory and preview.connections < 40:
            break
        time.sleep(0.5)
    return preview.memory, preview.connections


def test_a_crowd_is_answered_and_leaves_nothing_behind(preview):
    for _ in range(20):
        assert preview.get("/mallit/").startswith(b"HTTP/1.1 200")
    before = preview.memory
    answered = preview.crowd(PARALLEL, preview.request("/mallit/"), 60)
    print(f"\n{answered} of {PARALLEL} answered, memory {before / 1e6:.0f} MB, then {preview.memory / 1e6:.0f} MB")
    assert answered == PARALLEL
    assert preview.crowd(SLOW, preview.request(ending="X-Slow: "), 5) == 0
    assert preview.crowd(SLOW, b"G", 2) == 0
    assert preview.crowd(SLOW, b"\x16\x03\x01\0\xff" + b"\xff" * 200, 2) == 0
    memory, connections = settled(preview, before + 15_000_000)
    print(f"after {3 * SLOW} slow and broken ones: {memory / 1e6:.0f} MB, {connections} open")
    assert connections < 40
    assert memory < before + 15_000_000
    assert preview.crowd(PARALLEL, preview.request("/mallit/"), 60) == PARALLEL
    assert preview.process.poll() is None


def test_those_that_fall_silent_are_let_go(preview):
    """A header that is never finished, and a connection that is kept open for nothing, end after some time."""
    open_ = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(SLOW)]
    try:
        for number, connection in enumerate(open_):
            connection.settimeout(45)
            connection.sendall([b"", b"G", b"GET / HTTP/1.1\r\n", preview.request(ending="X-Slow: ")][number % 4])
        assert preview.get().startswith(b"HTTP/1.1 200")
        started = time.monotonic()
        for connection in open_:
            assert connection.recv(1) == b""
        seconds = time.monotonic() - started
        print(f"\n{SLOW} were let go after {seconds:.0f} s")
        assert 10 < seconds < 40
        assert preview.connections < 40
        assert preview.get().startswith(b"HTTP/1.1 200")
    finally:
        for connection in open_:
            connection.close()

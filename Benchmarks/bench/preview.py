"""How soon a preview shows an edit: from the file's being written to the page's being served anew."""

import http.client
import os
import re
import socket
import subprocess
import time
from pathlib import Path

from measure import Failed, middle


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def page(port: int, address: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", "/" + address, headers={"Host": f"localhost:{port}"})
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        # A server may be writing the page anew while it is asked for.
        return b""
    finally:
        connection.close()


def latency(tool, edits: int, give_up: float = 300) -> tuple[float, float]:
    """Milliseconds from an edit to the page that shows it, the median; and the server's peak memory in MB."""
    port = free_port()
    entry = sorted(tool.practices.glob("*.md"))[-8]
    original = entry.read_bytes()
    server = subprocess.Popen(
        [str(part) for part in tool.server(port)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    address = tool.address(entry.stem)
    try:
        seen(port, address, b"<h1", give_up, server)
        time.sleep(1)
        times = []
        for number in range(edits):
            word = f"muutos{number}x{os.getpid()}".encode()
            start = time.monotonic()
            entry.write_bytes(original + b"\n" + word + b"\n")
            seen(port, address, word, give_up, server)
            times.append((time.monotonic() - start) * 1000)
            time.sleep(0.7)
        return middle(times), peak(server.pid)
    finally:
        server.terminate()
        server.wait()
        entry.write_bytes(original)


def seen(port: int, address: str, word: bytes, give_up: float, server) -> None:
    end = time.monotonic() + give_up
    while word not in page(port, address):
        if server.poll() is not None or time.monotonic() > end:
            raise Failed(f"the server never showed {word.decode()} in /{address}")
        time.sleep(0.002)


def peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) * 1024 / 1e6

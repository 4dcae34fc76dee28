"""What a program costs: processor time, wall time and memory of the whole process with its children."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Cost:
    cpu: float  # seconds, user and system
    wall: float  # seconds
    peak: float  # MB of 1,000,000 bytes: the largest of the processes


class Failed(Exception):
    pass


def run(command: list, folder: Path | None = None) -> Cost:
    """Runs a command to its end; what it says is shown only when it fails."""
    start = time.monotonic()
    process = subprocess.Popen(
        [str(part) for part in command], cwd=folder, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{said.decode(errors='replace')[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024 / 1e6)


def median(costs: list[Cost]) -> Cost:
    """The run whose processor time is in the middle."""
    return sorted(costs, key=lambda cost: cost.cpu)[(len(costs) - 1) // 2]


def middle(values: list[float]) -> float:
    return statistics.median(values)


def size(folder: Path) -> dict[str, int]:
    """Files below a folder, and their bytes."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {"files": len(files), "bytes": sum(file.stat().st_size for file in files)}

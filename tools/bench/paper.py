"""The month's report as a worker makes it: in a process of its own, whose memory is then known."""

import json
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    name: str
    first_seconds: float
    """Of the first report in a worker, which loads the drawing and typesetting libraries."""
    seconds: float
    """Of the next one."""
    queries: int
    peak_mb: float
    kilobytes: int


def measure(name: str, scope: str) -> Paper:
    command = [sys.executable, "-m", "tools.bench.report_worker", scope]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Paper(name, **json.loads(done.stdout))


def line(paper: Paper) -> str:
    return (
        f"{paper.name}: {paper.seconds:.1f} s (the first of a worker {paper.first_seconds:.1f} s),"
        f" {paper.queries} queries, {paper.peak_mb:.0f} MB at most, {paper.kilobytes} KB of PDF"
    )

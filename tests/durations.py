"""`--durations-file PATH`: how long the tests of each file took, and each part of a test that took long."""

from collections import Counter
from pathlib import Path

import pytest


LONG = 0.3


class Durations:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.files: Counter[str] = Counter()
        self.parts: list[tuple[float, str]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.files[report.nodeid.partition("::")[0]] += report.duration  # type: ignore[assignment]
        if report.duration >= LONG:
            self.parts.append((report.duration, f"{report.when} {report.nodeid}"))

    def pytest_sessionfinish(self) -> None:
        self.path.parent.mkdir(exist_ok=True)
        files = [(seconds, name) for name, seconds in self.files.most_common()]
        lines = [f"{sum(self.files.values()):8.1f} s in all, by file", *map(_line, files)]
        lines += ["", f"parts of {LONG} s and more", *map(_line, sorted(self.parts, reverse=True))]
        self.path.write_text("\n".join(lines) + "\n")


def _line(part: tuple[float, str]) -> str:
    return f"{part[0]:8.1f} {part[1]}"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--durations-file", type=Path, help="where to write how long each test took")


def pytest_configure(config: pytest.Config) -> None:
    path = config.getoption("--durations-file")
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Durations(path))

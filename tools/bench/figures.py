"""What was measured, and how it is printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median, quantiles

from tools.bench.rounds import Round
from tools.bench.server import Memory


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    rate: float
    """Requests a second, the median of the rounds."""
    ratio: float
    """Of that rate to the floor's just before, the median of the rounds."""
    p50_ms: float
    p95_ms: float
    alone_ms: float
    """With nobody else asking."""
    cpu_ms: float
    """Processor time of the web workers for one request."""
    requests: int
    """Of one visit: a page is one, a journey several; milliseconds but cpu are of the whole visit."""
    queries: int
    """Of one visit."""
    memory: Memory


@dataclass(frozen=True, slots=True)
class Cost:
    """What one visit costs with nobody else there."""

    ms: float
    requests: int
    queries: int


def figure(
    name: str, rounds: list[Round], floors: list[Round], cost: Cost, memory: Memory
) -> Figure:
    latencies = sorted(latency for each in rounds for latency in each.latencies)
    ratios = [each.rate / floor.rate for each, floor in zip(rounds, floors, strict=True)]
    return Figure(
        name=name,
        rate=median(each.rate for each in rounds),
        ratio=median(ratios),
        p50_ms=1000 * median(latencies),
        p95_ms=1000 * _p95(latencies),
        alone_ms=cost.ms,
        cpu_ms=median(each.cpu_ms for each in rounds),
        requests=cost.requests,
        queries=cost.queries,
        memory=memory,
    )


def _p95(ordered: list[float]) -> float:
    return quantiles(ordered, n=20)[-1] if len(ordered) > 1 else ordered[0]


HEADINGS = (
    *("", "req/s", "of floor", "p50 ms", "p95 ms", "alone ms", "cpu ms"),
    *("requests", "queries", "MB", "share MB"),
)


def table(figures: Iterable[Figure]) -> str:
    return _aligned([HEADINGS, *(_cells(each) for each in figures)])


def comparison(results: dict[int, list[Figure]]) -> str:
    """How much of the floor each subject reaches at each size, and the last size beside the first."""
    sizes = list(results)
    rows: list[tuple[str, ...]] = [("of floor", *(f"{size:,}" for size in sizes), "last/first")]
    for each in zip(*results.values(), strict=True):
        ratios = [figure.ratio for figure in each]
        cells = [f"{ratio:.2f}" for ratio in ratios]
        rows.append((each[0].name, *cells, f"{ratios[-1] / ratios[0]:.2f}"))
    return _aligned(rows)


def _aligned(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _cells(each: Figure) -> tuple[str, ...]:
    return (
        each.name,
        f"{each.rate:.1f}",
        f"{each.ratio:.2f}",
        f"{each.p50_ms:.0f}",
        f"{each.p95_ms:.0f}",
        f"{each.alone_ms:.1f}",
        f"{each.cpu_ms:.1f}",
        str(each.requests),
        str(each.queries),
        f"{each.memory.resident_mb:.0f}",
        f"{each.memory.share_mb:.0f}",
    )


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    name, *numbers = cells
    return "  ".join(
        [name.ljust(widths[0])]
        + [cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True)]
    )

"""A workflow table drawn: states one below another, every move an arrow with its name. Plain SVG, no I/O.

A move to the next state goes straight down; every other one runs along a lane of its own, forward ones on the
right, backward ones on the left, and collects all the states that it leaves from.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple


BOX, PORT, GAP, LANE, WORD = 190, 24, 44, 26, 7


class Move(NamedTuple):
    verb: str
    sources: tuple[str, ...]
    target: str


@dataclass(frozen=True, slots=True)
class Chart:
    states: Mapping[str, str]
    """The states in their order, with the label that people read."""
    moves: Sequence[Move]

    def index(self, state: str) -> int:
        return list(self.states).index(state)

    def is_step(self, move: Move) -> bool:
        return len(move.sources) == 1 and self.index(move.target) == self.index(move.sources[0]) + 1

    def lanes(self, *, forward: bool) -> list[Move]:
        """The moves that need a lane on this side, the shortest nearest to the states."""
        bent = [move for move in self.moves if not self.is_step(move)]
        side = [move for move in bent if self._goes_forward(move) is forward]
        return sorted(side, key=self._span)

    def _goes_forward(self, move: Move) -> bool:
        return self.index(move.target) >= min(map(self.index, move.sources))

    def _span(self, move: Move) -> int:
        places = [self.index(state) for state in (*move.sources, move.target)]
        return max(places) - min(places)


def svg(chart: Chart, title: str) -> str:
    """The whole drawing as an SVG document."""
    drawing = _Drawing(chart)
    parts = "\n".join(
        [
            *drawing.boxes(),
            *drawing.steps(),
            *drawing.side(forward=True),
            *drawing.side(forward=False),
        ]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}" '
        f'width="{drawing.width}" height="{drawing.height}" role="img" font-family="sans-serif" font-size="13">\n'
        f"<title>{escape(title)}</title>\n"
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto"><path d="M0 0 8 4 0 8z" fill="#4d5a6b"/></marker></defs>\n'
        '<rect width="100%" height="100%" fill="#ffffff"/>\n'
        f"{parts}\n</svg>\n"
    )


class _Drawing:
    """Where everything stands. Each lane ends in ports of its own, so that no two arrows share a line."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.right, self.left = chart.lanes(forward=True), chart.lanes(forward=False)
        self.x = 20 + self._room(self.left)
        self.tops: dict[str, int] = {}
        top = 20
        for state in chart.states:
            self.tops[state] = top
            top += self._tall(state) + GAP
        self.height = top - GAP + 20
        self.width = self.x + BOX + self._room(self.right) + 20

    def boxes(self) -> Iterator[str]:
        for state, label in self.chart.states.items():
            top, tall = self.tops[state], self._tall(state)
            yield (
                f'<rect x="{self.x}" y="{top}" width="{BOX}" height="{tall}" rx="8" fill="#e7f0fa" stroke="#0b5cad"/>'
                f'<text x="{self.x + BOX / 2:g}" y="{top + tall / 2 - 3:g}" text-anchor="middle" font-weight="bold" '
                f'fill="#1b2430">{escape(label)}</text>'
                f'<text x="{self.x + BOX / 2:g}" y="{top + tall / 2 + 13:g}" text-anchor="middle" font-size="11" '
                f'fill="#4d5a6b">{escape(state)}</text>'
            )

    def steps(self) -> Iterator[str]:
        middle = self.x + BOX // 2
        for move in filter(self.chart.is_step, self.chart.moves):
            start, end = self._bottom(move.sources[0]), self.tops[move.target]
            yield _arrow(f"M{middle} {start}V{end}")
            yield _word(middle + 8, (start + end) // 2 + 4, move.verb)

    def side(self, *, forward: bool) -> Iterator[str]:
        edge = self.x + BOX if forward else self.x
        away = 1 if forward else -1
        moves = self.right if forward else self.left
        for number, move in enumerate(moves):
            lane = edge + away * (self._words(moves) + LANE * (number + 1))
            for source in move.sources:
                if source != move.target:
                    yield _line(f"M{edge} {self._port(source, move, moves)}H{lane}")
            ends = [self._port(state, move, moves) for state in (*move.sources, move.target)]
            yield _line(f"M{lane} {min(ends)}V{max(ends)}")
            port = self._port(move.target, move, moves)
            yield _arrow(f"M{lane} {port}H{edge}")
            yield _word(edge + away * 14, port - 5, move.verb, "start" if forward else "end")

    def _port(self, state: str, move: Move, moves: list[Move]) -> int:
        """The height at which a move leaves or enters a state."""
        here = [one for one in moves if state in (*one.sources, one.target)]
        return self.tops[state] + 16 + PORT * here.index(move)

    def _tall(self, state: str) -> int:
        ports = max(
            sum(state in (*move.sources, move.target) for move in moves)
            for moves in (self.right, self.left)
        )
        return max(44, PORT * ports + 12)

    def _bottom(self, state: str) -> int:
        return self.tops[state] + self._tall(state)

    def _words(self, moves: list[Move]) -> int:
        return WORD * max((len(move.verb) for move in moves), default=0)

    def _room(self, moves: list[Move]) -> int:
        return self._words(moves) + LANE * (len(moves) + 1) if moves else 0


def _line(path: str) -> str:
    return f'<path d="{path}" fill="none" stroke="#4d5a6b"/>'


def _arrow(path: str) -> str:
    return f'<path d="{path}" fill="none" stroke="#4d5a6b" marker-end="url(#tip)"/>'


def _word(x: int, y: int, verb: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="#0a4a8f">{escape(verb)}</text>'

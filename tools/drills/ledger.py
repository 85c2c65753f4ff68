"""What people sent and what they were told, written down outside of the system."""

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    NOTE = "notes"
    CLIENT = "intakes"


@dataclass(frozen=True, slots=True)
class Write:
    """One entry under one key, however often it is sent; its canary is found in no other."""

    kind: Kind
    canary: str
    path: str
    values: dict[str, str]


@dataclass
class Ledger:
    sent: dict[Kind, set[str]] = field(default_factory=lambda: {kind: set() for kind in Kind})
    acknowledged: dict[Kind, set[str]] = field(
        default_factory=lambda: {kind: set() for kind in Kind}
    )
    met: Counter[str] = field(default_factory=Counter)
    """How often each kind of answer, or none, was met."""
    refusals: list[str] = field(default_factory=list)
    resends: int = 0
    waits: list[float] = field(default_factory=list)
    """Seconds from the first sending of each entry to its acknowledgement."""
    longest_silence: float = 0.0
    """Seconds in which nobody at all was acknowledged."""
    _last: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def acks(self) -> int:
        return sum(map(len, self.acknowledged.values()))

    def send(self, write: Write) -> None:
        with self._lock:
            self.sent[write.kind].add(write.canary)

    def resend(self) -> None:
        with self._lock:
            self.resends += 1

    def meet(self, what: str) -> None:
        with self._lock:
            self.met[what] += 1

    def refuse(self, sentence: str) -> None:
        with self._lock:
            self.refusals.append(sentence)

    def acknowledge(self, write: Write, begun: float) -> None:
        now = time.monotonic()
        with self._lock:
            self.acknowledged[write.kind].add(write.canary)
            self.waits.append(now - begun)
            if self._last:
                self.longest_silence = max(self.longest_silence, now - self._last)
            self._last = now

"""The published instruments. A published module is never edited: a change is a new version."""

from screening.engine.errors import UnknownInstrument
from screening.engine.instrument import Instrument
from screening.engine.instruments.assist_v3_1 import ASSIST_3_1


_PUBLISHED: tuple[Instrument, ...] = (ASSIST_3_1,)  # oldest first within one code


def published() -> tuple[Instrument, ...]:
    return _PUBLISHED


def get(code: str, version: str | None = None) -> Instrument:
    """The newest published version of an instrument, or exactly the version named."""
    matches = [i for i in _PUBLISHED if i.code == code and version in {None, i.version}]
    if not matches:
        raise UnknownInstrument(f"{code} {version or ''}".strip())
    return matches[-1]

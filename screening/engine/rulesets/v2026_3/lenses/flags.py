"""What the views share: the flags of a group that hold, were answered no, or were not asked."""

from collections.abc import Callable

from screening.engine.cases import Case
from screening.engine.lenses import Gap, Sign, Words
from screening.engine.red_flags import RedFlag
from screening.engine.texts import Text, listed


def _holding(case: Case, codes: tuple[str, ...]) -> list[RedFlag]:
    return [flag for flag in (*case.flags, *case.concerns) if flag.code in codes]


def _treated(case: Case, codes: tuple[str, ...]) -> list[RedFlag]:
    return [flag for flag, _result in case.treated if flag.code in codes]


def _named(find: Callable[[Case, tuple[str, ...]], list[RedFlag]], codes: tuple[str, ...]) -> Words:
    return lambda case: {"signs": listed([flag.sign for flag in find(case, codes)])}


def held(name: str, *codes: str) -> Sign:
    """Severe while it waits for a result."""
    return Sign(
        f"{name}_DANGER",
        3,
        lambda case: bool(_holding(case, codes)),
        Text("Tanda bahaya: {signs}", "Red flag: {signs}"),
        _named(_holding, codes),
    )


def seen_to(name: str, *codes: str) -> Sign:
    return Sign(
        f"{name}_SEEN_TO",
        1,
        lambda case: bool(_treated(case, codes)),
        Text("Sudah ditangani tenaga kesehatan: {signs}", "Seen to by a health worker: {signs}"),
        _named(_treated, codes),
    )


def denied(name: str, text: Text, *codes: str) -> Sign:
    return Sign(f"{name}_DENIED", 0, lambda case: set(codes) <= set(case.facts.denied), text)


def unasked(name: str, text: Text, *codes: str) -> Gap:
    """Neither raised nor denied, by whatever way it may have come to light."""

    def open_(case: Case) -> bool:
        told = {*case.facts.denied, *case.facts.red_flags}
        told |= {flag.code for flag in (*case.flags, *case.concerns)}
        told |= {flag.code for flag, _result in case.treated}
        return not set(codes) <= told

    return Gap(f"{name}_UNASKED", open_, text)

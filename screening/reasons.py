"""A proposal's sentences as one look takes them in: why, by lens; what to mind; what is settled before leaving."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from screening import engine
from screening.engine.proposals import Lens, Note
from screening.interview.asks import say
from screening.lenses import ICONS, LEVELS


SAFETY, SUPPORT = "A", "S"  # steps of the rules: safety, and who supports the lead base
FLAGGED, CLEARED = "A1_", "A1_CLEARED"  # what comes of a red flag, and the one answer that ends it
# What can kill in the days after a stop or with the next dose is never folded, whoever led to it.
DEADLY = frozenset(
    {"W_OVERDOSE", "W_TOLERANCE", "W_DETOX_ALCOHOL", "W_DETOX_SEDATIVES", "W_DETOX_STOPPED"}
)
WITHOUT_LENS = "notes"
KINDS = {
    "health": (_("Kesehatan"), "stethoscope"),
    "consent": (_("Persetujuan"), "check"),
    "guardian": (_("Orang tua atau wali"), "users"),
    "papers": (_("Surat dan perkara"), "file-text"),
    "medicine": (_("Obat"), "heartbeat"),
    "home": (_("Rumah"), "home-heart"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences under one lens or one kind; without a title where a proposal is older than its lenses."""

    title: str
    icon: str
    sentences: tuple[str, ...]
    level: int | None = None

    @property
    def word(self) -> str:
        return "" if self.level is None else str(LEVELS[self.level][0])


@dataclass(frozen=True, slots=True)
class Reasons:
    why: tuple[Group, ...] = ()
    support: tuple[str, ...] = ()
    """Why other bases support the one that leads."""
    dangers: tuple[Group, ...] = ()
    """Red flags that stand, and warnings about safety and life, by lens; whatever else tells them too."""
    cautions: tuple[Group, ...] = ()
    before: tuple[Group, ...] = ()
    """By kind; told nowhere else, but for dangers."""

    @property
    def minded(self) -> int:
        return sum(len(group.sentences) for group in self.cautions)


def reasons_of(proposal: engine.Proposal) -> Reasons:
    early = {each.code for each in proposal.before}
    support = [note for note in proposal.reason_notes if note.code.startswith(SUPPORT)]
    dangers = [note for note in proposal.warning_notes if _is_danger(note.code, early)]
    flags = [note for note in proposal.reason_notes if _is_flag(note)]
    told = early.union(note.code for note in dangers)
    cautions = [note for note in proposal.warning_notes if note.code not in told]
    return Reasons(
        why=_by_lens([note for note in proposal.reason_notes if note not in support], proposal),
        support=tuple(say(note.text) for note in support),
        dangers=_by_lens([*flags, *dangers], proposal),
        cautions=_by_lens(cautions, proposal),
        before=tuple(_before(proposal)),
    )


def _is_flag(note: Note) -> bool:
    return note.code.startswith(FLAGGED) and note.code != CLEARED


def _is_danger(code: str, early: set[str]) -> bool:
    """What a red flag left behind stays one, though it is settled before leaving, too."""
    return code in DEADLY or code.startswith(FLAGGED if code in early else SAFETY)


def _by_lens(notes: Iterable[Note], proposal: engine.Proposal) -> tuple[Group, ...]:
    """In the fixed order of the lenses; what belongs to none comes last."""
    kept = tuple(notes)
    groups = [_group(lens, kept) for lens in proposal.lenses]
    codes = {lens.code for lens in proposal.lenses}
    rest = tuple(say(note.text) for note in kept if note.lens not in codes)
    return tuple(group for group in (*groups, Group("", WITHOUT_LENS, rest)) if group.sentences)


def _group(lens: Lens, notes: tuple[Note, ...]) -> Group:
    said = tuple(say(note.text) for note in notes if note.lens == lens.code)
    return Group(say(lens.title), ICONS[lens.code], said, lens.level)


def _before(proposal: engine.Proposal) -> Iterator[Group]:
    sentences = {note.code: say(note.text) for note in proposal.warning_notes}
    for kind in dict.fromkeys(each.kind for each in proposal.before):
        title, icon = KINDS[kind]
        said = tuple(sentences[each.code] for each in proposal.before if each.kind == kind)
        yield Group(str(title), icon, said)

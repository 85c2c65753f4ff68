"""A proposal's sentences as one look takes them in: why, by lens; what to mind; what is settled before leaving."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from screening import engine
from screening.engine.proposals import Lens, Note
from screening.interview.asks import say
from screening.lenses import ICONS, LEVELS


SAFETY, SUPPORT = "A", "S"  # steps of the rules: safety, and who supports the lead base
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
    """Warnings about safety, by lens."""
    cautions: tuple[Group, ...] = ()
    before: tuple[Group, ...] = ()
    """By kind; these are told nowhere else."""

    @property
    def minded(self) -> int:
        return sum(len(group.sentences) for group in self.cautions)


def reasons_of(proposal: engine.Proposal) -> Reasons:
    early = {each.code for each in proposal.before}
    warnings = [note for note in proposal.warning_notes if note.code not in early]
    support = [note for note in proposal.reason_notes if note.code.startswith(SUPPORT)]
    safety = [note for note in warnings if note.code.startswith(SAFETY)]
    return Reasons(
        why=_by_lens([note for note in proposal.reason_notes if note not in support], proposal),
        support=tuple(say(note.text) for note in support),
        dangers=_by_lens(safety, proposal),
        cautions=_by_lens([note for note in warnings if note not in safety], proposal),
        before=tuple(_before(proposal)),
    )


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

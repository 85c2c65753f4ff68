"""The sections in the order of the interview: danger first, then ASSIST question by question."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clients.enums import Sex
from common.faults import Faults
from screening.engine import red_flags
from screening.engine.instrument import Option
from screening.interview.asks import Ask, Choice, say
from screening.interview.drafts import Draft
from screening.interview.facts import asks_of_situation, told_by_register, yes_no
from screening.interview.health import HEALTH, asks_of_health
from screening.interview.substances import (
    asks_of_main,
    asks_of_use,
    faults_of_main,
    faults_of_use,
)


@dataclass(frozen=True, slots=True)
class Section:
    """`after` names the sections whose answers decide whether this one has anything to ask.

    `faults` are the answers that cannot stand together: a sentence by field, "" for the whole page.
    `known` says what is not asked because it is known already.
    """

    code: str
    slug: str
    title: str | Promise
    asks: Callable[[Draft], tuple[Ask, ...]]
    intro: str | Promise = ""
    after: tuple[str, ...] = ()
    known: Callable[[Draft], str] = lambda _draft: ""
    faults: Callable[[Draft], Faults] = lambda _draft: {}

    @property
    def tells_substances(self) -> bool:
        return self.code in ("substances", "use")

    @property
    def tells_facts(self) -> bool:
        return self.code in ("health", "situation")

    def owns_fact(self, name: str) -> bool:
        """Which of the two sections that tell facts asks for it."""
        return (name in HEALTH) == (self.code == "health")

    def lead(self, draft: Draft) -> tuple[str, str]:
        """What to ask or do on this page, and a hint for the interviewer."""
        if self.intro:
            return str(self.intro), self.known(draft)
        question = draft.instrument.question(self.code)
        return say(question.prompt), say(question.hint)


def _danger(draft: Draft) -> tuple[Ask, ...]:
    return tuple(
        Ask(("red_flags", flag.code), say(flag.ask), group=say(group.title), choices=yes_no())
        for group, flags in red_flags.by_group()
        for flag in flags
        if not (flag.group == "pregnancy" and draft.sex == Sex.MALE)
    )


def _question(code: str) -> Callable[[Draft], tuple[Ask, ...]]:
    return lambda draft: tuple(_row(draft, code, row) for row in draft.rows.get(code, ()))


def _row(draft: Draft, code: str, substance: str | None) -> Ask:
    question = draft.instrument.question(code)
    choices = tuple(_choice(option) for option in question.options)
    if substance is None:
        return Ask(("answers", code), say(question.prompt), choices=choices)
    known = draft.instrument.substance(substance)
    return Ask(("answers", code, substance), say(known.label), say(known.hint), choices=choices)


def _choice(option: Option) -> Choice:
    word = {True: "yes", False: "no"}[option.value] if isinstance(option.value, bool) else None
    return Choice(word or str(option.value), option.value, say(option.label))


def _assist(code: str, title: str | Promise, *after: str) -> Section:
    return Section(code, code, title, _question(code), after=after)


SECTIONS = (
    Section(
        "danger",
        "tanda-bahaya",
        _("Tanda bahaya"),
        _danger,
        intro=_(
            "Tanyakan dan amati lebih dahulu. Satu jawaban “Ya” berarti rujukan medis didahulukan."
        ),
    ),
    _assist("q1", _("Zat yang pernah dipakai")),
    _assist("q2", _("Pemakaian tiga bulan terakhir"), "q1"),
    _assist("q3", _("Keinginan kuat untuk memakai"), "q1", "q2"),
    _assist("q4", _("Kesulitan karena pemakaian"), "q1", "q2"),
    _assist("q5", _("Tugas yang terbengkalai"), "q1", "q2"),
    _assist("q6", _("Kekhawatiran orang lain"), "q1"),
    _assist("q7", _("Usaha mengurangi atau berhenti"), "q1"),
    _assist("q8", _("Penyuntikan"), "q1"),
    Section(
        "substances",
        "zat-utama",
        _("Zat utama"),
        asks_of_main,
        intro=_(
            "Zat mana yang paling bermasalah bagi klien saat ini? Pilih satu zat utama,"
            " dan paling banyak tiga zat lain yang juga bermasalah."
        ),
        after=("q1",),
        faults=faults_of_main,
    ),
    Section(
        "use",
        "cara-memakai",
        _("Cara dan lama memakai"),
        asks_of_use,
        intro=_("Perkiraan klien sudah cukup. Usia dan hari ditulis dengan angka."),
        after=("q1", "q2", "q8", "substances"),
        faults=faults_of_use,
    ),
    Section(
        "health",
        "kesehatan",
        _("Kesehatan"),
        asks_of_health,
        intro=_(
            "Supaya obat tidak terputus dan tempatnya siap. Klien boleh tidak menjawab;"
            " yang belum diketahui tidak dianggap aman."
        ),
    ),
    Section(
        "situation",
        "keadaan",
        _("Keadaan klien"),
        asks_of_situation,
        intro=_(
            "Keadaan ini ikut menentukan usulan. Pilih “Belum diketahui” bila belum jelas;"
            " yang belum diketahui tidak diperhitungkan."
        ),
        known=told_by_register,
    ),
)


def find(slug: str) -> Section | None:
    return next((section for section in SECTIONS if section.slug == slug), None)

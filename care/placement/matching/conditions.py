"""What has to be so before an institution may be asked at all. Everything else is weighed in `aspects`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from care.placement.matching.needs import Needs
from care.placement.matching.rows import free_soon, serves
from clients.models import Case
from partners.enums import (
    KINDS_FOR_BASE,
    AgreementStatus,
    CareBase,
    InstitutionKind,
    SpecialNeed,
)


@dataclass(frozen=True, slots=True)
class Sought:
    """A place for whom. Whoever `holds` a place already is counted among those who take one."""

    case: Case
    needs: Needs
    today: date
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """`of_person`: it hangs on who the person is, so it is asked of a running stay too."""

    code: str
    sentence: Promise
    is_met: Callable[[Any, Sought], bool]
    of_person: bool = False


def _on_this_base(row: Any, sought: Sought) -> bool:
    return row.is_active and row.kind in KINDS_FOR_BASE[CareBase(sought.case.base)]


def _has_had_agreement(row: Any, _sought: Sought) -> bool:
    return bool(row.has_agreement) or row.agreement_left is not None


def _agreement_is_not(status: AgreementStatus, row: Any, _sought: Sought) -> bool:
    return bool(row.has_agreement) or row.agreement_left != status


def _agreement_covers(row: Any, _sought: Sought) -> bool:
    """What the text of the agreement leaves out, nobody may pay for or answer for there."""
    return not row.has_agreement or row.agreement_until is not None


def _is_accredited(row: Any, sought: Sought) -> bool:
    """None recorded counts as none needed for a balai only."""
    expires = row.accreditation_expires_on
    return row.kind == InstitutionKind.BALAI or (expires is not None and expires >= sought.today)


def _takes(row: Any, sought: Sought) -> bool:
    client = sought.case.client
    fits = row.age_min <= client.age_on(sought.today) <= row.age_max
    return fits and bool(getattr(row, f"takes_{client.sex}"))


def _has_place(row: Any, sought: Sought) -> bool:
    """Today or within 14 days; whoever accepts needs a free one on that day (`services.answering`)."""
    if sought.holds:
        return bool(row.taken - row.freeing <= row.capacity)
    return row.capacity > 0 and free_soon(row) > 0


def _provides(need: SpecialNeed, row: Any, sought: Sought) -> bool:
    """Who goes home in the evening shares no room there, and gets their medicine where they live."""
    is_sought = need in sought.needs.required and (row.houses or need in EVEN_BY_DAY)
    return not is_sought or serves(row, need)


def _gives_shelter(row: Any, sought: Sought) -> bool:
    return bool(row.houses) or "shelter" not in sought.needs.required


def _is_free(_row: Any, sought: Sought) -> bool:
    return "release" not in sought.needs.required


EVEN_BY_DAY = {SpecialNeed.PREGNANCY, SpecialNeed.WHEELCHAIR, SpecialNeed.DETOX}
# Minors are never mixed with adults, women are offered a unit of their own (domain facts, section 2.2, B2 and B3);
# the others are what a person cannot do without for a day. What nobody has recorded is not there.
PROVISIONS: dict[SpecialNeed, Promise] = {
    SpecialNeed.CHILDREN: _(
        "%(institution)s belum tercatat mempunyai unit anak: anak tidak tinggal bersama orang dewasa."
    ),
    SpecialNeed.WOMEN: _("%(institution)s belum tercatat mempunyai unit perempuan."),
    SpecialNeed.PREGNANCY: _("%(institution)s belum tercatat melayani ibu hamil."),
    SpecialNeed.MOTHER_CHILD: _("%(institution)s belum tercatat menerima ibu yang membawa anak."),
    SpecialNeed.WHEELCHAIR: _("%(institution)s belum tercatat dapat dimasuki kursi roda."),
    SpecialNeed.OPIOID_MAINTENANCE: _(
        "%(institution)s belum tercatat memberi obat rumatan opioid yang sedang dipakai klien."
    ),
    SpecialNeed.DETOX: _(
        "%(institution)s belum tercatat mendampingi putus zat dengan tenaga medis."
    ),
}
# Why nobody is placed on the strength of the last agreement; each is another thing to mend.
LAPSED: dict[AgreementStatus, Promise] = {
    AgreementStatus.ENDED: _("Perjanjian %(institution)s sudah berakhir dan belum diperpanjang."),
    AgreementStatus.TERMINATED: _("Perjanjian %(institution)s diakhiri lebih awal."),
    AgreementStatus.UNSIGNED: _("Perjanjian %(institution)s belum ditandatangani."),
    AgreementStatus.UPCOMING: _("Perjanjian %(institution)s belum mulai berlaku."),
}
CONDITIONS = (
    Condition(
        "not_this_base", _("%(institution)s tidak melayani basis layanan ini."), _on_this_base
    ),
    Condition(
        "no_agreement",
        _("%(institution)s tidak mempunyai perjanjian yang berlaku hari ini."),
        _has_had_agreement,
    ),
    *(
        Condition(f"agreement_{status}", sentence, partial(_agreement_is_not, status))
        for status, sentence in LAPSED.items()
    ),
    Condition(
        "not_covered",
        _("Perjanjian %(institution)s tidak mencakup kelompok umur atau jenis kelamin klien ini."),
        _agreement_covers,
    ),
    Condition(
        "not_accredited", _("Akreditasi %(institution)s sudah tidak berlaku."), _is_accredited
    ),
    Condition(
        "sex_age",
        _("%(institution)s tidak melayani jenis kelamin atau usia klien ini."),
        _takes,
        of_person=True,
    ),
    *(
        Condition(need.value, sentence, partial(_provides, need), of_person=True)
        for need, sentence in PROVISIONS.items()
    ),
    Condition(
        "shelter",
        _("%(institution)s tidak menyediakan tempat tinggal; klien memerlukan tempat yang aman."),
        _gives_shelter,
        of_person=True,
    ),
    Condition(
        "release",
        _("Klien masih ditahan atau dipidana: %(institution)s diajukan setelah ia bebas."),
        _is_free,
    ),
    Condition(
        "full",
        _("%(institution)s sedang penuh. Pilih lembaga lain yang masih mempunyai tempat."),
        _has_place,
    ),
)
BY_CODE = {each.code: each for each in CONDITIONS}


def first_unmet(row: Any, sought: Sought) -> Condition | None:
    return next((each for each in CONDITIONS if not each.is_met(row, sought)), None)


def suits(row: Any, sought: Sought) -> bool:
    """As far as it hangs on the person alone; `row` may be any institution."""
    return all(each.is_met(row, sought) for each in CONDITIONS if each.of_person)


def said_of(condition: Condition, institution: str) -> str:
    return condition.sentence % {"institution": institution}

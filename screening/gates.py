"""What has to be there before a case goes on, and the urgent reason of whoever goes on without (decision 0052)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from clients.models import Case
from common.faults import Fault
from screening.enums import Missing, UrgentReason
from screening.models import Assessment


SHORTEST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Urgent:
    reason: str = ""
    words: str = ""


def assessment_missing(case: Case) -> tuple[Missing, ...]:
    """The full assessment of this episode, signed (domain facts, section 2.1, stage 3)."""
    is_there = Assessment.objects.signed().filter(case=case).exists()
    return () if is_there else (Missing.ASSESSMENT,)


def faults(missing: Sequence[Missing], urgent: Urgent) -> dict[str, Fault]:
    """By form field; the form shows them beside what is missing."""
    if not missing:
        return {}
    found: dict[str, Fault] = {}
    if urgent.reason not in UrgentReason.values:
        names = ", ".join(str(each.label).lower() for each in missing)
        found["urgent_reason"] = Fault(
            _("Belum ada: %(missing)s. Lengkapi dahulu, atau pilih alasan mendesak.")
            % {"missing": names},
            code="gate",
        )
    elif len(urgent.words.strip()) < SHORTEST_WORDS:
        found["urgent_words"] = Fault(
            _("Jelaskan mengapa tidak dapat menunggu, paling sedikit %(letters)s huruf.")
            % {"letters": SHORTEST_WORDS},
            code="gate_words",
        )
    return found

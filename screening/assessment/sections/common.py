"""Answers and words that several sections use."""

from django.utils.translation import gettext_lazy as _

from screening.assessment.questions import Choice, Question


WORKER_WITH_CLIENT = _("Pekerja sosial bersama klien")
WORKER = _("Pekerja sosial")

YES_NO = (
    Choice(value=True, label=_("Ya")),
    Choice(value=False, label=_("Tidak")),
    Choice("unknown", _("Belum diketahui")),
)


def yes_no(code: str, label: object, hint: object = "") -> Question:
    return Question(code, label, YES_NO, hint=hint)  # type: ignore[arg-type]

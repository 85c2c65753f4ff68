"""What becomes of screenings, assessments and decisions when their case is closed, stopped or handed over."""

from django.utils.translation import gettext_lazy as _

from clients.hanging import STOPPED, Hangs, Passing, on_each
from clients.models import Case
from screening.enums import DecisionStatus, StepStatus
from screening.models import RoutingDecision, StepChange


RECORD = _("Hasil skrining dan asesmen; disimpan bersama berkasnya.")
DRAFT = _("Draf dapat diteruskan rekan mana pun; dari kasus yang berhenti ia tidak diselesaikan.")


def drop_steps(case: Case, _passing: Passing) -> None:
    StepChange.objects.of_case(case).open().update(status=StepStatus.LAPSED)


def drop_asked_decisions(case: Case, _passing: Passing) -> None:
    rows = RoutingDecision.objects.filter(screening__case=case, status=DecisionStatus.AWAITING)
    rows.update(status=DecisionStatus.WITHDRAWN)


TABLES = {
    "screening.Screening": Hangs(_("Skrining"), stays=DRAFT),
    "screening.Assessment": Hangs(_("Asesmen"), stays=DRAFT),
    "screening.AssessmentPart": Hangs(_("Bagian asesmen"), stays=RECORD),
    "screening.SecondAssessment": Hangs(_("Penilaian kedua"), stays=RECORD),
    "screening.RoutingDecision": Hangs(
        _("Keputusan yang menunggu persetujuan"),
        stays=RECORD,
        acts=on_each(STOPPED, drop_asked_decisions),
    ),
    "screening.StepChange": Hangs(
        _("Usulan tingkat layanan"), stays=RECORD, acts=on_each(STOPPED, drop_steps)
    ),
}

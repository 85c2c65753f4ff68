"""Every workflow of the system by name, so that the documentation can draw what the code obeys."""

from typing import Any, NamedTuple

from django.db.models import TextChoices

from care.enums import (
    PlacementStatus,
    PlanStatus,
    SupportStatus,
    TerminationStatus,
    TransferStatus,
    WaitingStatus,
)
from care.plan_workflow import PLAN_MOVES, TERMINATION_MOVES
from care.support_workflow import MOVES as SUPPORT_MOVES
from care.transfer_workflow import MOVES as TRANSFER_MOVES
from care.workflow import MOVES as PLACEMENT_MOVES, WAITING_MOVES
from clients.enums import CaseStatus
from clients.workflow import MOVES as CASE_MOVES
from common.statechart import Chart, Move
from screening.assessment.workflow import MOVES as ASSESSMENT_MOVES
from screening.enums import AssessmentStatus


class Workflow(NamedTuple):
    name: str
    title: str
    states: type[TextChoices]
    moves: tuple[Any, ...]
    source: str

    @property
    def chart(self) -> Chart:
        return Chart(
            {str(state.value): str(state.label) for state in self.states},
            [
                Move(verb, tuple(map(str, sources)), str(target))
                for verb, sources, target in self.moves
            ],
        )


WORKFLOWS = (
    Workflow("case", "Kasus", CaseStatus, CASE_MOVES, "clients/workflow.py"),
    Workflow("placement", "Penempatan", PlacementStatus, PLACEMENT_MOVES, "care/workflow.py"),
    Workflow("transfer", "Pemindahan", TransferStatus, TRANSFER_MOVES, "care/transfer_workflow.py"),
    Workflow("waiting", "Daftar tunggu", WaitingStatus, WAITING_MOVES, "care/workflow.py"),
    Workflow(
        "support", "Basis pendukung", SupportStatus, SUPPORT_MOVES, "care/support_workflow.py"
    ),
    Workflow(
        "assessment",
        "Asesmen",
        AssessmentStatus,
        ASSESSMENT_MOVES,
        "screening/assessment/workflow.py",
    ),
    Workflow("plan", "Rencana layanan", PlanStatus, PLAN_MOVES, "care/plan_workflow.py"),
    Workflow(
        "termination", "Terminasi", TerminationStatus, TERMINATION_MOVES, "care/plan_workflow.py"
    ),
)

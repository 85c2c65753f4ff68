from care.forms.aftercare import AgendaFilter, ContactForm
from care.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.forms.conferring import ConferenceForm, DecisionForm
from care.forms.planning import (
    AgreementForm,
    GoalForm,
    NewPlanForm,
    PlanForm,
    PlanReviewForm,
    ServiceForm,
    VerdictForm,
)
from care.forms.requesting import FamilyPlaceForm, InstitutionPlaceForm
from care.forms.running import EndForm, ReviewForm, StartForm
from care.forms.terminating import AftercarePlanForm, WaiveForm


__all__ = [
    "AcceptForm",
    "AftercarePlanForm",
    "AgendaFilter",
    "AgreementForm",
    "ConferenceForm",
    "ContactForm",
    "DecisionForm",
    "DeclineForm",
    "EndForm",
    "FamilyPlaceForm",
    "GoalForm",
    "InstitutionPlaceForm",
    "NewPlanForm",
    "PlanForm",
    "PlanReviewForm",
    "ReviewForm",
    "ServiceForm",
    "StartForm",
    "VerdictForm",
    "WaiveForm",
    "WithdrawForm",
]

from care.forms.aftercare import AgendaFilter, ContactForm
from care.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.forms.conferring import ConferenceForm, DecisionForm
from care.forms.delivering import AidForm, DeliveryForm, SessionForm, TrainingForm, VisitForm
from care.forms.grouping import GroupForm, JoinForm, LeaveForm, MeetingForm, RollForm, StepForm
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
    "AidForm",
    "ConferenceForm",
    "ContactForm",
    "DecisionForm",
    "DeclineForm",
    "DeliveryForm",
    "EndForm",
    "FamilyPlaceForm",
    "GoalForm",
    "GroupForm",
    "InstitutionPlaceForm",
    "JoinForm",
    "LeaveForm",
    "MeetingForm",
    "NewPlanForm",
    "PlanForm",
    "PlanReviewForm",
    "ReviewForm",
    "RollForm",
    "ServiceForm",
    "SessionForm",
    "StartForm",
    "StepForm",
    "TrainingForm",
    "VerdictForm",
    "VisitForm",
    "WaiveForm",
    "WithdrawForm",
]

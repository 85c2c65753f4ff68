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
from care.forms.supporting import (
    AgreeForm,
    DeclineSupportForm,
    EndSupportForm,
    SupportByFamilyForm,
    SupportByInstitutionForm,
    SupportTaskForm,
)
from care.forms.terminating import AftercarePlanForm, WaiveForm
from care.forms.transferring import (
    ArriveForm,
    DepartForm,
    NotArrivedForm,
    TransferToFamilyForm,
    TransferToInstitutionForm,
)
from care.forms.waiting import (
    InterimForm,
    LeaveQueueForm,
    ReofferForm,
    WaitForm,
    WaitingContactForm,
)


__all__ = [
    "AcceptForm",
    "AftercarePlanForm",
    "AgendaFilter",
    "AgreeForm",
    "AgreementForm",
    "AidForm",
    "ArriveForm",
    "ConferenceForm",
    "ContactForm",
    "DecisionForm",
    "DeclineForm",
    "DeclineSupportForm",
    "DeliveryForm",
    "DepartForm",
    "EndForm",
    "EndSupportForm",
    "FamilyPlaceForm",
    "GoalForm",
    "GroupForm",
    "InstitutionPlaceForm",
    "InterimForm",
    "JoinForm",
    "LeaveForm",
    "LeaveQueueForm",
    "MeetingForm",
    "NewPlanForm",
    "NotArrivedForm",
    "PlanForm",
    "PlanReviewForm",
    "ReofferForm",
    "ReviewForm",
    "RollForm",
    "ServiceForm",
    "SessionForm",
    "StartForm",
    "StepForm",
    "SupportByFamilyForm",
    "SupportByInstitutionForm",
    "SupportTaskForm",
    "TrainingForm",
    "TransferToFamilyForm",
    "TransferToInstitutionForm",
    "VerdictForm",
    "VisitForm",
    "WaitForm",
    "WaitingContactForm",
    "WaiveForm",
    "WithdrawForm",
]

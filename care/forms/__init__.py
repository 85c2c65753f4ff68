from care.forms.aftercare import AgendaFilter, ContactForm
from care.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.forms.delivering import AidForm, DeliveryForm, SessionForm, TrainingForm, VisitForm
from care.forms.grouping import GroupForm, JoinForm, LeaveForm, MeetingForm, RollForm, StepForm
from care.forms.requesting import FamilyPlaceForm, InstitutionPlaceForm
from care.forms.running import EndForm, ReviewForm, StartForm


__all__ = [
    "AcceptForm",
    "AgendaFilter",
    "AidForm",
    "ContactForm",
    "DeclineForm",
    "DeliveryForm",
    "EndForm",
    "FamilyPlaceForm",
    "GroupForm",
    "InstitutionPlaceForm",
    "JoinForm",
    "LeaveForm",
    "MeetingForm",
    "ReviewForm",
    "RollForm",
    "SessionForm",
    "StartForm",
    "StepForm",
    "TrainingForm",
    "VisitForm",
    "WithdrawForm",
]

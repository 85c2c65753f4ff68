from care.forms.aftercare import AgendaFilter, ContactForm
from care.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.forms.requesting import FamilyPlaceForm, InstitutionPlaceForm
from care.forms.running import EndForm, ReviewForm, StartForm
from care.forms.waiting import (
    InterimForm,
    LeaveQueueForm,
    ReofferForm,
    WaitForm,
    WaitingContactForm,
)


__all__ = [
    "AcceptForm",
    "AgendaFilter",
    "ContactForm",
    "DeclineForm",
    "EndForm",
    "FamilyPlaceForm",
    "InstitutionPlaceForm",
    "InterimForm",
    "LeaveQueueForm",
    "ReofferForm",
    "ReviewForm",
    "StartForm",
    "WaitForm",
    "WaitingContactForm",
    "WithdrawForm",
]

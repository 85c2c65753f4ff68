from care.forms.aftercare import AgendaFilter, ContactForm
from care.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.forms.requesting import FamilyPlaceForm, InstitutionPlaceForm
from care.forms.running import EndForm, ReviewForm, StartForm


__all__ = [
    "AcceptForm",
    "AgendaFilter",
    "ContactForm",
    "DeclineForm",
    "EndForm",
    "FamilyPlaceForm",
    "InstitutionPlaceForm",
    "ReviewForm",
    "StartForm",
    "WithdrawForm",
]

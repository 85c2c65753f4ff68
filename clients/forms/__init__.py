from clients.forms.accesses import AccessFilter, NationalAccessFilter
from clients.forms.consent import WithdrawConsentForm
from clients.forms.emergency import EmergencyForm, ReviewEmergencyForm
from clients.forms.intake import IntakeForm, ReopenForm
from clients.forms.profile import FamilyForm, ProfileForm
from clients.forms.reveal import RevealForm
from clients.forms.search import SearchForm
from clients.forms.work import CloseForm, NoteForm, ReassignForm, TaskForm


__all__ = [
    "AccessFilter",
    "CloseForm",
    "EmergencyForm",
    "FamilyForm",
    "IntakeForm",
    "NationalAccessFilter",
    "NoteForm",
    "ProfileForm",
    "ReassignForm",
    "ReopenForm",
    "RevealForm",
    "ReviewEmergencyForm",
    "SearchForm",
    "TaskForm",
    "WithdrawConsentForm",
]

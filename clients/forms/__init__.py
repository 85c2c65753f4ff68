from clients.forms.intake import IntakeForm, ReopenForm
from clients.forms.profile import FamilyForm, ProfileForm
from clients.forms.search import SearchForm
from clients.forms.work import CloseForm, NoteForm, ReassignForm


__all__ = [
    "CloseForm",
    "FamilyForm",
    "IntakeForm",
    "NoteForm",
    "ProfileForm",
    "ReassignForm",
    "ReopenForm",
    "SearchForm",
]

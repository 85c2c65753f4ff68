from care.forms.aftercare import AgendaFilter, ContactForm
from care.forms.answering import AcceptForm, DeclineForm, WithdrawForm
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
from care.forms.transferring import (
    ArriveForm,
    DepartForm,
    NotArrivedForm,
    TransferToFamilyForm,
    TransferToInstitutionForm,
)


__all__ = [
    "AcceptForm",
    "AgendaFilter",
    "AgreeForm",
    "ArriveForm",
    "ContactForm",
    "DeclineForm",
    "DeclineSupportForm",
    "DepartForm",
    "EndForm",
    "EndSupportForm",
    "FamilyPlaceForm",
    "InstitutionPlaceForm",
    "NotArrivedForm",
    "ReviewForm",
    "StartForm",
    "SupportByFamilyForm",
    "SupportByInstitutionForm",
    "SupportTaskForm",
    "TransferToFamilyForm",
    "TransferToInstitutionForm",
    "WithdrawForm",
]

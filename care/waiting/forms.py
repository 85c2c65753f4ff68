from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from care.enums import LEAVE_BY_HAND
from clients.models import Case
from common.forms import DateField, Form, TextArea
from partners.enums import ATENSI_COMPONENTS, FAMILY_SERVICES
from partners.models import Institution


PROVINCE, COUNTRY, ONE = "province", "country", "one"
WHILE_WAITING = [(each.value, each.label) for each in (*ATENSI_COMPONENTS, *FAMILY_SERVICES)]


class InterimForm(Form):
    interim_services = forms.MultipleChoiceField(
        label=_("Layanan selama menunggu"),
        choices=WHILE_WAITING,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    interim_provider = TextArea(
        label=_("Siapa yang mendampingi selama menunggu"),
        required=False,
        max_length=500,
        help_text=_("Misalnya puskesmas, LKS terdekat, atau pekerja sosial Anda sendiri."),
    )


class WaitForm(InterimForm):
    """For which place; what is done meanwhile. A queue without any help in it is refused by the service."""

    target = forms.ChoiceField(
        label=_("Menunggu tempat di"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih tempat yang ditunggu.")},
    )
    institution = forms.ModelChoiceField(
        queryset=Institution.objects.none(),
        label=_("Lembaga yang ditunggu"),
        required=False,
        empty_label=_("Tidak memilih lembaga tertentu"),
        help_text=_("Hanya lembaga yang cocok dan sedang penuh."),
        error_messages={
            "invalid_choice": _("Lembaga ini tidak dapat ditunggu. Pilih dari daftar.")
        },
    )
    field_order = ("target", "institution")

    def __init__(self, *args: Any, case: Case, full: QuerySet[Institution], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.province = case.client.regency.province
        words = {"base": case.get_base_display(), "place": self.province.name}
        target: Any = self.fields["target"]
        target.choices = [
            (PROVINCE, _("%(base)s mana pun di %(place)s") % words),
            (COUNTRY, _("%(base)s mana pun di Indonesia") % words),
            (ONE, _("Satu lembaga tertentu")),
        ]
        field: Any = self.fields["institution"]
        field.queryset = full

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("target") == ONE and not given.get("institution"):
            self.add_error("institution", _("Pilih lembaga yang ditunggu."))

    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "institution": given["institution"] if given["target"] == ONE else None,
            "province": self.province if given["target"] == PROVINCE else None,
            "interim_services": tuple(given["interim_services"]),
            "interim_provider": given["interim_provider"],
        }


class WaitingContactForm(Form):
    on = DateField(label=_("Tanggal kontak"))
    note = TextArea(
        label=_("Keadaan klien"),
        help_text=_("Bagaimana keadaannya, dan apakah layanan sementara masih cukup."),
        error_messages={"required": _("Tulis keadaan klien.")},
    )


class LeaveQueueForm(Form):
    reason = forms.ChoiceField(
        label=_("Alasan"),
        choices=[(each.value, each.label) for each in LEAVE_BY_HAND],
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu alasan.")},
    )
    note = TextArea(label=_("Penjelasan"), required=False)

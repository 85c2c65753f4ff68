"""The forms of a decision: the answer to a proposal, a second judgement, a leader's answer and review."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.enums import Risk
from common.forms import Form, TextArea
from partners.enums import CareBase
from screening.decision.overrides import faults
from screening.enums import Missing, OverrideCode, ReviewOutcome
from screening.forms import UrgentFields
from screening.proposals import Proposed, usual_months


LONGEST_MONTHS = 60
NEWER = _("Ada usulan yang lebih baru sejak Anda membuka halaman ini. Baca dahulu, lalu putuskan.")


class DecisionForm(UrgentFields):
    """Nothing is chosen beforehand: deciding is a person's act (UU 27/2022 art. 10)."""

    base = forms.ChoiceField(
        label=_("Basis layanan yang diputuskan"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih basis layanan.")},
    )
    override_code = forms.ChoiceField(
        label=_("Alasan berbeda dari usulan"),
        required=False,
        choices=[("", _("Sesuai usulan")), *OverrideCode.choices],
    )
    reason = TextArea(
        label=_("Penjelasan"),
        required=False,
        max_length=2000,
        help_text=_("Wajib bila berbeda dari usulan, paling sedikit 20 huruf."),
    )
    supporting = forms.MultipleChoiceField(
        label=_("Basis pendukung"),
        required=False,
        choices=CareBase.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Sudah ditandai menurut aturan; ubah bila perlu. Basis yang memimpin tidak dihitung."
        ),
    )
    months = forms.IntegerField(
        label=_("Lama program (bulan)"),
        required=False,
        min_value=1,
        max_value=LONGEST_MONTHS,
        help_text=_("Kosongkan untuk memakai lama yang biasa pada basis yang dipilih."),
    )

    def __init__(
        self, data: Any = None, *, proposed: Proposed, missing: Sequence[Missing] = ()
    ) -> None:
        """`seen` stands beside the fields: after a newer proposal the page must send the newer key."""
        supporting = list(proposed.proposal.supporting)
        months = usual_months(proposed, proposed.base)
        initial = {"supporting": supporting, "months": months}
        super().__init__(data, initial=initial, gate_of=proposed.case.pk, missing=missing)
        self.proposed, self.is_barred = proposed.base, proposed.is_barred
        self.seen = str(self.data.get("seen", ""))
        self.is_overtaken = self.seen not in {"", proposed.key}
        self.fields["base"].choices = [  # type: ignore[attr-defined]
            (value, _("%(base)s (sesuai usulan)") % {"base": label})
            if value == self.proposed
            else (value, label)
            for value, label in CareBase.choices
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.is_overtaken:
            raise forms.ValidationError(NEWER)
        if "base" in given:
            found = faults(
                proposed=self.proposed,
                base=given["base"],
                code=given.get("override_code", ""),
                reason=given.get("reason", ""),
                is_barred=self.is_barred(given["base"]),
            )
            for field, message in found.items():
                if field not in self.errors:
                    self.add_error(field, message)
        return {**given, "supporting": tuple(given.get("supporting", ())), "seen": self.seen}


class SecondForm(Form):
    risk = forms.ChoiceField(
        label=_("Kelas risiko menurut Anda"),
        choices=Risk.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu kelas.")},
    )
    judgement = TextArea(
        label=_("Pertimbangan Anda"),
        max_length=2000,
        help_text=_("Apa yang Anda lihat sendiri, paling sedikit 20 huruf."),
        error_messages={"required": _("Jelaskan pertimbangan Anda.")},
    )


class ApprovalForm(Form):
    answer = forms.ChoiceField(
        label=_("Jawaban Anda"),
        choices=(("approve", _("Setujui")), ("refuse", _("Tidak setujui"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu jawaban.")},
    )
    note = TextArea(
        label=_("Catatan"),
        required=False,
        max_length=2000,
        help_text=_("Wajib bila tidak disetujui."),
    )


class ReviewForm(Form):
    outcome = forms.ChoiceField(
        label=_("Hasil tinjauan"),
        choices=ReviewOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih hasil tinjauan.")},
    )
    note = TextArea(
        label=_("Catatan tinjauan"),
        max_length=2000,
        help_text=_("Bagaimana keadaan klien sejak keputusan itu?"),
        error_messages={"required": _("Tulis keadaan klien dalam satu kalimat.")},
    )

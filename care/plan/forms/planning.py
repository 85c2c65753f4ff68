from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from care.enums import AgreedBy, AgreedHow, GoalStatus, Per, PlanDomain, Verdict
from care.models import PlanGoal, ServicePlan
from care.plan.facts import Agreement, Goal, Service, Standing
from care.plan.presets import usual_services
from care.plan.selectors import givers, workers
from care.shared.people import PersonField
from clients.models import Case
from common.forms import DateField, Form, Line, TextArea
from partners.enums import AFTERCARE_SERVICES, ATENSI_COMPONENTS, FAMILY_SERVICES
from partners.models import Institution


def _labelled(codes: Any) -> list[tuple[str, Any]]:
    return [(code.value, code.label) for code in codes]


CATALOGUE = [
    (_("Komponen ATENSI"), _labelled(ATENSI_COMPONENTS)),
    (_("Layanan keluarga"), _labelled(FAMILY_SERVICES)),
    (_("Pascalayanan"), _labelled(AFTERCARE_SERVICES)),
]


class PlanForm(Form):
    summary = TextArea(
        label=_("Ringkasan"),
        help_text=_("Arah layanan dalam beberapa kalimat, dengan kata-kata yang dipahami klien."),
        error_messages={"required": _("Tulis ringkasan rencana.")},
    )
    review_on = DateField(label=_("Tinjauan pertama"))


class NewPlanForm(PlanForm):
    """The first version may begin with the services usual for the base; a later one is a copy."""

    components = forms.MultipleChoiceField(
        label=_("Layanan yang biasa untuk basis ini"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Yang dipilih langsung masuk ke rencana dan dapat diubah kemudian."),
    )

    def __init__(self, *args: Any, case: Case, is_first: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        usual = usual_services(case.base)
        if not is_first or not usual:
            del self.fields["components"]
            return
        field: Any = self.fields["components"]
        field.choices = _labelled(usual)
        field.initial = [code.value for code in usual]


class GoalForm(Form):
    domain = forms.ChoiceField(label=_("Bidang"), choices=PlanDomain)
    words = TextArea(
        label=_("Tujuan"),
        max_length=1000,
        help_text=_("Apa yang ingin dicapai klien, dengan kata-katanya sendiri."),
        error_messages={"required": _("Tulis tujuannya.")},
    )
    indicator = TextArea(
        label=_("Tanda keberhasilan"),
        max_length=1000,
        required=False,
        help_text=_("Dari apa terlihat bahwa tujuan ini tercapai."),
    )
    baseline = Line(label=_("Keadaan sekarang"), max_length=200, required=False)
    target = Line(label=_("Sasaran"), max_length=200, required=False)
    due_on = DateField(label=_("Target selesai"))

    def facts(self) -> Goal:
        return Goal(**self.cleaned_data)


class ServiceForm(Form):
    component = forms.ChoiceField(label=_("Layanan"), choices=[("", _("Pilih")), *CATALOGUE])
    goal = forms.ModelChoiceField(
        queryset=PlanGoal.objects.none(),
        label=_("Untuk tujuan"),
        required=False,
        empty_label=_("Tidak untuk satu tujuan tertentu"),
    )
    institution = forms.ModelChoiceField(
        queryset=Institution.objects.none(), label=_("Lembaga pemberi"), empty_label=None
    )
    worker = PersonField(
        queryset=User.objects.none(),
        label=_("Petugas"),
        required=False,
        empty_label=_("Belum ditentukan"),
    )
    given_by = Line(
        label=_("Pemberi lain"),
        max_length=160,
        required=False,
        help_text=_("Misalnya kader, guru keterampilan, atau tokoh agama."),
    )
    times = forms.IntegerField(label=_("Berapa kali"), min_value=1, max_value=60, initial=1)
    per = forms.ChoiceField(label=_("Dalam"), choices=Per)
    starts_on = DateField(label=_("Mulai"))
    ends_on = DateField(label=_("Sampai"))
    note = TextArea(label=_("Catatan"), max_length=1000, required=False)

    def __init__(self, *args: Any, plan: ServicePlan, user: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        goal, institution, worker = (
            self.fields[name] for name in ("goal", "institution", "worker")
        )
        goals: Any = goal
        goals.queryset = plan.goals.select_related("plan__case__client").in_order()
        goals.label_from_instance = _goal_line
        institutions: Any = institution
        institutions.queryset = givers(plan.case)
        people: Any = worker
        people.queryset = workers(plan.case, user)

    def facts(self) -> Service:
        return Service(**self.cleaned_data)


def _goal_line(goal: PlanGoal) -> str:
    words = str(goal.words)
    return f"{goal.get_domain_display()}: {words[:80]}{'…' if len(words) > 80 else ''}"


class VerdictForm(Form):
    """Yes, or back with what is still to be done."""

    verdict = forms.ChoiceField(
        label=_("Keputusan"),
        choices=Verdict,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu.")},
    )
    note = TextArea(
        label=_("Catatan"),
        required=False,
        help_text=_("Wajib bila dikembalikan: apa yang masih perlu dikerjakan."),
    )

    @property
    def is_yes(self) -> bool:
        return self.cleaned_data["verdict"] == Verdict.APPROVE


class AgreementForm(Form):
    on = DateField(label=_("Tanggal persetujuan"))
    by = forms.ChoiceField(label=_("Disetujui oleh"), choices=AgreedBy, widget=forms.RadioSelect)
    how = forms.ChoiceField(label=_("Cara"), choices=AgreedHow, widget=forms.RadioSelect)
    witness = Line(
        label=_("Nama saksi"),
        max_length=160,
        required=False,
        help_text=_("Wajib bila persetujuannya lisan."),
    )
    words = TextArea(
        label=_("Kata-kata klien"),
        required=False,
        help_text=_("Apa yang dikatakan klien tentang rencana ini, juga keberatannya."),
    )

    def facts(self) -> Agreement:
        return Agreement(**self.cleaned_data)


class PlanReviewForm(Form):
    """How each goal stands, then the whole."""

    def __init__(self, *args: Any, goals: list[PlanGoal], next_review: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.goals = goals
        for number, goal in enumerate(goals, start=1):
            self._ask(number, goal)
        self.fields["note"] = TextArea(
            label=_("Hasil tinjauan"),
            help_text=_("Perkembangan klien, dan apa yang perlu diubah dalam rencana."),
            error_messages={"required": _("Tulis hasil tinjauan.")},
        )
        self.fields["review_on"] = DateField(label=_("Tinjauan berikut"), initial=next_review)

    def _ask(self, number: int, goal: PlanGoal) -> None:
        about = {"n": number}
        self.fields[f"status_{goal.pk}"] = forms.ChoiceField(
            label=_("Status tujuan %(n)s") % about,
            choices=GoalStatus,
            initial=goal.status,
            widget=forms.RadioSelect,
        )
        self.fields[f"note_{goal.pk}"] = TextArea(
            label=_("Catatan tujuan %(n)s") % about,
            max_length=1000,
            required=False,
            initial=goal.review_note,
        )

    @property
    def asked(self) -> list[tuple[PlanGoal, Any, Any]]:
        """Each goal with its two questions."""
        return [(goal, self[f"status_{goal.pk}"], self[f"note_{goal.pk}"]) for goal in self.goals]

    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        standings = {
            goal.pk: Standing(given[f"status_{goal.pk}"], given[f"note_{goal.pk}"])
            for goal in self.goals
        }
        return {
            "standings": standings,
            "note": given["note"],
            "review_on": given["review_on"],
        }

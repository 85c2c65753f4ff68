"""The yes or no of a second person to what waits for them."""

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from common.forms import Form


class Answer(TextChoices):
    AGREE = "agree", _("Setujui")
    REFUSE = "refuse", _("Tolak")


class AnswerForm(Form):
    verdict = forms.ChoiceField(
        label=_("Keputusan"),
        choices=Answer,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu.")},
    )

    @property
    def is_yes(self) -> bool:
        return bool(self.cleaned_data["verdict"] == Answer.AGREE)

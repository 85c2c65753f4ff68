from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.enums import Theme
from atensi.common.forms import Form


class PreferencesForm(Form):
    theme = forms.ChoiceField(label=_("Tampilan"), choices=Theme.choices, widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=_("Bahasa"),
        help_text=_("Dokumen resmi tetap berbahasa Indonesia."),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
    )

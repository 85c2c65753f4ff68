"""The living style guide at /ui/: every component with sample data, for developers and reviewers."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from atensi.common.forms import DateField, Form, TextArea


class SampleForm(Form):
    name = forms.CharField(label="Nama", help_text="Seperti pada KTP.")
    birth_date = DateField(label="Tanggal lahir")
    substance = forms.ChoiceField(
        label="Zat utama", choices=(("a", "Sabu"), ("b", "Ganja")), widget=forms.RadioSelect
    )
    agree = forms.BooleanField(label="Sudah dibacakan")
    note = TextArea(label="Catatan", required=False)


def page(request: HttpRequest) -> HttpResponse:
    if not (settings.DEMONSTRATION or request.user.is_staff):
        raise Http404
    context = {
        "form": SampleForm({}),
        "steps": ["done", "done", "current", "", "", "", ""],
        "tabs": [{"url": "/", "label": label, "active": label == "Profil"} for label in ("Linimasa", "Profil")],
        "chips": [
            {"url": "/", "label": "Semua", "active": True, "count": 128},
            {"url": "/", "label": "Layanan", "active": False, "count": 81},
        ],
    }
    return render(request, "ui/styleguide.html", context)

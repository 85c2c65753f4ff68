"""The living style guide at /ui/: every component with sample data, for developers and reviewers."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from common.enums import JobStatus
from common.forms import DateField, Form, TextArea
from common.models import Job


class SampleForm(Form):
    """One field of each kind. Sample words are not part of the product, so nobody translates them."""

    name = forms.CharField(label="Nama", help_text="Seperti pada KTP.")
    birth_date = DateField(label="Tanggal lahir")
    place = forms.ChoiceField(label="Tempat", choices=(("", "Pilih satu"), ("a", "Bogor")))
    substance = forms.ChoiceField(
        label="Zat utama", choices=(("a", "Sabu"), ("b", "Ganja")), widget=forms.RadioSelect
    )
    needs = forms.MultipleChoiceField(
        label="Kebutuhan",
        required=False,
        choices=(("a", "Konseling"), ("b", "Pelatihan kerja")),
        widget=forms.CheckboxSelectMultiple,
    )
    agree = forms.BooleanField(label="Sudah dibacakan")
    note = TextArea(label="Catatan", required=False)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    if not (settings.DEMONSTRATION or request.user.is_staff):
        raise Http404
    return render(request, "ui/styleguide.html", samples(request.GET.get("halaman")))


def samples(page_number: str | None) -> dict[str, Any]:
    return {
        "form": SampleForm({}, auto_id="refused_%s"),
        "fresh": SampleForm(),
        "steps": ["done", "done", "current", "", "", "", ""],
        "tabs": [
            {"url": "#", "label": label, "active": label == "Profil"}
            for label in ("Linimasa", "Profil", "Skrining", "Penempatan", "Dokumen")
        ],
        "chips": [
            {"url": "#", "label": "Semua", "active": True, "count": 128},
            {"url": "#", "label": "Layanan", "active": False, "count": 81},
        ],
        "page": Paginator(range(128), 25).get_page(page_number),
        "job": Job(status=JobStatus.DONE, done=40, total=100, message="Menghitung angka"),
    }

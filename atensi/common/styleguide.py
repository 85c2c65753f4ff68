"""The living style guide: every component once, with all its states (/ui/)."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from atensi.common.forms import DateField, Form, TextArea


class SampleForm(Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Nama lengkap"), max_length=160)
    nik = forms.CharField(
        label=_("NIK"),
        required=False,
        help_text=_("16 angka pada KTP atau kartu keluarga."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    born_on = DateField(label=_("Tanggal lahir"))
    age = forms.IntegerField(label=_("Usia pertama kali menggunakan"), min_value=5, max_value=99)
    base = forms.ChoiceField(
        label=_("Pilihan tunggal"),
        help_text=_("Pilih yang paling sesuai."),
        choices=[("a", _("Keluarga")), ("b", _("Lembaga")), ("c", _("Balai"))],
        widget=forms.RadioSelect,
    )
    needs = forms.MultipleChoiceField(
        label=_("Pilihan ganda"),
        required=False,
        choices=[("a", _("Konseling")), ("b", _("Pelatihan kerja"))],
        widget=forms.CheckboxSelectMultiple,
    )
    place = forms.ChoiceField(
        label=_("Daftar pilihan"), choices=[("", _("Pilih satu")), ("1", _("Satu")), ("2", _("Dua"))]
    )
    agreed = forms.BooleanField(label=_("Naskah sudah dibacakan dan dijelaskan"))
    note = TextArea(label=_("Catatan"), required=False)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    if not (settings.DEMONSTRATION or request.user.is_staff):
        raise Http404
    messages.success(request, _("Perubahan tersimpan."))
    refused = SampleForm({"name": "Rian Saputra", "age": "3", "base": "d"}, prefix="refused")
    return render(
        request, "ui/page.html", {"form": SampleForm(), "refused": refused, **samples(request)}
    )


def samples(request: HttpRequest) -> dict[str, Any]:
    return {
        "page_obj": Paginator(range(128), 25).get_page(request.GET.get("page")),
        "row_names": (_("Baris pertama"), _("Baris kedua"), _("Baris dengan nama yang panjang sekali")),
        "job": SimpleNamespace(state="running", done=40, total=100, message=_("Menghitung angka")),
        "finished_job": SimpleNamespace(state="done", done=100, total=100, message=""),
        "start": dt.date(2026, 11, 3),
        "end": dt.date(2026, 11, 21),
    }

"""Asking for a list as a file, and agreeing to one with many people."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request, ip_of
from accounts.reauth import confirm_first
from common.access import demand
from common.chips import PAGE
from common.http import FormPage, form_page, sent
from common.listings import LISTINGS, Listing
from exports.forms import ConsentForm, ExportForm
from exports.models import ALONE, Export
from exports.permissions import can_answer
from exports.services.asking import Wanted, answer_export, ask_export, people_in
from exports.watermark import filters_of


@require_http_methods(["GET", "POST"])
@confirm_first
def new(request: Request, listing: str) -> HttpResponse:
    """The address is that of the list, with its questions, so that what leaves is what was seen."""
    wanted = _listing_or_404(listing)
    demand(wanted.may(request.user))
    at, form = timezone.now(), ExportForm(sent(request))
    asked = wanted.query(request)
    query = {name: asked[name] for name in asked if name != PAGE}

    def shows() -> dict[str, object]:
        found = list(wanted.found(request.user, query, at))
        people = len(people_in(found))
        return {
            "listing": wanted,
            "filters": wanted.said(request.user, query),
            "rows": len(found),
            "people": people,
            "needs_consent": people > ALONE,
        }

    return form_page(
        request,
        form,
        lambda: ask_export(
            wanted=Wanted(listing=listing, query=query, **form.cleaned_data),
            actor=request.user,
            at=at,
            ip=ip_of(request),
        ),
        FormPage(
            title=_("Ekspor daftar"),
            sentence=_(
                "Berkas ini keluar dari sistem. Siapa, kapan, untuk apa, dan klien mana saja dicatat."
            ),
            submit=_("Buat berkas"),
            icon="file-download",
            said="",
            back=reverse(wanted.page),
            then=lambda made: reverse("exports:export", args=[made.pk]),
            crumbs=[(reverse("exports:list"), _("Ekspor"))],
            beside="exports/_contents.html",
            shows=shows,
        ),
    )


@require_http_methods(["GET", "POST"])
@confirm_first
def answer(request: Request, pk: int) -> HttpResponse:
    at = timezone.now()
    rows = (
        Export.objects.visible_to(request.user)
        .for_answer_by(request.user, at)
        .select_related("asked_by__institution", "answered_by")
    )
    export = get_object_or_404(rows, pk=pk)
    demand(can_answer(request.user, export))
    form, back = ConsentForm(sent(request)), reverse("exports:list")
    return form_page(
        request,
        form,
        lambda: answer_export(
            export=export,
            agree=form.is_yes,
            note=form.cleaned_data["note"],
            actor=request.user,
            at=at,
        ),
        FormPage(
            title=_("Periksa permintaan ekspor"),
            sentence=_(
                "Lebih dari 500 orang keluar sekaligus. Setujui hanya bila keperluannya jelas dan daftarnya tidak dapat dipersempit."
            ),
            submit=_("Simpan keputusan"),
            said=_("Keputusan atas ekspor disimpan."),
            back=back,
            crumbs=[(back, _("Ekspor"))],
            above="exports/_asked.html",
            shows=lambda: {"export": export, "filters": filters_of(export)},
        ),
    )


def _listing_or_404(key: str) -> Listing:
    if key not in LISTINGS:
        raise Http404
    return LISTINGS[key]

"""What a life has become beside after-care: prison and the way out of it, and death."""

from dataclasses import replace
from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from care import permissions
from care.aftercare.life_forms import (
    AfterPrisonForm,
    DeathForm,
    MovedForm,
    ReleaseForm,
    SentenceForm,
)
from care.aftercare.selectors.aftercare import death_of
from care.aftercare.services.dying import record_death
from care.aftercare.services.imprisoning import begin_after_prison, record_imprisonment, release
from care.aftercare.views.page import aftercare_form
from care.models import Imprisonment
from care.shared.finding import case_or_404
from clients.facts import Identity
from clients.models import Case
from clients.services.profile import edit_client
from common.access import demand, visible_or_404
from common.http import sent


FORM_METHODS = ["GET", "POST"]
NAMES = ("began_on", "prison", "bapas", "release_on")


@require_http_methods(FORM_METHODS)
def imprisonment(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    row = case.imprisonments.running().first()
    initial = {name: getattr(row, name) for name in NAMES} if row else {}
    form = SentenceForm(sent(request), initial=initial or {"began_on": timezone.localdate()})
    act = partial(record_imprisonment, case=case, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(sentence=form.sentence()),
        title=_("Menjalani pidana"),
        sentence=_(
            "Kontak biasa dihentikan. Kabar ditanyakan lewat lapas atau Bapas, dan klien dihubungi"
            " pada hari bebas."
        ),
        submit=_("Simpan"),
        said=_("Pidana yang dijalani dicatat."),
    )


@require_http_methods(FORM_METHODS)
def released(request: Request, pk: int) -> HttpResponse:
    row, case = _imprisonment(request, pk)
    demand(permissions.can_serve(request.user, case))
    form = ReleaseForm(sent(request), initial={"on": timezone.localdate()})
    act = partial(release, imprisonment=row, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Catat bebas"),
        sentence=_("Klien dihubungi dalam 72 jam, lalu pascalayanan berjalan lagi."),
        submit=_("Catat bebas"),
        said=_("Klien dicatat bebas. Hubungi dalam 72 jam."),
    )


@require_http_methods(FORM_METHODS)
def after_prison(request: Request, pk: int) -> HttpResponse:
    row, case = _imprisonment(request, pk)
    demand(permissions.can_request(request.user, case))
    form = AfterPrisonForm(sent(request))
    act = partial(begin_after_prison, imprisonment=row, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Masuk layanan kembali"),
        sentence=_(
            "Kasus ini ditutup dengan alasan “Menjalani pidana”, dan kasus baru dimulai dari"
            " skrining. Profil, keluarga, dan linimasa tetap satu."
        ),
        submit=_("Buka kasus baru"),
        said=_("Kasus baru dibuka."),
        then=lambda again: reverse("screening:continue", args=[again.pk]),
    )


@require_http_methods(FORM_METHODS)
def moved(request: Request, case_pk: int) -> HttpResponse:
    """Where the person lives now; whoever is near may be asked to go on with after-care."""
    case = case_or_404(request, case_pk)
    demand(permissions.can_request(request.user, case))
    client = case.client
    form = MovedForm(sent(request))
    known = Identity(**{name: getattr(client, name) for name in Identity.__slots__})
    act = partial(
        edit_client, case=case, version=client.version, actor=request.user, at=timezone.now()
    )
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(identity=replace(known, **form.cleaned_data)),
        title=_("Alamat yang baru"),
        sentence=_(
            "Bila terlalu jauh untuk didampingi dari sini, pascalayanan dapat diserahkan ke lembaga"
            " lain dengan persetujuan klien."
        ),
        submit=_("Simpan alamat"),
        said=_("Alamat yang baru disimpan."),
    )


@require_http_methods(FORM_METHODS)
def death(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    row = death_of(case)
    form = DeathForm(sent(request), initial=DeathForm.initial_of(row) if row else {})
    act = partial(record_death, case=case, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(facts=form.facts()),
        title=_("Keterangan kematian"),
        sentence=_("Yang belum jelas dicatat sebagai tidak diketahui, dan dapat dilengkapi nanti."),
        submit=_("Simpan keterangan"),
        said=_("Keterangan kematian disimpan."),
    )


def _imprisonment(request: Request, pk: int) -> tuple[Imprisonment, Case]:
    rows = Imprisonment.objects.select_related("case__client")
    row = visible_or_404(rows, request.user, pk=pk)
    return row, case_or_404(request, row.case_id)

from django.core.paginator import Paginator
from django.db.models.functions import Lower
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from common.access import demand
from common.http import FormPage, form_page, sent
from partners import services
from partners.enums import InstitutionKind
from partners.filters import AGREEMENT_CHOICES, InstitutionFilter
from partners.forms import InstitutionForm
from partners.holding import held
from partners.http import Request
from partners.models import Institution
from partners.permissions import can_keep_partners
from partners.selectors import kind_counts, offers
from partners.views.chips import active_filters, kind_chips
from regions.models import Province


PER_PAGE = 25
FORM_METHODS = ["GET", "POST"]


@require_GET
def institutions(request: Request) -> HttpResponse:
    today = timezone.localdate()
    filters = InstitutionFilter(request.GET, Institution.objects.active(), today=today)
    counts = kind_counts(filters.qs)
    asked = request.GET.get("jenis", "")
    kind = asked if asked in InstitutionKind.values else ""
    rows = filters.qs.filter(kind=kind) if kind else filters.qs
    rows = rows.select_related("regency__province").order_by(Lower("name"), "pk")
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = counts.get(kind, 0) if kind else sum(counts.values())
    chosen = filters.chosen()
    context = {
        "page": paginator.get_page(request.GET.get("halaman")),
        "chips": kind_chips(request.GET, counts, kind),
        "active": active_filters(request.GET, chosen),
        "chosen": chosen,
        "kind": kind,
        "provinces": Province.objects.order_by("code"),
        "agreement_choices": AGREEMENT_CHOICES,
        "today": today,
        "may_keep": can_keep_partners(request.user),
    }
    return render(request, "partners/list.html", context)


@require_GET
def institution(request: Request, pk: int) -> HttpResponse:
    rows = Institution.objects.select_related("regency__province", "mentor")
    found = get_object_or_404(rows, pk=pk)
    context = {
        "institution": found,
        "provinces": found.covers_provinces.order_by("code"),
        "regencies": found.covers_regencies.order_by("code"),
        "offers": offers(found),
        "mentored": found.mentored.active().order_by(Lower("name"), "pk"),
        "agreements": found.agreements.order_by("-ends_on", "-pk"),
        "today": timezone.localdate(),
        "may_keep": can_keep_partners(request.user),
        "held": held(found) if can_keep_partners(request.user) else {},
    }
    return render(request, "partners/institution.html", context)


@require_http_methods(FORM_METHODS)
def institution_new(request: Request) -> HttpResponse:
    demand(can_keep_partners(request.user))
    form = InstitutionForm(sent(request))
    page = FormPage(
        said=_("Mitra dicatat."),
        back=reverse("partners:list"),
        then=lambda made: reverse("partners:institution", args=[made.pk]),
        template="partners/institution_form.html",
        shows=lambda: {"institution": None},
    )
    return form_page(
        request,
        form,
        lambda: services.create_institution(facts=form.facts(), coverage=form.coverage()),
        page,
    )


@require_http_methods(FORM_METHODS)
def institution_edit(request: Request, pk: int) -> HttpResponse:
    demand(can_keep_partners(request.user))
    found = get_object_or_404(Institution, pk=pk)
    form = InstitutionForm(sent(request), institution=found)
    page = FormPage(
        said=_("Perubahan tersimpan."),
        back=reverse("partners:institution", args=[found.pk]),
        template="partners/institution_form.html",
        shows=lambda: {"institution": found},
    )
    return form_page(
        request,
        form,
        lambda: services.edit_institution(
            institution=found,
            facts=form.facts(),
            coverage=form.coverage(),
            version=form.version_seen,
            actor=request.user,
            at=timezone.now(),
        ),
        page,
    )

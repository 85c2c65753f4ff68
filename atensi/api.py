"""The addresses of the API, its schema, and the page that explains it."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.utils.translation import get_language, gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from rest_framework.routers import SimpleRouter

from care.api import PlacementViewSet
from clients.api import CaseViewSet, ClientViewSet
from common.api.explaining import chapters
from partners.api import AgreementViewSet
from reports.api import ReportViewSet, SubmissionViewSet
from screening.api import ScreeningViewSet


app_name = "api"
router = SimpleRouter(use_regex_path=False)
router.register("klien", ClientViewSet, basename="clients")
router.register("kasus", CaseViewSet, basename="cases")
router.register("skrining", ScreeningViewSet, basename="screenings")
router.register("penempatan", PlacementViewSet, basename="placements")
router.register("perjanjian", AgreementViewSet, basename="agreements")
router.register("laporan", ReportViewSet, basename="reports")
router.register("kiriman", SubmissionViewSet, basename="submissions")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    return render(request, "api/page.html", {"chapters": chapters(get_language() or "")})


@csrf_exempt
@login_not_required
def schema(request: HttpRequest) -> HttpResponseBase:
    """Who may have it, the view behind it says (SPECTACULAR_SETTINGS)."""
    # Some megabytes that a worker is spared in which nobody asks for the schema.
    from drf_spectacular.views import SpectacularAPIView  # noqa: PLC0415

    return SpectacularAPIView.as_view()(request)


@csrf_exempt
def unknown(request: HttpRequest, **_path: Any) -> HttpResponse:
    """A program is answered in its own language, also where nothing is."""
    told = {"code": "not_found", "message": _("Alamat ini tidak ada.")}
    return JsonResponse(told, status=404)


urlpatterns: list[URLPattern | URLResolver] = [
    path("", page, name="page"),
    path("skema/", schema, name="schema"),
    path("", include(router.urls)),
    re_path(r"^(?P<path>(?s:.*))$", unknown, name="unknown"),
]

"""Every address of the system. URL paths are Indonesian, URL names English."""

from django.contrib import admin
from django.urls import include, path

from common import styleguide, views


handler500 = "common.views.server_error"

urlpatterns = [
    path("kesehatan/", views.health, name="health"),
    path("akun/", include("accounts.urls")),
    path("", include("accounts.sign_in_urls")),
    path("klien/", include("clients.urls")),
    path("audit/", include("clients.audit_urls")),
    path("", include("law.urls")),
    path("keselamatan/", include("safety.urls")),
    path("skrining/", include("screening.urls")),
    path("", include("care.urls")),
    path("kemitraan/", include("partners.urls")),
    path("laporan/", include("reports.urls")),
    path("ekspor/", include("exports.urls")),
    path("api/v1/", include("atensi.api")),
    path("kelola/", include("upkeep.urls")),
    path("ui/", styleguide.page, name="styleguide"),
    path("admin/", admin.site.urls),
    path("", include("desk.urls")),
]

"""All of care under one name; each feature brings its own addresses."""

from django.urls import URLPattern, path

from care import overview
from care.aftercare import urls as aftercare
from care.delivery import urls as delivery
from care.ending import urls as ending
from care.placement import urls as placement
from care.plan import urls as plan
from care.transfer import urls as transfer
from care.waiting import urls as waiting


app_name = "care"
urlpatterns: list[URLPattern] = [
    path("penempatan/klien/<int:client_pk>/", overview.client_placements, name="client"),
    path("penempatan/<int:pk>/", overview.placement, name="placement"),
    *placement.urlpatterns,
    *waiting.urlpatterns,
    *transfer.urlpatterns,
    *plan.urlpatterns,
    *delivery.urlpatterns,
    *aftercare.urlpatterns,
    *ending.urlpatterns,
]

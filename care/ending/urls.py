from django.urls import URLPattern, path

from care.ending import views


urlpatterns: list[URLPattern] = [
    path("penempatan/<int:pk>/akhiri/", views.end, name="end"),
    path("terminasi/kasus/<int:case_pk>/", views.termination, name="termination"),
    path(
        "terminasi/kasus/<int:case_pk>/kecualikan/<slug:item>/",
        views.gate_waive,
        name="gate_waive",
    ),
    path("terminasi/kasus/<int:case_pk>/ajukan/", views.termination_ask, name="termination_ask"),
    path(
        "terminasi/kasus/<int:case_pk>/putuskan/",
        views.termination_answer,
        name="termination_answer",
    ),
    path(
        "terminasi/kasus/<int:case_pk>/batalkan/",
        views.termination_cancel,
        name="termination_cancel",
    ),
    path("terminasi/kasus/<int:case_pk>/overdosis/", views.overdose_advice, name="overdose_advice"),
    path("pascalayanan/kasus/<int:case_pk>/rencana/", views.aftercare_plan, name="aftercare_plan"),
]

from django.urls import URLPattern, path

from care.plan.views import answers, conferences, drafting, plans


urlpatterns: list[URLPattern] = [
    path("rencana/klien/<int:client_pk>/", plans.client_plan, name="plan"),
    path("rencana/kasus/<int:case_pk>/", plans.open_plan, name="open_plan"),
    path("rencana/kasus/<int:case_pk>/susun/", drafting.plan_start, name="plan_start"),
    path("rencana/kasus/<int:case_pk>/ubah/", drafting.plan_edit, name="plan_edit"),
    path("rencana/kasus/<int:case_pk>/tujuan/", drafting.goal_new, name="goal_new"),
    path("rencana/kasus/<int:case_pk>/layanan/", drafting.service_new, name="service_new"),
    path("rencana/kasus/<int:case_pk>/ajukan/", drafting.plan_submit, name="plan_submit"),
    path("rencana/kasus/<int:case_pk>/putuskan/", answers.plan_answer, name="plan_answer"),
    path("rencana/kasus/<int:case_pk>/sepakati/", answers.plan_agree, name="plan_agree"),
    path("rencana/kasus/<int:case_pk>/tinjau/", answers.plan_review, name="plan_review"),
    path("rencana/tujuan/<int:pk>/", drafting.goal, name="goal"),
    path("rencana/tujuan/<int:pk>/hapus/", drafting.goal_remove, name="goal_remove"),
    path("rencana/layanan/<int:pk>/", drafting.service, name="service"),
    path("rencana/layanan/<int:pk>/hapus/", drafting.service_remove, name="service_remove"),
    path("rencana/<int:pk>/", plans.plan_version, name="plan_version"),
    path("rencana/<int:pk>/cetak/", plans.plan_print, name="plan_print"),
    path("konferensi/klien/<int:client_pk>/", conferences.conferences, name="conferences"),
    path("konferensi/kasus/<int:case_pk>/baru/", conferences.conference_new, name="conference_new"),
    path("konferensi/<int:pk>/", conferences.conference, name="conference"),
    path("konferensi/<int:pk>/keputusan/", conferences.decision_new, name="decision_new"),
    path("konferensi/<int:pk>/cetak/", conferences.conference_print, name="conference_print"),
]

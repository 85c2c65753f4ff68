from django.urls import URLPattern, path

from care.aftercare.views import (
    aftercare,
    guidance,
    handover,
    life,
    locator,
    outcomes,
    relapse,
    schedule,
)


urlpatterns: list[URLPattern] = [
    path("jadwal/", schedule.schedule, name="schedule"),
    path("jadwal/kalender.ics", schedule.ics, name="ics"),
    path("pascalayanan/klien/<int:client_pk>/", aftercare.client_aftercare, name="aftercare"),
    path("pascalayanan/kasus/<int:case_pk>/", aftercare.next_follow_up, name="next_follow_up"),
    path("pascalayanan/kasus/<int:case_pk>/kontak/", aftercare.unplanned, name="unplanned_contact"),
    path("pascalayanan/kasus/<int:case_pk>/pelacakan/", locator.locator, name="locator"),
    path(
        "pascalayanan/kasus/<int:case_pk>/pelacakan/baru/", locator.locator_new, name="locator_new"
    ),
    path("pascalayanan/pelacakan/<int:pk>/hapus/", locator.locator_remove, name="locator_remove"),
    path("pascalayanan/kasus/<int:case_pk>/hasil/", outcomes.outcomes, name="outcomes"),
    path(
        "pascalayanan/kasus/<int:case_pk>/hasil/<slug:point>/mulai/",
        outcomes.outcome_new,
        name="outcome_new",
    ),
    path("pascalayanan/<int:pk>/hasil/", outcomes.outcome_of, name="outcome_of"),
    path("pascalayanan/hasil/<int:pk>/", outcomes.outcome, name="outcome"),
    path("pascalayanan/hasil/<int:pk>/periksa/", outcomes.outcome_finish, name="outcome_finish"),
    path("pascalayanan/hasil/<int:pk>/koreksi/", outcomes.outcome_correct, name="outcome_correct"),
    path("pascalayanan/hasil/<int:pk>/buang/", outcomes.outcome_discard, name="outcome_discard"),
    path(
        "pascalayanan/hasil/<int:pk>/<slug:slug>/", outcomes.outcome_section, name="outcome_section"
    ),
    path(
        "pascalayanan/hasil/<int:pk>/<slug:slug>/simpan/",
        outcomes.outcome_autosave,
        name="outcome_autosave",
    ),
    path("pascalayanan/<int:pk>/", aftercare.follow_up, name="follow_up"),
    path("kambuh/kasus/<int:case_pk>/", relapse.open_relapse, name="open_relapse"),
    path("kambuh/kasus/<int:case_pk>/catat/", relapse.name, name="relapse_name"),
    path("kambuh/<int:pk>/", relapse.show, name="relapse"),
    path("kambuh/<int:pk>/rencana-aman/", relapse.plan, name="relapse_plan"),
    path("kambuh/<int:pk>/putuskan/", relapse.settle, name="relapse_settle"),
    path("kambuh/<int:pk>/masuk-kembali/", relapse.enter_again, name="relapse_reentry"),
    path("pidana/kasus/<int:case_pk>/", life.imprisonment, name="imprisonment"),
    path("pidana/<int:pk>/bebas/", life.released, name="released"),
    path("pidana/<int:pk>/masuk-kembali/", life.after_prison, name="after_prison"),
    path("pindah/kasus/<int:case_pk>/", life.moved, name="moved"),
    path("bina-lanjut/kasus/<int:case_pk>/", guidance.show, name="guidance"),
    path("bina-lanjut/kasus/<int:case_pk>/mulai/", guidance.start, name="guidance_start"),
    path("bina-lanjut/<int:pk>/kontak/", guidance.contact, name="guidance_contact"),
    path("bina-lanjut/<int:pk>/akhiri/", guidance.end, name="guidance_end"),
    path("meninggal/kasus/<int:case_pk>/", life.death, name="death"),
    path("penyerahan/kasus/<int:case_pk>/", handover.open_handover, name="handover_open"),
    path("penyerahan/kasus/<int:case_pk>/ajukan/", handover.new, name="handover_new"),
    path("penyerahan/<int:pk>/", handover.show, name="handover"),
    path("penyerahan/<int:pk>/jawab/", handover.answer, name="handover_answer"),
    path("penyerahan/<int:pk>/tarik/", handover.withdraw, name="handover_withdraw"),
]

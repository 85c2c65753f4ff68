from django.urls import URLPattern, path

from care import views


app_name = "care"
urlpatterns: list[URLPattern] = [
    path("penempatan/", views.placements, name="placements"),
    path("penempatan/klien/<int:client_pk>/", views.client_placements, name="client"),
    path("penempatan/kasus/<int:case_pk>/", views.open_placement, name="open"),
    path("penempatan/kasus/<int:case_pk>/ajukan/", views.request_placement, name="request"),
    path("penempatan/kasus/<int:case_pk>/bandingkan/", views.compare, name="compare"),
    path("penempatan/kasus/<int:case_pk>/pindah/", views.transfer_new, name="transfer_new"),
    path("penempatan/kasus/<int:case_pk>/pemindahan/", views.transfer_open, name="transfer_open"),
    path("penempatan/kasus/<int:case_pk>/surat/", views.referral_letter, name="referral_letter"),
    path("penempatan/kasus/<int:case_pk>/pendukung/", views.supporting, name="supporting"),
    path("penempatan/kasus/<int:case_pk>/pendukung/baru/", views.support_new, name="support_new"),
    path("pemindahan/", views.transfers, name="transfers"),
    path("pemindahan/<int:pk>/", views.transfer, name="transfer"),
    path("pemindahan/<int:pk>/terima/", views.transfer_accept, name="transfer_accept"),
    path("pemindahan/<int:pk>/tolak/", views.transfer_decline, name="transfer_decline"),
    path("pemindahan/<int:pk>/tarik/", views.transfer_withdraw, name="transfer_withdraw"),
    path("pemindahan/<int:pk>/berangkat/", views.transfer_depart, name="transfer_depart"),
    path("pemindahan/<int:pk>/tiba/", views.transfer_arrive, name="transfer_arrive"),
    path("pemindahan/<int:pk>/tidak-tiba/", views.transfer_missing, name="transfer_missing"),
    path("pendukung/<int:pk>/setuju/", views.support_agree, name="support_agree"),
    path("pendukung/<int:pk>/tolak/", views.support_decline, name="support_decline"),
    path("pendukung/<int:pk>/akhiri/", views.support_end, name="support_end"),
    path("pendukung/<int:pk>/tugas/", views.support_task, name="support_task"),
    path("penempatan/<int:pk>/", views.placement, name="placement"),
    path("penempatan/<int:pk>/terima/", views.accept, name="accept"),
    path("penempatan/<int:pk>/tolak/", views.decline, name="decline"),
    path("penempatan/<int:pk>/tarik/", views.withdraw, name="withdraw"),
    path("penempatan/<int:pk>/mulai/", views.start, name="start"),
    path("penempatan/<int:pk>/tinjau/", views.review, name="review"),
    path("penempatan/<int:pk>/akhiri/", views.end, name="end"),
    path("jadwal/", views.schedule, name="schedule"),
    path("jadwal/kalender.ics", views.ics, name="ics"),
    path("pascalayanan/klien/<int:client_pk>/", views.client_aftercare, name="aftercare"),
    path("pascalayanan/kasus/<int:case_pk>/", views.next_follow_up, name="next_follow_up"),
    path("pascalayanan/<int:pk>/", views.follow_up, name="follow_up"),
]

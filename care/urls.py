from django.urls import URLPattern, path

from care import views


app_name = "care"
urlpatterns: list[URLPattern] = [
    path("penempatan/", views.placements, name="placements"),
    path("penempatan/klien/<int:client_pk>/", views.client_placements, name="client"),
    path("penempatan/kasus/<int:case_pk>/", views.open_placement, name="open"),
    path("penempatan/kasus/<int:case_pk>/ajukan/", views.request_placement, name="request"),
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
    path("pelaksanaan/", views.delivery_log, name="delivery_log"),
    path("pelaksanaan/klien/<int:client_pk>/", views.deliveries, name="deliveries"),
    path("pelaksanaan/kasus/<int:case_pk>/sesi/", views.deliver_session, name="deliver_session"),
    path("pelaksanaan/kasus/<int:case_pk>/kunjungan/", views.deliver_visit, name="deliver_visit"),
    path("pelaksanaan/kasus/<int:case_pk>/bantuan/", views.deliver_aid, name="deliver_aid"),
    path(
        "pelaksanaan/kasus/<int:case_pk>/pelatihan/",
        views.deliver_training,
        name="deliver_training",
    ),
    path("pelaksanaan/<int:pk>/", views.delivery, name="delivery"),
    path("pelaksanaan/<int:pk>/bukti/", views.delivery_paper, name="delivery_paper"),
    path("kelompok/", views.groups, name="groups"),
    path("kelompok/baru/", views.group_new, name="group_new"),
    path("kelompok/<int:pk>/", views.group, name="group"),
    path("kelompok/<int:pk>/ubah/", views.group_edit, name="group_edit"),
    path("kelompok/<int:pk>/terima/", views.group_join, name="group_join"),
    path("kelompok/<int:pk>/pertemuan/", views.group_meet, name="group_meet"),
    path("kelompok/pertemuan/<int:pk>/", views.meeting, name="meeting"),
    path("kelompok/pertemuan/<int:pk>/perbaiki/", views.meeting_correct, name="meeting_correct"),
    path("kelompok/anggota/<int:pk>/", views.member, name="member"),
    path("kelompok/anggota/<int:pk>/jenjang/", views.member_step, name="member_step"),
    path("kelompok/anggota/<int:pk>/keluar/", views.member_leave, name="member_leave"),
]

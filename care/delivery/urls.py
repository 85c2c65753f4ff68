from django.urls import URLPattern, path

from care.delivery.views import deliveries, delivering, groups, meetings, members


urlpatterns: list[URLPattern] = [
    path("pelaksanaan/", deliveries.delivery_log, name="delivery_log"),
    path("pelaksanaan/klien/<int:client_pk>/", deliveries.deliveries, name="deliveries"),
    path(
        "pelaksanaan/kasus/<int:case_pk>/sesi/", delivering.deliver_session, name="deliver_session"
    ),
    path(
        "pelaksanaan/kasus/<int:case_pk>/kunjungan/", delivering.deliver_visit, name="deliver_visit"
    ),
    path("pelaksanaan/kasus/<int:case_pk>/bantuan/", delivering.deliver_aid, name="deliver_aid"),
    path(
        "pelaksanaan/kasus/<int:case_pk>/pelatihan/",
        delivering.deliver_training,
        name="deliver_training",
    ),
    path("pelaksanaan/<int:pk>/", deliveries.delivery, name="delivery"),
    path("pelaksanaan/<int:pk>/bukti/", deliveries.delivery_proof, name="delivery_proof"),
    path("kelompok/", groups.groups, name="groups"),
    path("kelompok/baru/", groups.group_new, name="group_new"),
    path("kelompok/<int:pk>/", groups.group, name="group"),
    path("kelompok/<int:pk>/ubah/", groups.group_edit, name="group_edit"),
    path("kelompok/<int:pk>/terima/", groups.group_join, name="group_join"),
    path("kelompok/<int:pk>/pertemuan/", meetings.group_meet, name="group_meet"),
    path("kelompok/pertemuan/<int:pk>/", meetings.meeting, name="meeting"),
    path("kelompok/pertemuan/<int:pk>/perbaiki/", meetings.meeting_correct, name="meeting_correct"),
    path("kelompok/anggota/<int:pk>/", members.member, name="member"),
    path("kelompok/anggota/<int:pk>/jenjang/", members.member_step, name="member_step"),
    path("kelompok/anggota/<int:pk>/keluar/", members.member_leave, name="member_leave"),
]

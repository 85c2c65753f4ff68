from django.urls import path

from clients.views import (
    consent,
    emergency,
    fields,
    file,
    handover,
    intake,
    listing,
    profile,
    tasks,
    work,
)


app_name = "clients"

urlpatterns = [
    path("", listing.index, name="list"),
    path("cari/", listing.search, name="search"),
    path("baru/", intake.new, name="new"),
    path("baru/kemungkinan/", intake.matches, name="matches"),
    path("baru/isian/", intake.intake, name="intake"),
    path("darurat/", emergency.open_file, name="emergency"),
    path("darurat/tinjau/", emergency.index, name="emergencies"),
    path("darurat/<int:pk>/tinjau/", emergency.review, name="review_emergency"),
    path("darurat/<int:pk>/tutup/", emergency.close, name="close_emergency"),
    path("siapa-melihat-apa/", fields.rules, name="field_rules"),
    path("serah-terima/<int:pk>/", handover.hand_over_work, name="handover"),
    path("tugas/", tasks.index, name="tasks"),
    path("tugas/<int:pk>/", tasks.task, name="task"),
    path("kasus/<int:case_pk>/tutup/", work.close, name="close"),
    path("<int:pk>/", file.show, name="file"),
    path("<int:pk>/tampilkan/<slug:field>/", fields.reveal, name="reveal"),
    path("<int:pk>/profil/", file.profile, name="profile"),
    path("<int:pk>/profil/ubah/", profile.edit, name="edit"),
    path("<int:pk>/persetujuan/beri/", consent.give, name="give_consent"),
    path("<int:pk>/persetujuan/tarik/", consent.withdraw, name="withdraw_consent"),
    path("<int:pk>/kepentingan-vital/", consent.vital, name="vital"),
    path("<int:pk>/keluarga/baru/", profile.add_family, name="add_family"),
    path("<int:pk>/keluarga/<int:contact_pk>/", profile.edit_family, name="edit_family"),
    path("<int:pk>/akses/", file.access, name="access"),
    path("<int:pk>/perubahan/", file.changes, name="changes"),
    path("<int:pk>/catatan/baru/", work.note, name="note"),
    path("<int:pk>/pekerja/", work.reassign, name="reassign"),
    path("<int:pk>/buka-kembali/", intake.reopen, name="reopen"),
]

from django.urls import URLPattern, path

from care import views


app_name = "care"
urlpatterns: list[URLPattern] = [
    path("penempatan/", views.placements, name="placements"),
    path("penempatan/klien/<int:client_pk>/", views.client_placements, name="client"),
    path("penempatan/kasus/<int:case_pk>/", views.open_placement, name="open"),
    path("penempatan/kasus/<int:case_pk>/ajukan/", views.request_placement, name="request"),
    path("penempatan/kasus/<int:case_pk>/bandingkan/", views.compare, name="compare"),
    path("penempatan/<int:pk>/", views.placement, name="placement"),
    path("penempatan/<int:pk>/terima/", views.accept, name="accept"),
    path("penempatan/<int:pk>/tolak/", views.decline, name="decline"),
    path("penempatan/<int:pk>/tarik/", views.withdraw, name="withdraw"),
    path("penempatan/<int:pk>/mulai/", views.start, name="start"),
    path("penempatan/<int:pk>/tinjau/", views.review, name="review"),
    path("penempatan/<int:pk>/akhiri/", views.end, name="end"),
    path("penempatan/<int:pk>/tawarkan/", views.reoffer, name="reoffer"),
    path("penempatan/kasus/<int:case_pk>/tunggu/", views.wait, name="wait"),
    path("penempatan/daftar-tunggu/", views.waiting_list, name="waiting_list"),
    path("penempatan/daftar-tunggu/<int:pk>/", views.waiting, name="waiting"),
    path(
        "penempatan/daftar-tunggu/<int:pk>/kontak/", views.waiting_contact, name="waiting_contact"
    ),
    path(
        "penempatan/daftar-tunggu/<int:pk>/layanan-sementara/",
        views.waiting_interim,
        name="waiting_interim",
    ),
    path("penempatan/daftar-tunggu/<int:pk>/keluar/", views.waiting_leave, name="waiting_leave"),
    path("jadwal/", views.schedule, name="schedule"),
    path("jadwal/kalender.ics", views.ics, name="ics"),
    path("pascalayanan/klien/<int:client_pk>/", views.client_aftercare, name="aftercare"),
    path("pascalayanan/kasus/<int:case_pk>/", views.next_follow_up, name="next_follow_up"),
    path("pascalayanan/<int:pk>/", views.follow_up, name="follow_up"),
]

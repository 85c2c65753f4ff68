from django.urls import URLPattern, path

from care.waiting import views


urlpatterns: list[URLPattern] = [
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
]

"""The sign-in pages that we use of allauth, under Indonesian addresses; nobody signs up here."""

from allauth.account import views
from django.urls import path, re_path


urlpatterns = [
    path("masuk/", views.login, name="account_login"),
    path("keluar/", views.logout, name="account_logout"),
    path("daftar/", views.signup, name="account_signup"),
    path("akun/nonaktif/", views.account_inactive, name="account_inactive"),
    path("akun/sandi/", views.password_change, name="account_change_password"),
    path("akun/sandi/baru/", views.password_set, name="account_set_password"),
    path("akun/periksa/", views.reauthenticate, name="account_reauthenticate"),
    path("lupa-sandi/", views.password_reset, name="account_reset_password"),
    path("lupa-sandi/terkirim/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^lupa-sandi/kunci/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "lupa-sandi/selesai/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]

"""The sign-in pages that we use of allauth, under Indonesian addresses; nobody signs up here."""

from allauth.account import views
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from accounts.views.security import recovery_codes, to_security


urlpatterns = [
    path("masuk/", views.login, name="account_login"),
    path("keluar/", views.logout, name="account_logout"),
    path("masuk/faktor-kedua/", login_not_required(mfa.authenticate), name="mfa_authenticate"),
    path(
        "masuk/kunci-sandi/",
        login_not_required(webauthn.login_webauthn),
        name="mfa_login_webauthn",
    ),
    path("daftar/", views.signup, name="account_signup"),
    path("akun/nonaktif/", views.account_inactive, name="account_inactive"),
    path("akun/sandi/", views.password_change, name="account_change_password"),
    path("akun/sandi/baru/", views.password_set, name="account_set_password"),
    path("akun/periksa/", views.reauthenticate, name="account_reauthenticate"),
    path("akun/periksa/kode/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(
        "akun/periksa/kunci-sandi/",
        webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("akun/faktor/", to_security, name="mfa_index"),
    path("akun/faktor/kunci-sandi/", to_security, name="mfa_list_webauthn"),
    path("akun/faktor/aplikasi/pasang/", totp.activate_totp, name="mfa_activate_totp"),
    path("akun/faktor/aplikasi/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("akun/faktor/kunci-sandi/pasang/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path(
        "akun/faktor/kunci-sandi/<int:pk>/lepas/",
        webauthn.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path(
        "akun/faktor/kunci-sandi/<int:pk>/nama/", webauthn.edit_webauthn, name="mfa_edit_webauthn"
    ),
    path("akun/faktor/kode/", recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "akun/faktor/kode/baru/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
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

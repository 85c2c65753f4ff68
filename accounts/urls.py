from django.urls import URLPattern, path

from accounts import views
from accounts.service_keys import views as keys


app_name = "accounts"
urlpatterns: list[URLPattern] = [
    path("tampilan/", views.preferences, name="preferences"),
    path("kunci-layanan/", keys.index, name="service_keys"),
    path("kunci-layanan/baru/", keys.new, name="service_key_new"),
    path("kunci-layanan/<int:pk>/cabut/", keys.revoke, name="service_key_revoke"),
    path("keamanan/", views.security, name="security"),
    path("keamanan/mulai/", views.enrol, name="enrol"),
    path("keamanan/sesi/akhiri/", views.end_other_sessions, name="end_other_sessions"),
    path("keamanan/sesi/<int:pk>/akhiri/", views.end_session, name="end_session"),
    path("kunci/", views.lock, name="lock"),
    path("buka-kunci/", views.unlock, name="unlock"),
    path("undangan/<str:token>/", views.accept, name="accept"),
    path("pengguna/", views.users, name="users"),
    path("pengguna/undang/", views.invite, name="invite"),
    path("pengguna/undangan/<int:pk>/kirim-ulang/", views.resend, name="resend"),
    path("pengguna/undangan/<int:pk>/batalkan/", views.revoke, name="revoke"),
    path("pengguna/<int:pk>/", views.user, name="user"),
    path("pengguna/<int:pk>/peran/", views.role, name="role"),
    path("pengguna/<int:pk>/<slug:name>/", views.act, name="act"),
]

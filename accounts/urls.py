from django.urls import URLPattern, path

from accounts.service_keys import views as keys
from accounts.views import appointments, invitations, locking, preferences, security, users


app_name = "accounts"
urlpatterns: list[URLPattern] = [
    path("tampilan/", preferences.preferences, name="preferences"),
    path("kunci-layanan/", keys.index, name="service_keys"),
    path("kunci-layanan/baru/", keys.new, name="service_key_new"),
    path("kunci-layanan/<int:pk>/jawab/", keys.answer, name="service_key_answer"),
    path("kunci-layanan/<int:pk>/ambil/", keys.make, name="service_key_make"),
    path("kunci-layanan/<int:pk>/cabut/", keys.revoke, name="service_key_revoke"),
    path("keamanan/", security.security, name="security"),
    path("keamanan/mulai/", security.enrol, name="enrol"),
    path("keamanan/sesi/akhiri/", security.end_other_sessions, name="end_other_sessions"),
    path("keamanan/sesi/<int:pk>/akhiri/", security.end_session, name="end_session"),
    path("kunci/", locking.lock, name="lock"),
    path("buka-kunci/", locking.unlock, name="unlock"),
    path("undangan/<str:token>/", invitations.accept, name="accept"),
    path("pengguna/", users.users, name="users"),
    path("pengguna/undang/", invitations.invite, name="invite"),
    path("pengguna/undangan/<int:pk>/kirim-ulang/", invitations.resend, name="resend"),
    path("pengguna/undangan/<int:pk>/batalkan/", invitations.revoke, name="revoke"),
    path("pengguna/penunjukan/<int:pk>/jawab/", appointments.answer, name="appointment_answer"),
    path("pengguna/penunjukan/<int:pk>/tarik/", appointments.withdraw, name="appointment_withdraw"),
    path("pengguna/<int:pk>/", users.user, name="user"),
    path("pengguna/<int:pk>/peran/", users.role, name="role"),
    path("pengguna/<int:pk>/<slug:name>/", users.act, name="act"),
]

from django.urls import URLPattern, path

from accounts import views
from accounts.service_keys import views as keys


app_name = "accounts"
urlpatterns: list[URLPattern] = [
    path("tampilan/", views.preferences, name="preferences"),
    path("kunci-layanan/", keys.index, name="service_keys"),
    path("kunci-layanan/baru/", keys.new, name="service_key_new"),
    path("kunci-layanan/<int:pk>/cabut/", keys.revoke, name="service_key_revoke"),
]

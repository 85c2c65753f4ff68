from django.urls import URLPattern, path

from accounts import views


app_name = "accounts"
urlpatterns: list[URLPattern] = [
    path("tampilan/", views.preferences, name="preferences"),
]

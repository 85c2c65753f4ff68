from django.urls import path

from upkeep import views


app_name = "upkeep"
urlpatterns = [
    path("kesehatan/", views.health, name="health"),
    path("metrik/", views.metrics, name="metrics"),
]

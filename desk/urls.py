from django.urls import path

from desk import views
from desk.guide import views as guide
from desk.search import views as search


app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("pemberitahuan/", views.notices, name="notices"),
    path("cari/", search.search, name="search"),
    path("bantuan/", guide.guide, name="guide"),
    path("bantuan/<slug:slug>/", guide.topic, name="topic"),
]

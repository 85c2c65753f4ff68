from django.urls import path

from exports.views import asking, taking


app_name = "exports"
urlpatterns = [
    path("", taking.index, name="list"),
    path("baru/<slug:listing>/", asking.new, name="new"),
    path("<int:pk>/", taking.export, name="export"),
    path("<int:pk>/unduh/", taking.file, name="file"),
    path("<int:pk>/jawab/", asking.answer, name="answer"),
]

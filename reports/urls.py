from django.http import HttpResponse
from django.urls import path


def stub(request, pk=None):
    return HttpResponse()


app_name = "reports"
urlpatterns = [
    path("", stub, name="list"),
    path("baru/", stub, name="new"),
    path("<int:pk>/", stub, name="report"),
]

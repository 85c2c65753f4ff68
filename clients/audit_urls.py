from django.urls import path

from clients.views import audit


app_name = "audit"

urlpatterns = [
    path("akses/", audit.accesses, name="accesses"),
    path("tanda/", audit.signals, name="signals"),
]

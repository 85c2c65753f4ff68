"""The application's addresses, and the floor's."""

from django.urls import path

from atensi.urls import handler500, urlpatterns as of_the_application
from tools.bench.floor import floor


__all__ = ["handler500", "urlpatterns"]

urlpatterns = [path("lantai/", floor, name="floor"), *of_the_application]

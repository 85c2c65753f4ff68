"""What any page costs here: the same middleware and sign-in, one indexed query of 25 rows, a plain template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from clients.models import Client


ROWS = 25


def floor(request: HttpRequest) -> HttpResponse:
    rows = Client.objects.filter(institution_id=request.user.institution_id).order_by("-id")
    columns = rows.values_list("registration_number", "name", "birth_date", "sex")
    return render(request, "bench/floor.html", {"rows": columns[:ROWS]})

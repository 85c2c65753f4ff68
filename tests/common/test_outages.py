"""PostgreSQL or Redis gone, and back."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import close_old_connections, connection
from django.test import Client, override_settings
from django.urls import path, reverse

from common.views import server_error


@login_not_required
def broken(request):
    raise ValueError("ours")


@login_not_required
def lost(request):
    from django.db import OperationalError

    raise OperationalError("gone")


handler500 = server_error
urlpatterns = [path("rusak/", broken), path("hilang/", lost)]


@pytest.mark.django_db
def test_health_answers_ok(client):
    assert client.get(reverse("health")).content == b"ok"


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_lost_database_is_an_outage_with_a_page_that_says_so():
    response = Client(raise_request_exception=False).get("/hilang/")

    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    assert "Layanan sedang terganggu" in response.content.decode()


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_our_own_mistake_is_a_500_with_a_kind_page():
    response = Client(raise_request_exception=False).get("/rusak/")

    assert response.status_code == 500
    assert "Tidak ada yang tersimpan setengah jalan" in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_pages_work_again_by_themselves_after_the_connection_was_killed(client):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    other.close()
    client.raise_request_exception = False

    during = client.get(reverse("health")).status_code
    close_old_connections()  # the server does so at the end of every request
    after = client.get(reverse("health")).status_code

    assert (during, after) == (503, 200)

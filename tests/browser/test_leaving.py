"""Signing out in a real browser: nothing of it stays on the device."""

import pytest
from django.urls import reverse

from tests import people
from tests.reports.factories import ReportFactory


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_after_signing_out_the_browser_holds_nothing(visit):
    ani = visit(people.ani(), 1280)
    ani.go("/")
    ani.page.evaluate("localStorage.setItem('x', 'y')")
    ani.page.get_by_label("Akun saya").click()

    ani.press("Keluar")

    assert ani.page.url.endswith("/masuk/")
    assert ani.page.evaluate("localStorage.length") == 0
    ani.page.go_back()
    ani.page.wait_for_url("**/masuk/**")


def test_a_chart_needs_no_exception_from_the_policy(visit):
    """Opened by itself, where the browser holds it to the policy of every page."""
    fitri = visit(people.fitri(), 1280)
    chart = reverse("reports:chart", args=[ReportFactory().pk, "aktif"])

    fitri.page.goto(fitri.address + chart)

    assert fitri.page.locator("path[fill='#0b5cad']").count() == 4

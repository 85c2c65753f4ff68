"""A form about one placement: its facts stand beside it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.http import Request
from care.models import Placement
from care.shared.finding import about
from common.forms import Form
from common.http import FormPage, form_page


def placement_form(
    request: Request,
    placement: Placement,
    form: Form,
    act: Callable[[], object],
    *,
    shows: dict[str, Any] | None = None,
    **words: Any,
) -> HttpResponse:
    back, number = (
        reverse("care:placement", args=[placement.pk]),
        placement.client.registration_number,
    )
    page = FormPage(
        about=number,
        back=back,
        crumbs=((reverse("care:placements"), _("Penempatan")), (back, number)),
        beside="care/_placement_beside.html",
        shows=lambda: about(placement) | (shows or {}),
        **words,
    )
    return form_page(request, form, act, page)

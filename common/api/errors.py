"""One shape for everything that is refused: {"code", "message"}, with "field" or "fields" where one is meant."""

import logging
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.http import Http404
from django.utils.translation import gettext as _
from psycopg2.errors import InsufficientPrivilege
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from common.errors import DomainError


log = logging.getLogger(__name__)
# Where Django and DRF put what concerns no single field.
WHOLE = {"__all__", "non_field_errors"}


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. What is not ours to explain goes on to Django's 500 and 503."""
    if isinstance(error, DomainError):
        told = {"code": error.code, "message": error.message, "field": error.field}
        return Response(told, status=422)
    if isinstance(error.__cause__, InsufficientPrivilege):
        log.error("the fence refused a statement of the API", exc_info=error)
        transaction.set_rollback(True)
        return answer(Http404(), context)
    if isinstance(error, IntegrityError | DataError):
        log.warning("the database refused what the API let through", exc_info=error)
        transaction.set_rollback(True)
        return Response(
            {"code": "conflict", "message": _("Data ini bertentangan dengan yang sudah tercatat.")},
            status=409,
        )
    response = exception_handler(error, context)
    if response is None:
        return None
    if isinstance(error, ValidationError):
        response.data = _by_field(error.detail)
    else:
        detail = response.data["detail"]
        response.data = {"code": detail.code, "message": str(detail)}
    return response


def _by_field(detail: Any) -> dict[str, Any]:
    by_field = detail if isinstance(detail, dict) else {"__all__": detail}
    fields = {name: [str(line) for line in lines] for name, lines in by_field.items()}
    whole = [line for name in WHOLE & fields.keys() for line in fields.pop(name)]
    return {
        "code": "invalid",
        "message": " ".join(whole) or _("Ada isian yang perlu diperbaiki."),
        "fields": fields,
    }

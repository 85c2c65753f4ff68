"""Who asks; and one transaction and one scope around everything that a signed-in person asks for."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from django.contrib.auth import middleware
from django.db import ProgrammingError, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.functional import SimpleLazyObject
from django.views.defaults import page_not_found
from psycopg2.errors import InsufficientPrivilege

from accounts.backends import person_at_hand
from accounts.scopes import scope_of
from common.scope import Scope, acting, among_accounts


log = logging.getLogger(__name__)
Handler = Callable[[HttpRequest], HttpResponse]
FAILED = 500
# Pages about accounts and sign-in alone: no row about a client can be reached from them.
ACCOUNT_PAGES = ("accounts:", "account_", "mfa_", "usersessions_")


class Authentication(middleware.AuthenticationMiddleware):
    """Django's, with the person whom the session has brought along."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = SimpleLazyObject(partial(_whose, request))  # type: ignore[assignment]


def _whose(request: HttpRequest) -> Any:
    with person_at_hand(request.session):
        return middleware.get_user(request)


class InScope:
    """The answer leaves only after the commit, and nothing that was half done outlives a failure."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        with acting(_scope(request)):
            response = self.get_response(request)
            if response.status_code >= FAILED:
                transaction.set_rollback(True)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What the fence refuses does not exist for whoever asked; nobody is told that it does."""
        if isinstance(error, ProgrammingError) and isinstance(
            error.__cause__, InsufficientPrivilege
        ):
            log.error("the fence refused a statement of %s", request.path_info, exc_info=error)
            transaction.set_rollback(True)
            return page_not_found(request, error)
        return None


def _scope(request: HttpRequest) -> Scope:
    scope = scope_of(request.user)  # type: ignore[arg-type]  # behind the question whether anybody is signed in
    scope = replace(scope, request_id=request.request_id)  # type: ignore[attr-defined]
    try:
        page = resolve(request.path_info).view_name
    except Resolver404:
        return scope
    return among_accounts(scope) if page.startswith(ACCOUNT_PAGES) else scope

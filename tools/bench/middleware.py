"""What the bench wants to know of an answer: which worker gave it, and on request after how many queries."""

import os
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


Handler = Callable[[HttpRequest], HttpResponse]


def tell(get_response: Handler) -> Handler:
    def middleware(request: HttpRequest) -> HttpResponse:
        if "X-Bench-Count" not in request.headers:
            response = get_response(request)
        else:
            tally = Tally()
            with connection.execute_wrapper(tally):
                response = get_response(request)
            response["X-Bench-Queries"] = str(tally.queries)
        response["X-Bench-Worker"] = str(os.getpid())
        return response

    return middleware


class Tally:
    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.queries += 1
        return execute(*arguments)

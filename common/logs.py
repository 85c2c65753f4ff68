"""Log lines that hold no personal data: what may be said is listed, everything else is left out.

A line is one JSON object. Of a message only the template and its numbers (ids, counts) are written; of an
exception its type, its SQLSTATE and where it happened, never its words: those quote rows and forms.
Standard library only: the settings read this file.
"""

import json
import logging
import re
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


# The request under way, for every line that is written while it lasts.
request_under_way: ContextVar[Any] = ContextVar("request_under_way", default=None)

ROOT = Path(__file__).resolve().parent.parent
# Whose messages are templates with the data beside them, every package of ours among them; of all others only the
# place is told.
TEMPLATES = (
    *sorted(folder.parent.name for folder in ROOT.glob("*/__init__.py")),
    "celery", "django.request", "django.security.csrf", "django.server", "gunicorn",
)  # fmt: skip
EXTRAS = ("method", "status", "status_code", "milliseconds", "cause", "table")
DIGEST = re.compile(r"[0-9a-f]{64}")
LONGEST_ID = 10**12  # shorter than any NIK or telephone number that somebody wrote as a number
FRAMES = 25
LEFT_OUT = "…"


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _message(record),
            **_request(record),
            **{name: _safe(vars(record)[name]) for name in EXTRAS if name in vars(record)},
            **({"error": told(error), "stack": _stack(error)} if error else {}),
        }
        return json.dumps(line, ensure_ascii=False)


def told(error: BaseException) -> str:
    """The types of an exception and of what caused it, the database's code and constraint; none of its words."""
    names: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(names) < 5:
        state, about = getattr(cause, "pgcode", None), getattr(cause, "diag", None)
        constraint = getattr(about, "constraint_name", None)
        names.append(" ".join(word for word in (type(cause).__name__, state, constraint) if word))
        cause = cause.__cause__ or cause.__context__
    return " < ".join(names)


def place(error: BaseException) -> str:
    """Where it was raised, in one word."""
    stack = _stack(error)
    return stack[-1] if stack else ""


def _stack(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__, limit=-FRAMES)
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    return filename.rsplit("/site-packages/", maxsplit=1)[-1].removeprefix(f"{ROOT}/")


def _message(record: logging.LogRecord) -> str:
    if not any(f"{record.name}.".startswith(f"{name}.") for name in TEMPLATES):
        return f"{LEFT_OUT} {record.module}:{record.lineno}"
    template, given = str(record.msg), record.args
    if not given:
        return template
    try:
        if isinstance(given, dict):
            return template % {name: _number(value) for name, value in given.items()}
        return template % tuple(_number(value) for value in given)
    except (TypeError, ValueError, KeyError):
        return template


def _number(value: object) -> object:
    """Numbers, and the digests of seals."""
    if isinstance(value, str) and DIGEST.fullmatch(value):
        return value
    is_number = isinstance(value, int | float) and abs(value) < LONGEST_ID
    return value if is_number else LEFT_OUT


def _safe(value: object) -> object:
    """Single words of the program's own, too."""
    is_word = isinstance(value, str) and value.isidentifier() and len(value) <= 60
    return value if is_word else _number(value)


def _request(record: logging.LogRecord) -> dict[str, object]:
    """Django tells of a refusal when the request is over, and hands it over."""
    request: Any = request_under_way.get() or getattr(record, "request", None)
    if not hasattr(request, "request_id"):
        return {}
    match = request.resolver_match
    return {
        "request": str(request.request_id),
        "user": getattr(getattr(request, "_cached_user", None), "pk", None),
        "route": match.view_name if match else None,
    }


def configuration() -> dict[str, Any]:
    """For Django's LOGGING: one handler, and nobody beside it (Django would mail, celery and gunicorn would quote)."""
    quiet = ("celery", "kombu", "weasyprint", "fontTools", "matplotlib", "faker")
    plain: dict[str, Any] = {"handlers": [], "propagate": True}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "common.logs.JsonLines"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            **{name: {**plain, "level": "INFO"} for name in ("django", "django.server")},
            **{name: {**plain, "level": "INFO"} for name in ("gunicorn.error", "gunicorn.access")},
            # Some tell every step of drawing a paper, others every message of the queue.
            **{name: {**plain, "level": "WARNING"} for name in quiet},
        },
    }

"""Which state of a row somebody has read, as an ETag; nobody writes over a state that they have not seen."""

from typing import Any

from django.db.models import Model
from django.utils.crypto import salted_hmac

from common.api.refusals import VersionMissing, VersionStale


def version_of(row: Model) -> str:
    """The row's own counter, or a keyed hash of it: a bare hash would tell a guesser of NIKs when they are right."""
    counter = getattr(row, "version", None)
    if isinstance(counter, int):
        return str(counter)
    facts = [str(getattr(row, field.attname)) for field in row._meta.concrete_fields]  # noqa: SLF001
    return salted_hmac("atensi.version", "\x1f".join(facts), algorithm="sha256").hexdigest()[:16]


def etag_of(row: Model) -> str:
    return f'"{version_of(row)}"'


def demand_read(request: Any, row: Model) -> None:
    """428 for a change that does not say what it has seen, 412 for one that has seen an older state."""
    seen = request.headers.get("If-Match", "").strip()
    if not seen:
        raise VersionMissing
    if seen not in {etag_of(row), f"W/{etag_of(row)}"}:
        raise VersionStale

"""Sessions in the database, honest about one that is away."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import InterfaceError, OperationalError


class SessionStore(db.SessionStore):
    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002  Django's signature
        """A database that goes away at this moment is an outage and not a session that somebody deleted:
        Django takes both for the latter, and the person would read that their form was broken."""
        try:
            super().save(must_create)
        except UpdateError as problem:
            if isinstance(problem.__context__, OperationalError | InterfaceError):
                raise problem.__context__ from problem
            raise

"""Sessions in the database: each brings its person along, and is honest about a database that is away."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import InterfaceError, OperationalError
from django.db.models.functions import Now

from accounts.models import Session, User


class SessionStore(db.SessionStore):
    person: User | None = None
    """Whose session the database says it is, once it has been looked up."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def load(self) -> dict[str, Any]:
        alive = Session.objects.with_person().filter(expire_date__gt=Now())
        row = alive.filter(session_key=self.session_key).first()
        if row is None:
            self._session_key = None
            return {}
        self.person = row.person
        known: dict[str, Any] = self.decode(row.session_data)
        return known

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        made: Any = super().create_model_instance(data)
        row: Session = made
        row.user_id = data.get(SESSION_KEY)
        return row

    def cycle_key(self) -> None:
        """The list of one's sessions knows it by its new name at once."""
        before = self.session_key
        super().cycle_key()
        UserSession.objects.filter(session_key=before).update(session_key=self.session_key)

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002  Django's signature
        """A database that goes away at this moment is an outage and not a session that somebody deleted:
        Django takes both for the latter, and the person would read that their form was broken."""
        try:
            super().save(must_create)
        except UpdateError as problem:
            if isinstance(problem.__context__, OperationalError | InterfaceError):
                raise problem.__context__ from problem
            raise

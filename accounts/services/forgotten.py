"""Somebody forgot their password: a link is sent to who has an account, and nobody learns who that is."""

import datetime as dt

from accounts.enums import NEW_PASSWORD
from accounts.models import User
from common.jobs import request_job


def ask_for_new_password(*, user: User, at: dt.datetime) -> None:
    """Asked for again in the same minute, it is one letter."""
    request_job(NEW_PASSWORD, f"{user.pk} {at:%Y-%m-%d %H:%M}", payload={"user": user.pk})

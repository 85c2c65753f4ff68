"""What an interview and an assessment say about the home, for all who ask later."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from accounts.models import User
from safety.enums import Source
from safety.facts import Look
from safety.services.homes import judge_home
from screening.models import Screening


def judge_home_of(
    screening: Screening, facts: Mapping[str, Any], *, actor: User, at: datetime
) -> None:
    """That somebody asked and does not know is kept, too."""
    if "home_safe" in facts:
        look = Look(facts["home_safe"], Source.SCREENING, localdate(screening.saved_at or at))
        judge_home(case=screening.case, look=look, actor=actor, at=at)

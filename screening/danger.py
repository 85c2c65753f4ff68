"""The signs of danger of one interview: which of them still wait for a clinician."""

from clients.models.task import subject_of
from safety.selectors import settled_flags
from safety.signs import medical, protection
from screening.engine.red_flags import following
from screening.interview.drafts import Draft
from screening.interview.progress import raised_flags
from screening.interview.pruning import pruned
from screening.models import Screening


def subject_of_interview(screening: Screening) -> str:
    """A correction is about the same answers as the interview that it corrects."""
    first = screening
    while first.former is not None:
        first = first.former
    return subject_of("interview", first.pk)


def raised(screening: Screening) -> tuple[str, ...]:
    """What was answered with yes, and what follows from other answers."""
    draft = pruned(Draft.of(screening))
    asked = tuple(flag.code for flag in raised_flags(draft))
    return tuple(dict.fromkeys((*asked, *_following(draft))))


def _following(draft: Draft) -> tuple[str, ...]:
    used: dict[str, str] = draft.answers.get("q2", {})
    return following(
        is_pregnant=draft.facts.get("pregnant") is True,
        uses_daily=any(
            often == "daily" for substance, often in used.items() if substance != "tobacco"
        ),
        stopped_drinking=draft.facts.get("drinking_stopped_suddenly") is True,
    )


def raised_protection(screening: Screening) -> tuple[str, ...]:
    return protection(raised(screening))


def waiting(screening: Screening) -> tuple[str, ...]:
    """Medical signs that no clinician has looked at since they were answered; an older look does not count."""
    signs = medical(raised(screening))
    if not signs:
        return ()
    settled = settled_flags(screening.case, subject_of_interview(screening))
    return tuple(code for code in signs if code not in settled)

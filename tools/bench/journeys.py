"""Two pieces of work from their first page to their last: an intake, and a screening."""

from datetime import date, timedelta
from itertools import count
from random import Random

from clients.enums import (
    ConsentGiver,
    ConsentMethod,
    FamilyRelation,
    LegalStatus,
    NikMissingReason,
    ReferralSource,
    Sex,
)
from tools.bench.browser import Browser


# Words for a form's radio buttons, the first one that is offered; amphetamine is used every week.
IN_USE = ("weekly", "past_3_months")
OTHERWISE = ("unknown", "none", "never", "no")
# Named and born unlike each other: whoever is alike in name and birth is asked about first.
YOUNGEST = 7_000
DAYS_APART = 9_000
CONSONANTS, VOWELS = "bdgklmnprstw", "aiu"
LONGEST_INTERVIEW = 20

_numbers = count()


def intake(browser: Browser, today: date) -> None:
    """Look first, write down, see the file."""
    number = next(_numbers)
    chance = Random(number)  # the same people at every run
    born = today - timedelta(days=YOUNGEST + chance.randrange(DAYS_APART))
    person = {"name": f"{_word(chance)} {_word(chance)}", "birth_date": str(born)}
    browser.open("/klien/baru/")
    browser.send({**person, "nik": ""})
    browser.send(
        {
            **person,
            "nik_missing_reason": NikMissingReason.NO_CARD,
            "sex": Sex.MALE,
            "regency": "3271",
            "family_name": "Aminah",
            "family_relation": FamilyRelation.MOTHER,
            "referral_source": ReferralSource.FAMILY,
            "legal_status": LegalStatus.NONE,
            "lead_worker": _own_number(browser),
            "given_by": ConsentGiver.SELF,
            "method": ConsentMethod.WRITTEN,
            "given_on": str(today),
            "was_read_out": "on",
        }
    )


def screening(browser: Browser, case: int) -> None:
    """Start, answer every section, check the answers, read the result."""
    browser.open(f"/skrining/kasus/{case}/mulai/")
    browser.send()
    for _ in range(LONGEST_INTERVIEW):
        if browser.path.endswith("/hasil/"):
            return
        browser.send({"action": "continue"}, answer=_say)
    raise AssertionError(f"The interview does not end; it stands at {browser.path}.")


def _say(name: str, words: list[str]) -> str:
    if name.startswith("q1-"):
        return "yes" if name == "q1-amphetamine" else "no"
    is_about_use = name.startswith("q") and "-" in name
    wanted = IN_USE if is_about_use else OTHERWISE
    return next(word for word in wanted if word in words)


def _word(chance: Random) -> str:
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(4)).title()


def _own_number(browser: Browser) -> str:
    """The colleague that the form proposes."""
    chosen = browser.page.partition('name="lead_worker"')[2].partition(" selected")[0]
    return chosen.rpartition('value="')[2].partition('"')[0]

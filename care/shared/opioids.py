"""Whether opioids are part of a person's story: then tolerance falls in care, and the first weeks after it kill."""

from clients.models import Case
from screening.models import Screening


OPIOIDS = "opioids"


def uses_opioids(case: Case) -> bool:
    """By any finished interview of the person, whichever case it belongs to: ever used is enough."""
    rows = Screening.objects.finished().standing().filter(case__client_id=case.client_id)
    rows = rows.select_related("case__client")
    return any(row.answers.get("q1", {}).get(OPIOIDS) is True for row in rows)

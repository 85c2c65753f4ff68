"""What the pages of safety share: finding a row, writing down who looked, and the telephone."""

from collections.abc import Iterable

from accounts.http import Request
from clients.models import Case
from clients.selectors import FILE_ROWS, with_look
from clients.services.reading import note_look
from common.access import visible_or_404
from safety.models import Concern, MedicalReferral
from safety.selectors import family_to_call, hospitals_to_call
from safety.signs import SIGNS, Call, Sign


def case_or_404(request: Request, pk: int) -> Case:
    rows = with_look(Case.objects.select_related(*FILE_ROWS), request.user)
    case = visible_or_404(rows, request.user, pk=pk)
    note_look(case, client=case.client, actor=request.user)
    return case


def referral_or_404(request: Request, pk: int) -> MedicalReferral:
    rows = MedicalReferral.objects.select_related("hospital", "result__file")
    referral = visible_or_404(rows, request.user, pk=pk)
    referral.case = case_or_404(request, referral.case_id)
    return referral


def concern_or_404(request: Request, pk: int) -> Concern:
    concern = visible_or_404(Concern.objects.all(), request.user, pk=pk)
    concern.case = case_or_404(request, concern.case_id)
    return concern


def danger_context(case: Case, codes: Iterable[str]) -> dict[str, object]:
    """What `safety/_do_now.html` shows: what to do about these signs, and everybody who may be called."""
    known = [SIGNS[code] for code in codes if code in SIGNS]
    return {
        "client": case.client,
        "signs": known,
        "calls": _calls(known),
        "family": family_to_call(case),
        "hospitals": hospitals_to_call(case),
    }


def _calls(signs: Iterable[Sign]) -> list[Call]:
    """Each number once, in the order of the signs; the general ones are brought with every sign."""
    found: dict[str, Call] = {}
    for sign in signs:
        for call in sign.calls:
            found.setdefault(call.number, call)
    return list(found.values())

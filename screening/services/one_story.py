"""The legal register and the interview tell one story; where they contradict each other, somebody has to look."""

from django.utils.translation import gettext as _

from clients.enums import LegalStatus
from clients.models import Case
from common.errors import DomainError
from partners.enums import CareBase
from screening.interview.drafts import Draft


def demand_one_story(case: Case, draft: Draft) -> None:
    """`draft` as it was held, with answers that the register has made needless since."""
    told, ordered = draft.facts.get("court_order"), draft.ordered
    if told and ordered and (told, draft.facts.get("order_by")) != _agreeing(draft):
        raise _contradiction(
            _(
                "Wawancara mencatat perintah ke %(told)s, register hukum mencatat yang lain. Bila register yang benar, simpan lagi bagian “Keadaan klien”; bila wawancara yang benar, perbaiki registernya."
            )
            % {"told": CareBase(told).label}
        )
    if told and not ordered and case.legal_status == LegalStatus.NONE:
        raise _contradiction(
            _(
                "Wawancara menyebut perintah hukum, tetapi menurut register hukum tidak ada perkara. Catat suratnya di tab Hukum, atau perbaiki jawabannya."
            )
        )
    if case.legal_status == LegalStatus.COURT_ORDER and not (told or ordered):
        raise _contradiction(
            _(
                "Register hukum mencatat putusan atau penetapan pengadilan, tetapi suratnya belum dicatat. Catat dahulu di tab Hukum, juga bila tidak menyebut tempat."
            )
        )


def _agreeing(draft: Draft) -> tuple[object, object]:
    """What the interview would say if it agreed with the register; who gave it may be unknown to the interview."""
    by = draft.facts.get("order_by")
    return draft.ordered.get("court_order"), draft.ordered.get("order_by") if by else by


def _contradiction(sentence: str) -> DomainError:
    return DomainError(sentence, code="law_contradicts")

"""What a decision must say: the engine only advises, so a person who differs writes why."""

from django.utils.translation import gettext as _

from partners.enums import CareBase
from screening.enums import OverrideCode


SHORTEST_REASON = 20


def faults(
    *, proposed: str, base: str, code: str, reason: str, is_barred: bool = False
) -> dict[str, str]:
    """What is wrong with a decision, by form field; empty when it may stand.

    A base that is barred takes a reason even where it was proposed.
    """
    if base not in CareBase.values:
        return {"base": _("Pilih basis layanan.")}
    if base == proposed and not is_barred:
        return {}
    found = {}
    if base != proposed and code not in OverrideCode.values:
        found["override_code"] = _("Pilih alasan mengapa keputusan berbeda dari usulan.")
    if len(reason.strip()) < SHORTEST_REASON:
        found["reason"] = _(
            "Jelaskan alasannya, paling sedikit %(letters)s huruf, agar dapat dipahami pembaca berikutnya."
        ) % {"letters": SHORTEST_REASON}
    return found

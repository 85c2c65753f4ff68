"""Which services a plan usually begins with, by the base of care (domain facts, section 2.9). A person chooses."""

from partners.enums import FAMILY_SERVICES, CareBase, Component


C = Component

USUAL: dict[str, tuple[Component, ...]] = {
    CareBase.FAMILY: (*FAMILY_SERVICES, C.C3),
    CareBase.INSTITUTION: (C.C3, C.C4B, C.C4C, C.K4, C.K5),
    CareBase.BALAI: (C.C1, C.C2, C.C4A, C.C4B, C.C4C, C.C5A),
}


def usual_services(base: str) -> tuple[Component, ...]:
    """None while no base has been decided."""
    return USUAL.get(base, ())

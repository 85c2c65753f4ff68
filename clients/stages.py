"""The chips of the client list: several statuses under one word that people use."""

from clients.enums import CaseStatus


S = CaseStatus
STAGES: dict[str, tuple[str, ...]] = {
    "waiting_screening": (S.INTAKE, S.SCREENING, S.MEDICAL_FIRST),
    "waiting_placement": (S.DECISION, S.PLACEMENT),
    "service": (S.IN_SERVICE,),
    "aftercare": (S.AFTERCARE,),
    "closed": (S.CLOSED,),
}

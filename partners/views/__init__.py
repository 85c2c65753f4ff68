from partners.views.agreements import (
    agreement,
    agreement_document,
    agreement_edit,
    agreement_end,
    agreement_new,
    agreements,
)
from partners.views.institutions import (
    institution,
    institution_edit,
    institution_new,
    institutions,
)


__all__ = [
    "agreement",
    "agreement_document",
    "agreement_edit",
    "agreement_end",
    "agreement_new",
    "agreements",
    "institution",
    "institution_edit",
    "institution_new",
    "institutions",
]

"""What the demonstration's institutions offer: invented, so that an order of places can be seen."""

from dataclasses import dataclass

from partners.enums import ATENSI_COMPONENTS, Component, SpecialNeed
from partners.models import Institution
from regions.languages import Language


C, N, L = Component, SpecialNeed, Language
OUTPATIENT = (C.C3, C.C4A, C.C4B, C.C4C, C.C6, C.K4, C.K5, C.A1, C.A3, C.A4)
RESIDENTIAL = (*ATENSI_COMPONENTS, C.K4, C.K5, C.A1, C.A2, C.A3)
# What almost every place is ready for; only Honai is not.
BY_DAY = (N.PREGNANCY, N.WHEELCHAIR, N.DETOX)
CRITERIA = (
    "KTP atau surat domisili dan kartu keluarga; wali atau penanggung jawab dapat dihubungi; "
    "tidak sedang menjalani perkara yang belum diputus."
)


@dataclass(frozen=True, slots=True)
class Offer:
    components: tuple[Component, ...]
    social_workers: int
    counsellors: int
    languages: tuple[Language, ...] = ()
    special_needs: tuple[SpecialNeed, ...] = ()
    admission_criteria: str = ""


OFFERS = {
    "galih": Offer(
        RESIDENTIAL, 24, 16, (L.SUNDANESE, L.BETAWI, L.JAVANESE), tuple(N), CRITERIA
    ),
    "insyaf": Offer(RESIDENTIAL, 16, 11, (L.BATAK, L.MALAY), (N.CHILDREN, N.WOMEN, N.WHEELCHAIR, N.DETOX), CRITERIA),
    "satria": Offer(RESIDENTIAL, 14, 9, (L.JAVANESE, L.SUNDANESE), tuple(N), CRITERIA),
    "pangurangi": Offer(
        RESIDENTIAL, 8, 5, (L.BUGIS, L.MAKASSAR), (N.CHILDREN, N.WOMEN, N.PREGNANCY, N.MOTHER_CHILD, N.DETOX), CRITERIA
    ),
    "harapan": Offer((*OUTPATIENT, C.C5A), 4, 3, (L.SUNDANESE,), (N.WOMEN, N.DETOX), "Datang bersama keluarga."),
    "pulih": Offer(OUTPATIENT, 2, 1, (L.SUNDANESE,), (N.OPIOID_MAINTENANCE, N.DETOX)),
    "cahaya": Offer(OUTPATIENT, 3, 2, (L.BATAK,), (N.WOMEN, N.DETOX)),
    "tunas": Offer((*OUTPATIENT, C.C5A), 2, 2, (L.JAVANESE,), (N.DETOX,)),
    "bina": Offer(OUTPATIENT, 2, 1, (L.MAKASSAR,), (N.DETOX,)),
    "sejahtera": Offer((*OUTPATIENT, C.C2, C.C5B), 3, 1, (L.SUNDANESE, L.BETAWI), (N.WHEELCHAIR, N.DETOX)),
    "rahayu": Offer((*OUTPATIENT, C.C5A), 2, 2, (L.BALINESE,), (N.WOMEN, N.PREGNANCY)),
    "honai": Offer(OUTPATIENT, 1, 1, (L.PAPUAN_MALAY,)),
}  # fmt: skip


def tell(places: dict[str, Institution]) -> None:
    for key, offer in OFFERS.items():
        place = places[key]
        place.components = list(offer.components)
        usual = () if key == "honai" else BY_DAY
        place.special_needs = list(dict.fromkeys((*offer.special_needs, *usual)))
        place.takes_female = True
        place.is_residential = Component.C1 in offer.components
        place.languages = list(offer.languages)
        place.social_workers, place.counsellors = offer.social_workers, offer.counsellors
        place.admission_criteria = offer.admission_criteria
        place.save()

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from partners.enums import AccreditationGrade, AgreementKind, InstitutionKind
from partners.models import Agreement, Institution
from tests.regions.factories import RegencyFactory


class InstitutionFactory(DjangoModelFactory):
    """`with_agreement=True` adds an agreement valid from 2020 to 2035."""

    class Meta:
        model = Institution
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Lembaga {n}")
    kind = InstitutionKind.BALAI
    regency = factory.SubFactory(RegencyFactory)
    capacity = 10
    takes_female = True
    accreditation_grade = AccreditationGrade.A
    accreditation_expires_on = date(2035, 12, 31)

    @factory.post_generation
    def with_agreement(self: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        if extracted:
            AgreementFactory(institution=self)


class AgreementFactory(DjangoModelFactory):
    class Meta:
        model = Agreement

    kind = AgreementKind.PKS
    number = factory.Sequence(lambda n: f"PKS/{n}/2020")
    title = "Rehabilitasi sosial korban penyalahgunaan NAPZA"
    institution = factory.SubFactory(InstitutionFactory)
    first_party = "Kementerian Sosial RI"
    scope = "Penerimaan dan layanan klien"
    signed_on = date(2020, 1, 2)
    starts_on = date(2020, 1, 2)
    ends_on = date(2035, 12, 31)

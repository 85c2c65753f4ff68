from datetime import UTC, date, datetime, timedelta

import pytest

from common.errors import DomainError
from files.enums import FileKind
from files.inspection.content import Upload
from files.models import StoredFile
from partners import services
from partners.enums import AgreementStatus, InstitutionKind
from partners.facts import AgreementFacts, Coverage, InstitutionFacts
from partners.models import Agreement, Institution
from tests import people
from tests.partners.factories import AgreementFactory, InstitutionFactory
from tests.regions.factories import ProvinceFactory, RegencyFactory


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_yet")]

PDF = Upload(b"%PDF-1.7 naskah", FileKind.PDF)


def institution_facts(**changes):
    facts = {"name": "IPWL Contoh", "kind": InstitutionKind.IPWL, "regency": RegencyFactory()}
    return InstitutionFacts(**facts | changes)


def agreement_facts(institution=None, **changes):
    facts = {
        "institution": institution or InstitutionFactory(),
        "kind": "pks",
        "number": "PKS/77/2026",
        "title": "Rehabilitasi sosial",
        "first_party": "Kementerian Sosial RI",
        "scope": "Layanan klien",
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2027, 12, 31),
        "signed_on": date(2026, 1, 1),
    }
    return AgreementFacts(**facts | changes)


AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def edit(institution, facts, version=1):
    return services.edit_institution(
        institution=institution,
        facts=facts,
        coverage=Coverage(),
        version=version,
        actor=people.fitri(),
        at=AT,
    )


def correct(agreement, facts, at, document=None):
    return services.edit_agreement(
        agreement=agreement,
        facts=facts,
        document=document,
        version=agreement.version,
        actor=people.fitri(),
        at=at,
    )


def record(at, document=None, **changes):
    return services.record_agreement(
        facts=agreement_facts(**changes), document=document, actor=people.fitri(), at=at
    )


def test_an_institution_is_recorded_with_its_coverage():
    province = ProvinceFactory()

    made = services.create_institution(
        facts=institution_facts(capacity=12), coverage=Coverage(provinces=(province,))
    )

    assert Institution.objects.get().capacity == 12
    assert list(made.covers_provinces.all()) == [province]


def test_editing_replaces_the_coverage():
    institution = InstitutionFactory()
    institution.covers_provinces.add(ProvinceFactory())

    edit(institution, institution_facts(name="Baru"))

    institution.refresh_from_db()
    assert institution.name == "Baru"
    assert not institution.covers_provinces.exists()


def test_the_same_name_in_the_same_regency_is_refused():
    InstitutionFactory(name="IPWL CONTOH", regency=RegencyFactory())

    with pytest.raises(DomainError) as refused:
        services.create_institution(facts=institution_facts(), coverage=Coverage())

    assert (refused.value.code, refused.value.field) == ("name_taken", "name")


def test_an_institution_may_be_saved_under_its_own_name_again():
    institution = InstitutionFactory(name="IPWL Contoh", regency=RegencyFactory())

    edit(institution, institution_facts(capacity=3))

    assert Institution.objects.get().capacity == 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"age_min": 40, "age_max": 20}, "age_max"),
        ({"capacity": 5, "takes_male": False, "takes_female": False}, "takes_male"),
        ({"accreditation_grade": "A"}, "accreditation_expires_on"),
        ({"accreditation_expires_on": date(2027, 1, 1)}, "accreditation_grade"),
    ],
)
def test_facts_that_do_not_fit_together_are_refused(changes, field):
    with pytest.raises(DomainError) as refused:
        services.create_institution(facts=institution_facts(**changes), coverage=Coverage())

    assert refused.value.field == field
    assert not Institution.objects.exists()


def test_only_a_balai_mentors():
    with pytest.raises(DomainError) as refused:
        services.create_institution(
            facts=institution_facts(mentor=InstitutionFactory(kind=InstitutionKind.LKS)),
            coverage=Coverage(),
        )

    assert refused.value.field == "mentor"


def test_no_institution_mentors_itself():
    balai = InstitutionFactory()

    with pytest.raises(DomainError) as refused:
        edit(balai, institution_facts(mentor=balai))

    assert refused.value.code == "own_mentor"


def test_an_agreement_is_recorded_with_who_recorded_it(at):
    made = record(at)

    assert Agreement.objects.get() == made
    assert made.recorded_by == people.fitri()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_on": date(2025, 12, 31)}, "ends_on"),
        ({"ends_on": date(2226, 1, 1)}, "ends_on"),
        ({"starts_on": date(206, 1, 1)}, "starts_on"),
        ({"starts_on": date(2096, 1, 1), "ends_on": date(2097, 1, 1)}, "starts_on"),
        ({"signed_on": date(2026, 3, 3)}, "signed_on"),
        ({"signed_on": date(2026, 2, 2), "ends_on": date(2026, 2, 1)}, "signed_on"),
    ],
)
def test_dates_that_cannot_be_are_refused(at, changes, field):
    with pytest.raises(DomainError) as refused:
        record(at, **changes)

    assert refused.value.field == field
    assert not Agreement.objects.exists()


def test_a_number_is_given_once_whatever_its_case(at):
    AgreementFactory(number="pks/77/2026")

    with pytest.raises(DomainError) as refused:
        record(at)

    assert (refused.value.code, refused.value.field) == ("number_taken", "number")


def test_a_document_is_kept_under_a_name_of_our_own(at, files):
    made = record(at, document=PDF)

    kept = files / made.document.name
    assert kept.parts[-3] == "files"
    assert kept.read_bytes() == PDF.content
    assert made.document.uploaded_by == people.fitri()


def test_a_refused_agreement_leaves_no_file(at, files):
    AgreementFactory(number="PKS/77/2026")

    with pytest.raises(DomainError):
        record(at, document=PDF)

    assert not any(path.is_file() for path in files.rglob("*"))


def test_without_a_new_document_the_old_one_stays(at, files):
    made = record(at, document=PDF)

    correct(made, agreement_facts(made.institution, title="Baru"), at)

    made.refresh_from_db()
    assert made.title == "Baru"
    assert (files / made.document.name).read_bytes() == PDF.content


def test_a_new_document_replaces_the_old_file(at, files, django_capture_on_commit_callbacks):
    made = record(at, document=PDF)

    with django_capture_on_commit_callbacks(execute=True):
        correct(made, agreement_facts(made.institution), at, Upload(b"%PDF-2", FileKind.PDF))

    (kept,) = [path for path in files.rglob("*") if path.is_file()]
    assert kept.read_bytes() == b"%PDF-2"
    assert StoredFile.objects.count() == 1


def test_from_the_day_of_termination_nobody_is_placed_on_it(today, at):
    agreement = AgreementFactory()

    services.terminate_agreement(
        agreement=agreement, on=today, reason="Izin dicabut", actor=people.fitri(), at=at
    )

    ended = Agreement.objects.get()
    assert ended.status_on(today - timedelta(days=1)) == AgreementStatus.VALID
    assert ended.status_on(today) == AgreementStatus.TERMINATED
    assert ended.termination_reason == "Izin dicabut"


@pytest.mark.parametrize("on", [date(2026, 3, 3), date(2019, 12, 31)])
def test_a_termination_outside_the_term_or_in_the_future_is_refused(on, at):
    with pytest.raises(DomainError) as refused:
        services.terminate_agreement(
            agreement=AgreementFactory(), on=on, reason="x", actor=people.fitri(), at=at
        )

    assert refused.value.field == "on"


def test_an_agreement_is_terminated_once(today, at):
    agreement = AgreementFactory()
    services.terminate_agreement(
        agreement=agreement, on=today, reason="x", actor=people.fitri(), at=at
    )

    with pytest.raises(DomainError) as refused:
        services.terminate_agreement(
            agreement=agreement, on=today, reason="y", actor=people.fitri(), at=at
        )

    assert refused.value.code == "terminated"


def test_a_draft_is_not_terminated(today, at):
    draft = AgreementFactory(signed_on=None)

    with pytest.raises(DomainError) as refused:
        services.terminate_agreement(
            agreement=draft, on=today, reason="x", actor=people.fitri(), at=at
        )

    assert refused.value.code == "unsigned"


def test_a_terminated_agreement_is_not_rewritten(today, at):
    agreement = AgreementFactory()
    services.terminate_agreement(
        agreement=agreement, on=today, reason="x", actor=people.fitri(), at=at
    )

    with pytest.raises(DomainError) as refused:
        correct(agreement, agreement_facts(), at)

    assert refused.value.code == "terminated"

"""Who fills in, who signs, who only reads."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.models import User
from clients.models import Case, Wait
from screening.assessment.selectors import has_signer
from screening.assessment.services.signing import return_assessment
from screening.permissions import can_assess, can_sign
from tests import people
from tests.clients.factories import ClientFactory, ConsentFactory, ShareFactory
from tests.screening.assessment_factories import LATER, begun, filled, signed, submitted
from tests.screening.factories import finished


pytestmark = pytest.mark.django_db


def address(name, row):
    return reverse(f"screening:assessment{name}", args=[row.pk])


def hired(name, role, institution):
    return User.objects.create_user(
        f"{name.lower()}@contoh.id", "x", name=name, role=role, institution=institution
    )


def to_sign(person):
    rows = (
        Wait.objects.visible_to(person).for_user(person, date(2026, 12, 1)).filter(kind="signature")
    )
    return list(rows.values_list("row_id", flat=True))


def test_a_colleague_who_supports_the_case_goes_on_with_it(sign_in):
    row = begun()
    helper = hired("Hana", Role.SOCIAL_WORKER, people.melati())
    Case.objects.get().supporters.add(helper)

    page = sign_in(helper).get(address("", row))

    assert page.status_code == 200


def test_an_institution_that_serves_the_client_fills_in_and_does_not_sign(sign_in):
    row = submitted()
    ShareFactory(client=row.case.client, institution=people.kenanga())

    assert can_assess(people.eko(), row.case)
    assert sign_in(people.eko()).get(address("_sign", row)).status_code == 403


def test_an_ipwl_that_serves_the_client_reads(sign_in):
    row = begun()
    ShareFactory(client=row.case.client, institution=people.harapan())

    assert not can_assess(people.dewi(), row.case)
    assert sign_in(people.dewi()).get(address("_result", row)).status_code == 200


def test_whoever_submitted_does_not_sign(sign_in):
    row = submitted(actor=people.budi())

    assert sign_in(people.budi()).post(address("_sign", row)).status_code == 403
    assert to_sign(people.budi()) == []


def test_where_nobody_else_may_sign_the_page_says_so_kindly(sign_in):
    row = submitted(actor=people.budi())

    page = sign_in(people.budi()).get(address("_result", row)).content.decode()

    assert "Belum ada yang dapat mengesahkan" in page


def test_a_head_signs_what_the_supervisor_submitted():
    row = submitted(actor=people.budi())
    head = hired("Joko", Role.BALAI_MANAGER, people.melati())

    assert can_sign(head, row)
    assert has_signer(row)
    assert to_sign(head) == [row.pk]


def of_an_ipwl():
    client = ClientFactory(registered_by=people.dewi())
    ConsentFactory(client=client)
    case = finished(case__client=client).case
    return submitted(filled(begun(case)), actor=people.dewi())


def test_in_an_ipwl_another_colleague_signs(sign_in):
    row = of_an_ipwl()
    assert not has_signer(row)

    colleague = hired("Lina", Role.IPWL_STAFF, people.harapan())

    assert has_signer(row)
    assert address("_sign", row) in sign_in(colleague).get("/").content.decode()
    assert sign_in(colleague).post(address("_sign", row)).status_code == 302


def test_an_auditor_reads_that_it_is_there_and_nothing_that_was_said(sign_in):
    page = sign_in(people.gita()).get(address("_result", signed())).content.decode()

    assert "Disahkan" in page
    assert "Calm and open." not in page
    assert "tidak ditampilkan untuk peran Anda" in page


def test_what_was_submitted_is_not_filled_in_any_more(ani):
    row = submitted()
    section = reverse("screening:assessment_section", args=[row.pk, "kesehatan"])

    for url in (address("", row), section, address("_review", row)):
        assert ani.get(url).url == address("_result", row)
    assert ani.post(section, {"general": "bad"}).url == address("_result", row)


def test_a_returned_one_shows_its_note_on_the_list_of_sections(ani):
    row = submitted()
    return_assessment(
        assessment=row, note="Lengkapi bagian keluarga.", actor=people.budi(), at=LATER
    )

    assert "Lengkapi bagian keluarga." in ani.get(address("", row)).content.decode()


def test_an_unknown_section_is_404(ani):
    url = reverse("screening:assessment_section", args=[begun().pk, "tidak-ada"])

    assert ani.get(url).status_code == 404


def test_a_note_is_demanded_before_it_goes_back(sign_in):
    row = submitted()

    answer = sign_in(people.budi()).post(address("_return", row), {"note": " "})

    assert answer.status_code == 422
    row.refresh_from_db()
    assert row.is_submitted

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from care.enums import CareTask, SupportStatus
from care.models import SupportingBase
from clients.enums import CaseStatus
from clients.models import Case, CaseTask
from partners.enums import CareBase
from screening.models import RoutingDecision
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.transfer_factories import SupportingBaseFactory
from tests.clients.factories import FamilyContactFactory
from tests.screening.factories import finished


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
UNTIL = (TODAY + dt.timedelta(days=60)).isoformat()


def address(name, row):
    return reverse(f"care:{name}", args=[row.pk])


def asked(**body):
    return {"duty": "Kunjungan rumah.", "from_on": TODAY.isoformat(), "until_on": UNTIL, **body}


def test_the_keeper_asks_an_institution_to_support(signed_in):
    case, harapan = PlacementFactory(active=True).case, people.harapan()
    url = address("support_new", case) + "?basis=institution"

    answer = signed_in(people.ani()).post(url, asked(institution=harapan.pk))

    assert answer.url == address("supporting", case)
    assert SupportingBase.objects.get().institution == harapan


def test_the_family_is_named_as_a_support(signed_in):
    case = PlacementFactory(active=True).case
    contact = FamilyContactFactory(client=case.client)

    signed_in(people.ani()).post(address("support_new", case), asked(family_contact=contact.pk))

    assert SupportingBase.objects.get().status == SupportStatus.AGREED


def test_the_lead_is_not_offered_as_its_own_support(signed_in):
    case = PlacementFactory(active=True).case

    page = signed_in(people.ani()).get(address("support_new", case) + "?basis=balai")

    assert people.kenanga() not in page.context["form"].fields["institution"].queryset


def test_the_asked_institution_agrees_on_its_page(signed_in):
    support = SupportingBaseFactory()
    dewi = signed_in(people.dewi())
    page = dewi.get(address("supporting", support.case))
    assert address("support_agree", support) in page.content.decode()

    dewi.post(address("support_agree", support), {"note": "Siap."})

    assert SupportingBase.objects.get().status == SupportStatus.AGREED


def test_who_declines_is_led_home(signed_in):
    support = SupportingBaseFactory()
    dewi = signed_in(people.dewi())

    answer = dewi.post(address("support_decline", support), {"note": "Tidak ada tenaga."})

    assert answer.url == reverse("desk:home")
    assert dewi.get(address("supporting", support.case)).status_code == 404


def test_a_task_stands_under_its_supporting_base(signed_in):
    support = SupportingBaseFactory(agreed=True)
    ani = signed_in(people.ani())

    ani.post(address("support_task", support), {"detail": "Kunjungan rumah.", "due_on": UNTIL})

    assert CaseTask.objects.get().kind == CareTask.SUPPORT
    page = ani.get(address("supporting", support.case))
    assert "Kunjungan rumah." in page.content.decode()


def test_the_keeper_ends_a_support(signed_in):
    support = SupportingBaseFactory(agreed=True)

    answer = signed_in(people.ani()).post(address("support_end", support), {"note": "Selesai."})

    assert answer.url == address("supporting", support.case)
    assert SupportingBase.objects.get().status == SupportStatus.ENDED


def test_only_the_asked_institution_answers(signed_in):
    support = SupportingBaseFactory()

    assert signed_in(people.ani()).get(address("support_agree", support)).status_code == 403
    assert signed_in(people.eko()).get(address("support_agree", support)).status_code == 403


def test_the_page_names_what_was_decided_and_nobody_was_asked_for(signed_in):
    row = finished()
    RoutingDecision.objects.create(
        screening=row,
        proposed_base=CareBase.BALAI,
        base=CareBase.BALAI,
        supporting=["family", "balai"],
        decided_by=people.ani(),
        decided_at=timezone.now(),
    )
    Case.objects.filter(pk=row.case_id).update(status=CaseStatus.PLACEMENT, base=CareBase.BALAI)

    page = signed_in(people.ani()).get(address("supporting", row.case))

    assert page.context["proposed"] == [CareBase.FAMILY]

import datetime as dt

import pytest

from care.enums import CareTask, SupportStatus
from care.event_kinds import CareEvent
from care.models import SupportingBase
from care.placement.services.receivers import Receiver
from care.transfer.selectors.bases import institutions_for
from care.transfer.services.supporting import (
    Support,
    agree_to_support,
    ask_support,
    decline_support,
    end_support,
    give_support_task,
)
from clients.enums import TaskStatus
from clients.models import Case, CaseTask, Share
from common.errors import DomainError
from partners.enums import CareBase, ClientGroup
from partners.models import Agreement
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.transfer_factories import SupportingBaseFactory, TransferFactory
from tests.clients.factories import CaseFactory, ConsentFactory, FamilyContactFactory


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 28)
AT = dt.datetime(2026, 6, 28, 2, tzinfo=dt.UTC)
UNTIL = TODAY + dt.timedelta(days=90)


def ask(case, institution=None, *, base=CareBase.INSTITUTION, contact=None, **facts):
    support = Support(**{"duty": "Kunjungan rumah.", "from_on": TODAY, "until_on": UNTIL, **facts})
    return ask_support(
        case=case,
        receiver=Receiver(base, institution, contact),
        support=support,
        actor=people.ani(),
        at=AT,
    )


def agree(support, worker=None):
    return agree_to_support(
        support=support, note="Siap.", worker=worker, actor=people.dewi(), at=AT
    )


def running():
    return PlacementFactory(active=True).case


def refused(code, act):
    with pytest.raises(DomainError) as error:
        act()
    assert error.value.code == code


def test_who_is_asked_to_support_sees_the_file_as_long_as_the_support_lasts():
    case = running()

    support = ask(case, people.harapan())

    assert support.status == SupportStatus.ASKED
    assert Share.objects.get(institution=people.harapan()).ends_on == UNTIL
    assert case.events.get().kind == CareEvent.SUPPORT_ASKED
    assert CaseTask.objects.get().kind == CareTask.SUPPORT_ANSWER


def test_a_member_of_the_family_has_agreed_already():
    case = running()

    support = ask(case, base=CareBase.FAMILY, contact=FamilyContactFactory(client=case.client))

    assert support.status == SupportStatus.AGREED
    assert not CaseTask.objects.exists()


def test_the_keeper_supports_without_asking_itself():
    assert ask(running(), people.melati(), base=CareBase.BALAI).status == SupportStatus.AGREED


def test_the_lead_base_does_not_support_itself():
    refused("leads_already", lambda: ask(running(), people.kenanga(), base=CareBase.BALAI))


def test_nobody_is_asked_twice():
    case = running()
    ask(case, people.harapan())

    refused("already_asked", lambda: ask(case, people.harapan()))


def test_whose_agreement_does_not_cover_the_client_is_not_asked():
    case = running()
    made_for = Agreement.objects.filter(institution=people.harapan())
    made_for.update(groups=[ClientGroup.CHILDREN])

    assert people.harapan() not in institutions_for(case, CareBase.INSTITUTION, today=TODAY)
    refused("not_covered", lambda: ask(case, people.harapan()))


def test_without_consent_nobody_else_comes_in():
    case = running()
    ConsentFactory(client=case.client, withdrawn_at=AT, withdrawn_by="self")

    refused("no_consent", lambda: ask(case, people.harapan()))


def test_support_comes_after_the_decision():
    refused("wrong_status", lambda: ask(CaseFactory(decided=True), people.harapan()))


def test_support_has_an_end():
    refused(
        "end_out_of_range",
        lambda: ask(running(), people.harapan(), until_on=TODAY - dt.timedelta(1)),
    )


def test_who_agrees_settles_the_question():
    support = ask(running(), people.harapan())

    agree(support)

    assert SupportingBase.objects.get().status == SupportStatus.AGREED
    assert CaseTask.objects.get().status == TaskStatus.DONE


def test_who_declines_sees_the_file_no_more():
    support = SupportingBaseFactory()

    decline_support(support=support, note="Tidak ada tenaga.", actor=people.dewi(), at=AT)

    assert Share.objects.get(institution=people.harapan()).ends_on < TODAY
    assert SupportingBase.objects.get().status == SupportStatus.DECLINED


def test_the_end_of_a_support_closes_the_file_and_its_tasks():
    support = ask(running(), people.harapan())
    agree(support)
    give_support_task(support=support, detail="Kunjungan.", due_on=UNTIL, actor=people.ani(), at=AT)

    end_support(support=support, note="Selesai.", actor=people.ani(), at=AT)

    assert Share.objects.get(institution=people.harapan()).ends_on < TODAY
    assert set(CaseTask.objects.values_list("status", flat=True)) == {"done", "cancelled"}


def test_who_is_also_to_receive_the_person_keeps_the_file_when_the_support_ends():
    transfer = TransferFactory()
    support = SupportingBaseFactory(case=transfer.case, agreed=True, shared=False)

    end_support(support=support, note="Menjadi penerima.", actor=people.ani(), at=AT)

    assert Share.objects.get(institution=people.harapan()).ends_on is None


def test_a_task_of_a_supporting_base_is_its_institutions():
    support = SupportingBaseFactory(agreed=True)

    give_support_task(
        support=support, detail="Kunjungan rumah.", due_on=UNTIL, actor=people.ani(), at=AT
    )

    task = CaseTask.objects.get()
    assert (task.kind, task.institution, task.owner) == (CareTask.SUPPORT, people.harapan(), None)
    assert CaseTask.objects.visible_to(people.dewi()).for_user(people.dewi()).get() == task


def test_what_the_family_does_the_cases_worker_sees_to():
    support = SupportingBaseFactory(by_family=True)

    give_support_task(
        support=support, detail="Mengantar ke puskesmas.", due_on=UNTIL, actor=people.ani(), at=AT
    )

    assert CaseTask.objects.get().owner == people.ani()


def test_who_supports_no_more_gets_no_task():
    support = SupportingBaseFactory(agreed=True)
    end_support(support=support, note="", actor=people.ani(), at=AT)

    refused(
        "wrong_status",
        lambda: give_support_task(
            support=support, detail="x", due_on=UNTIL, actor=people.ani(), at=AT
        ),
    )


def test_a_worker_of_the_supporting_base_comes_to_carry_the_case():
    support = SupportingBaseFactory(
        base=CareBase.BALAI,
        institution=people.kenanga(),
        case=PlacementFactory(
            active=True, institution=people.harapan(), base=CareBase.INSTITUTION
        ).case,
    )

    agree(support, worker=people.citra())

    assert Case.objects.visible_to(people.citra()).get() == support.case

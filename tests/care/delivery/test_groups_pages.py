"""Groups as people meet them: who sees whom, one roll for all, the ladder of each."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from care.enums import Level, Phase, Presence
from care.models import Attendance, CareGroup, Membership
from tests import people
from tests.care.delivery_factories import (
    AttendanceFactory,
    CareGroupFactory,
    GroupSessionFactory,
    LadderStepFactory,
    MembershipFactory,
)
from tests.clients.factories import CaseFactory, ShareFactory


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def group():
    return CareGroupFactory(name="Melati Pagi")


def member(group, name, **facts) -> Membership:
    case = CaseFactory(in_service=True, client__name=name, **facts)
    return MembershipFactory(group=group, case=case)


def page_of(browser, name, pk) -> str:
    return browser.get(reverse(f"care:{name}", args=[pk])).content.decode()


def colleague() -> User:
    return User.objects.create_user(
        "indah@contoh.id", name="Indah", role=Role.SOCIAL_WORKER, institution=people.melati()
    )


def meeting(**other) -> dict[str, object]:
    return {
        "kind": "encounter",
        "component": "C4b",
        "topic": "Pemicu",
        "on": TODAY,
        "time": "00:00",
        "duration": 60,
        "facilitator": people.ani().pk,
        **other,
    }


def test_an_institution_sees_its_own_groups(signed_in, group):
    CareGroupFactory(name="Kenanga Sore", facilitator=people.citra())

    page = signed_in(people.budi()).get(reverse("care:groups")).content.decode()

    assert "Melati Pagi" in page
    assert "Kenanga Sore" not in page


def test_the_way_to_the_groups_stands_in_the_menu(signed_in):
    page = signed_in(people.ani()).get(reverse("desk:home")).content.decode()

    assert f'href="{reverse("care:groups")}"' in page


@pytest.mark.parametrize("stranger", [people.citra, people.dewi, people.fitri, people.hadi])
@pytest.mark.parametrize("page", ["group", "group_edit", "group_join", "group_meet"])
def test_a_group_of_another_institution_does_not_exist(signed_in, group, page, stranger):
    url = reverse(f"care:{page}", args=[group.pk])

    assert signed_in(stranger()).get(url).status_code == 404


def test_the_facilitator_knows_everybody_in_the_group(signed_in, group):
    member(group, "Rian Saputra", lead_worker=colleague())

    assert "Rian Saputra" in page_of(signed_in(people.ani()), "group", group.pk)


def test_a_colleague_knows_only_those_they_carry(signed_in, group):
    other = colleague()
    member(group, "Rian Saputra")
    member(group, "Tono Wijaya", lead_worker=other)

    page = page_of(signed_in(other), "group", group.pk)

    assert "Tono Wijaya" in page
    assert "Rian Saputra" not in page
    assert "2 anggota" in page


def test_a_colleague_who_does_not_lead_it_calls_no_roll(signed_in, group):
    url = reverse("care:group_meet", args=[group.pk])

    assert signed_in(colleague()).get(url).status_code == 403


def test_a_client_shared_with_the_institution_is_seen_while_the_share_lasts(signed_in, group):
    row = member(group, "Rian Saputra", client__registered_by=people.citra())
    browser = signed_in(people.ani())
    assert "Rian Saputra" not in page_of(browser, "group", group.pk)

    ShareFactory(client=row.case.client, institution=people.melati())

    assert "Rian Saputra" in page_of(browser, "group", group.pk)


def test_the_clients_own_institution_sees_the_group_in_the_file_and_nobody_else_in_it(
    signed_in, group
):
    row = member(group, "Rian Saputra", client__registered_by=people.citra())
    member(group, "Tono Wijaya")

    page = page_of(signed_in(people.citra()), "deliveries", row.case.client_id)

    assert "Melati Pagi" in page
    assert "Tono Wijaya" not in page
    assert signed_in(people.citra()).get(reverse("care:member", args=[row.pk])).status_code == 200


def test_a_roster_tells_how_often_each_came_leave_aside(signed_in, group):
    row = member(group, "Rian Saputra")
    for status in (Presence.PRESENT, Presence.LEFT_EARLY, Presence.ABSENT, Presence.EXCUSED):
        held_at = timezone.now() - timedelta(days=Attendance.objects.count())
        session = GroupSessionFactory(group=group, held_at=held_at)
        AttendanceFactory(session=session, case=row.case, status=status)

    assert "2 dari 3 (67%)" in " ".join(
        page_of(signed_in(people.ani()), "group", group.pk).replace("</span>", "").split()
    )


def test_a_group_of_25_costs_what_a_group_of_one_costs(
    signed_in, group, django_assert_max_num_queries
):
    browser, url = signed_in(people.ani()), reverse("care:group", args=[group.pk])
    LadderStepFactory(membership=member(group, "Rian Saputra"))
    browser.get(url)
    with django_assert_max_num_queries(25) as asked:
        browser.get(url)
    for number in range(24):
        LadderStepFactory(membership=member(group, f"Anggota {number}"))
    with django_assert_max_num_queries(len(asked)):
        browser.get(url)


def test_a_roll_of_25_is_opened_with_as_many_questions_as_a_roll_of_one(
    signed_in, group, django_assert_max_num_queries
):
    browser, url = signed_in(people.ani()), reverse("care:group_meet", args=[group.pk])
    member(group, "Rian Saputra")
    browser.get(url)
    with django_assert_max_num_queries(20) as asked:
        browser.get(url)
    for number in range(24):
        member(group, f"Anggota {number}")
    with django_assert_max_num_queries(len(asked)):
        browser.get(url)


def test_one_page_takes_the_roll_of_all(signed_in, group):
    rian, tono = member(group, "Rian"), member(group, "Tono")
    body = meeting(
        **{
            f"status_{rian.case_id}": "present",
            f"status_{tono.case_id}": "absent",
            f"note_{rian.case_id}": "Mulai terbuka.",
        }
    )

    answer = signed_in(people.ani()).post(reverse("care:group_meet", args=[group.pk]), body)

    assert answer["Location"] == reverse("care:group", args=[group.pk])
    assert set(Attendance.objects.values_list("case_id", "status")) == {
        (rian.case_id, "present"),
        (tono.case_id, "absent"),
    }


def test_a_member_left_out_of_the_roll_is_asked_for(signed_in, group):
    rian, tono = member(group, "Rian"), member(group, "Tono")
    body = meeting(**{f"status_{rian.case_id}": "present"})

    answer = signed_in(people.ani()).post(reverse("care:group_meet", args=[group.pk]), body)

    assert answer.status_code == 422
    assert f'id="id_status_{tono.case_id}_error"' in answer.content.decode()


def test_members_whose_case_has_ended_are_not_called(signed_in, group):
    row = MembershipFactory(group=group, case=CaseFactory(closed=True))

    page = page_of(signed_in(people.ani()), "group_meet", group.pk)

    assert f"status_{row.case_id}" not in page


def test_a_colleague_sees_of_a_meeting_only_those_they_carry(signed_in, group):
    other = colleague()
    session = GroupSessionFactory(group=group)
    for name, worker in (("Rian Saputra", people.ani()), ("Tono Wijaya", other)):
        row = member(group, name, lead_worker=worker)
        AttendanceFactory(session=session, case=row.case)

    page = page_of(signed_in(other), "meeting", session.pk)

    assert "Tono Wijaya" in page
    assert "Rian Saputra" not in page


def test_a_wrong_tick_is_mended(signed_in, group):
    row = AttendanceFactory(session__group=group, case=member(group, "Rian").case)
    url = reverse("care:meeting_correct", args=[row.session_id])

    signed_in(people.ani()).post(url, {f"status_{row.case_id}": "excused"})

    row.refresh_from_db()
    assert row.status == Presence.EXCUSED


def test_only_those_in_care_are_offered_to_a_group(signed_in, group):
    CaseFactory(in_service=True, client__name="Rian Saputra")
    CaseFactory(client__name="Tono Wijaya")

    page = page_of(signed_in(people.ani()), "group_join", group.pk)

    assert "Rian Saputra" in page
    assert "Tono Wijaya" not in page


def test_somebody_is_let_in_with_a_reason(signed_in, group):
    case = CaseFactory(in_service=True)
    body = {"case": case.pk, "on": TODAY, "evidence": "Siap."}

    signed_in(people.ani()).post(reverse("care:group_join", args=[group.pk]), body)

    assert Membership.objects.get().case == case


def test_a_step_on_the_ladder_is_taken_and_shown(signed_in, group):
    row = member(group, "Rian")
    body = {"phase": "younger", "level": "values", "on": TODAY, "evidence": "Rajin."}
    browser = signed_in(people.ani())

    browser.post(reverse("care:member_step", args=[row.pk]), body)

    row.refresh_from_db()
    assert (row.phase, row.level) == (Phase.YOUNGER, Level.VALUES)
    page = page_of(browser, "member", row.pk)
    assert "Rajin." in page
    assert "Naik" in page


def test_a_step_above_the_values_asks_for_them(signed_in, group):
    row = member(group, "Rian")
    body = {"phase": "middle", "level": "cohesion", "on": TODAY, "evidence": "Rajin."}

    answer = signed_in(people.ani()).post(reverse("care:member_step", args=[row.pk]), body)

    assert answer.status_code == 422
    assert 'id="id_values_on_error"' in answer.content.decode()


def test_a_guest_institution_that_only_sees_the_member_takes_no_step(signed_in, group):
    row = member(group, "Rian", client__registered_by=people.citra())

    url = reverse("care:member_step", args=[row.pk])
    assert signed_in(people.citra()).get(url).status_code == 403


def test_whoever_leaves_is_no_longer_on_the_roster(signed_in, group):
    row = member(group, "Rian Saputra")
    browser = signed_in(people.ani())

    browser.post(reverse("care:member_leave", args=[row.pk]), {"on": TODAY, "reason": "finished"})

    assert "Rian Saputra" not in page_of(browser, "group", group.pk)


def test_a_group_is_made_and_renamed(signed_in):
    browser = signed_in(people.ani())
    body = {
        "name": "Pagi",
        "kind": "community",
        "facilitator": people.ani().pk,
        "started_on": TODAY,
        "is_active": "on",
    }
    browser.post(reverse("care:group_new"), body)
    made = CareGroup.objects.get()

    browser.post(reverse("care:group_edit", args=[made.pk]), {**body, "name": "Sore"})

    assert CareGroup.objects.get().name == "Sore"

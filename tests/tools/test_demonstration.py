"""The demonstration: loaded once for this file, and looked at from every side."""

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.models import ServiceKey, User
from accounts.selectors import appointments_for
from care.enums import CareTask, PlacementStatus, TransferStatus
from care.models import (
    FollowUp,
    FollowUpContact,
    Placement,
    ServicePlan,
    SupportingBase,
    Termination,
    Transfer,
    WaitingEntry,
)
from clients.enums import CaseStatus
from clients.models import Case, CaseEvent, CaseTask, Client, Consent, Wait
from clients.models.wait import is_late
from clients.nik import check_nik
from common.models import Job
from partners.enums import AgreementStatus
from partners.models import Agreement, Institution
from reports.enums import MONTHLY_REPORT
from reports.months import month_before, month_of
from screening.models import Assessment, RoutingDecision, Screening
from tests import database
from tests.undoing import settle_constraints
from tools.demonstration.loading import load
from tools.demonstration.staff import ACCOUNTS, PASSWORD


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        database.forget_everybody()
        call_command("load_regions", verbosity=0)
        with override_settings(DEMONSTRATION=True):
            call_command("load_demonstration", verbosity=0)
        settle_constraints()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def today():
    return timezone.localdate()


def person(role):
    email = next(account.email for account in ACCOUNTS if account.role == role)
    return User.objects.select_related("institution").get(email=email)


def requests_to(institution_id):
    return Placement.objects.filter(status=PlacementStatus.REQUESTED, institution_id=institution_id)


def my_cases(role):
    return Case.objects.visible_to(person(role)).current().open()


def test_every_role_has_an_account():
    assert {account.role for account in ACCOUNTS} == set(Role)


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.role)
def test_each_account_opens_the_door(client, account):
    client.post(reverse("account_login"), {"login": account.email, "password": PASSWORD})

    assert "_auth_user_id" in client.session


def test_colleagues_without_an_account_cannot_sign_in():
    named = {account.email for account in ACCOUNTS}

    assert not any(user.has_usable_password() for user in User.objects.exclude(email__in=named))


def test_a_second_load_does_nothing():
    before = Client.objects.count()

    assert load(timezone.now()) is False
    assert Client.objects.count() == before


def test_it_is_refused_outside_a_demonstration():
    with pytest.raises(CommandError, match="printed in public"):
        call_command("load_demonstration")


def test_the_accounts_are_printed_one_for_each_role(settings, capsys):
    settings.DEMONSTRATION = True

    call_command("demonstration_accounts")

    printed = capsys.readouterr().out
    assert PASSWORD in printed
    assert all(account.email in printed for account in ACCOUNTS)


def test_no_account_is_printed_outside_a_demonstration(capsys):
    call_command("demonstration_accounts")

    assert capsys.readouterr().out == ""


def test_there_are_about_sixty_people():
    assert 58 <= Client.objects.count() <= 66


def test_every_stage_is_somebodys():
    assert set(Case.objects.values_list("status", flat=True)) == set(CaseStatus)


def test_every_nik_is_one_that_could_be():
    clients = Client.objects.exclude(nik_index="")

    checks = [check_nik(row.nik, sex=row.sex, birth_date=row.birth_date) for row in clients]

    assert len(checks) > 50
    assert all(not check.errors and not check.warnings for check in checks)


def test_every_client_has_consent_and_a_family_contact_or_no_family():
    assert Consent.objects.in_force().count() == Client.objects.count()
    without = Client.objects.filter(family_contacts__isnull=True)
    assert without.exists()
    assert all(client.no_family for client in without)


def test_names_are_long_short_and_of_one_word():
    names = Client.objects.values_list("name", flat=True)

    assert any(" " not in name for name in names)
    assert any(len(name) > 30 for name in names)
    assert len(set(names)) == len(names)


def test_registration_numbers_rise_with_the_days():
    by_number = Client.objects.order_by("registration_number")

    days = [timezone.localdate(at) for at in by_number.values_list("registered_at", flat=True)]

    assert days == sorted(days)


def test_nothing_happened_in_the_future(today):
    assert not CaseEvent.objects.filter(at__gt=timezone.now()).exists()
    assert not FollowUpContact.objects.filter(on__gt=today).exists()


def test_the_real_sentra_are_there_with_what_is_known_of_their_beds():
    capacity = dict(Institution.objects.values_list("name", "capacity"))

    assert capacity["Sentra Galih Pakuan"] == 150
    assert capacity["Sentra Pangurangi Takalar"] == 44
    assert {"Sentra Insyaf Medan", "Sentra Satria"} <= capacity.keys()


def test_agreements_stand_in_every_status(today):
    statuses = {agreement.status_on(today) for agreement in Agreement.objects.all()}

    assert statuses == set(AgreementStatus) - {AgreementStatus.UPCOMING}


def test_an_agreement_ends_in_thirty_days(today):
    assert any((row.ends_on - today).days == 30 for row in Agreement.objects.all())


def test_the_social_worker_has_something_late_due_today_and_half_done(today):
    sari = person(Role.SOCIAL_WORKER)
    cases = my_cases(Role.SOCIAL_WORKER)

    assert cases.filter(is_late(today)).count() >= 3
    assert cases.filter(next_due_on=today).count() >= 2
    assert Screening.objects.visible_to(sari).drafts().exists()
    assert FollowUp.objects.visible_to(sari).overdue_on(today).exists()


def test_the_supervisor_sees_more_than_one_workers_cases_and_decisions_that_wait():
    cases = my_cases(Role.SUPERVISOR)

    assert cases.values("lead_worker").distinct().count() >= 3
    assert cases.filter(status=CaseStatus.DECISION).count() >= 2


def test_the_head_of_the_sentra_has_requests_to_answer_and_places_taken():
    here = person(Role.BALAI_MANAGER).institution_id

    assert requests_to(here).count() >= 3
    assert Placement.objects.holding_a_place().filter(institution_id=here).count() >= 5


def test_the_ipwl_has_requests_cases_and_an_agreement_about_to_end(today):
    yusuf = person(Role.IPWL_STAFF)

    assert requests_to(yusuf.institution_id).exists()
    assert my_cases(Role.IPWL_STAFF).filter(next_due_on__lte=today).exists()
    assert yusuf.institution.agreements.get().status_on(today) == AgreementStatus.EXPIRING


def test_reports_of_earlier_months_are_asked_for_and_last_months_left_to_do(today):
    months = {job.payload["month"] for job in Job.objects.filter(kind=MONTHLY_REPORT)}

    last_month = month_before(month_of(today))
    assert len(months) == 2
    assert all(month < last_month.isoformat() for month in months)


def test_somebody_was_declined_and_somebody_decided_otherwise():
    assert Placement.objects.filter(status=PlacementStatus.DECLINED).exists()
    assert RoutingDecision.objects.exclude(override_code="").exists()


def test_overrides_wait_for_a_leader_and_have_been_looked_at_again():
    assert RoutingDecision.objects.awaiting().exists()
    assert RoutingDecision.objects.exclude(review_outcome="").exists()


def test_assessments_stand_at_every_stage():
    assert set(Assessment.objects.values_list("status", flat=True)) == {
        "draft", "submitted", "signed",
    }  # fmt: skip


def test_an_assessment_can_be_compared_with_the_one_before_it():
    assert Assessment.objects.filter(kind="review", status="submitted").exists()


def test_a_request_without_an_answer_has_been_told_to_the_leaders():
    assert Placement.objects.filter(escalated_on__isnull=False).exists()


def test_somebody_waits_for_a_place_and_is_cared_for_meanwhile():
    entry = WaitingEntry.objects.in_queue().get()

    assert entry.place.position == 1
    assert entry.interim_services


def test_plans_stand_at_every_step_of_their_way():
    statuses = set(ServicePlan.objects.values_list("status", flat=True))

    assert statuses >= {"draft", "submitted", "agreed", "ended"}


def test_the_supervisor_finds_a_plan_to_approve(today):
    assert (
        Wait.objects.visible_to(person(Role.SUPERVISOR))
        .for_user(person(Role.SUPERVISOR), today)
        .filter(kind="plan")
        .exists()
    )


def test_a_conference_left_a_task():
    assert CaseTask.objects.filter(kind=CareTask.CONFERENCE).exists()


def test_everybody_in_aftercare_went_through_the_gate():
    through = Termination.objects.filter(status="approved").values("case")

    assert not Case.objects.filter(status=CaseStatus.AFTERCARE).exclude(pk__in=through).exists()


def test_somebody_is_on_the_way_too_long_and_both_desks_are_asked():
    late = Transfer.objects.get(status=TransferStatus.TRAVELLING)

    assert late.case.tasks.filter(kind=CareTask.ARRIVAL).count() == 2
    assert {Transfer.objects.get(status=status).case_id for status in ("proposed", "arrived")}


def test_a_case_is_supported_by_an_institution_and_by_the_family():
    bases = SupportingBase.objects.values_list("base", flat=True)

    assert set(bases) == {"institution", "family"}


def test_a_key_and_two_appointments_wait_for_a_second_person():
    ppdp, ministry = (
        User.objects.get(email=f"{name}@contoh.id") for name in ("ppdp", "kementerian")
    )

    assert ServiceKey.objects.waiting().count() == 1
    assert [waiting.row.role for waiting in appointments_for(ppdp) if waiting.may_answer] == [
        "auditor"
    ]
    assert [waiting.row.role for waiting in appointments_for(ministry) if waiting.may_answer] == [
        "supervisor"
    ]

"""What may become of a submission, whoever asks and by whatever way."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from clients.models import Wait
from common.errors import DomainError
from reports.facts import ActivityFacts, MoneyFacts, SubmissionFacts
from reports.models import Submission, SubmissionActivity, SubmissionMoney
from reports.months import month_before, month_of
from reports.services import submissions as services
from reports.tasks import begin_submissions
from tests import people
from tests.reports.factories import OCTOBER, SubmissionActivityFactory, SubmissionFactory


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
AT = datetime(2026, 11, 22, 3, tzinfo=UTC)
VISITS = ActivityFacts("home_visit", "aftercare", 3, 2)
SOAP = MoneyFacts("health", 75_000, "NOTA/9", date(2026, 10, 5))


def start(month=OCTOBER, institution=None, **facts):
    return services.start_submission(
        institution=institution or people.harapan(),
        facts=SubmissionFacts(month, **facts),
        actor=people.dewi(),
        at=AT,
    )


def refused(act, **facts) -> str:
    with pytest.raises(DomainError) as error:
        act(actor=people.dewi(), at=AT, **facts)
    return error.value.code


def send(row, **facts):
    given = {"version": row.version, "actor": people.dewi(), "at": AT} | facts
    return services.send_submission(submission=row, **given)


def give_back(row, **facts):
    given = {"version": row.version, "actor": people.fitri(), "at": AT} | facts
    return services.return_submission(submission=row, answer_note="Lengkapi.", **given)


def test_one_is_started_with_its_lines():
    row = start(note="Lengkap.", activities=(VISITS,), money=(SOAP,))

    assert (row.status, row.note) == ("draft", "Lengkap.")
    assert row.activities.get().sessions == 3
    assert row.money.get().amount == 75_000


def test_the_month_that_runs_may_be_begun():
    assert start(date(2026, 11, 1)).status == "draft"


def test_a_month_to_come_is_refused():
    with pytest.raises(DomainError, match="belum berjalan"):
        start(date(2026, 12, 1))


def test_a_balai_sends_none():
    with pytest.raises(DomainError, match="Hanya IPWL dan LKS"):
        start(institution=people.melati())


def test_a_month_is_told_once():
    start()

    with pytest.raises(DomainError, match="sudah ada"):
        start()


def test_a_line_that_is_refused_leaves_nothing_behind():
    wrong = MoneyFacts("health", 75_000, "NOTA/9", date(2026, 9, 30))

    with pytest.raises(DomainError, match="di luar bulan"):
        start(activities=(VISITS,), money=(wrong,))

    assert not Submission.objects.exists()


def test_a_receipt_of_tomorrow_is_refused():
    row = SubmissionFactory(month=date(2026, 11, 1))
    facts = MoneyFacts("health", 1, "NOTA/1", date(2026, 11, 23))

    assert refused(services.add_money, submission=row, facts=facts) == "future_date"


def test_an_activity_stands_once_in_each_setting():
    row = SubmissionFactory()
    facts = ActivityFacts("counselling", "inpatient", 1, 1)

    assert refused(services.add_activity, submission=row, facts=facts) == "activity_exists"


def test_every_line_makes_a_new_version():
    row = SubmissionFactory()

    services.add_activity(submission=row, facts=VISITS, actor=people.dewi(), at=AT)
    services.add_money(submission=row, facts=SOAP, actor=people.dewi(), at=AT)
    services.remove_line(line=row.activities.first(), actor=people.dewi(), at=AT)

    row.refresh_from_db()
    assert row.version == 4
    assert row.activities.count() == 1


def test_it_is_sent_accepted_and_then_stands():
    row = send(SubmissionFactory())

    accepted = services.accept_submission(
        submission=row, version=row.version, actor=people.fitri(), at=AT
    )

    assert (accepted.status, accepted.answered_by) == ("accepted", people.fitri())
    assert refused(services.add_activity, submission=row, facts=VISITS) == "wrong_status"
    assert refused(send, row=accepted) == "wrong_status"


def test_without_an_activity_it_is_not_sent():
    assert refused(send, row=SubmissionFactory(activity=None)) == "empty"


def test_it_is_returned_mended_and_sent_again():
    row = give_back(send(SubmissionFactory()))

    services.add_money(submission=row, facts=SOAP, actor=people.dewi(), at=AT)
    row.refresh_from_db()

    assert send(row).status == "submitted"


def test_nothing_is_returned_without_a_word():
    row = SubmissionFactory(sent=True)

    assert (
        refused(services.return_submission, submission=row, answer_note=" ", version=row.version)
        == "note_missing"
    )


@pytest.mark.parametrize("facts", [{}, {"answered": True}, {"returned": True}])
def test_only_what_waits_is_answered(facts):
    row = SubmissionFactory(**facts)

    assert refused(give_back, row=row) == "wrong_status"


@pytest.mark.parametrize("facts", [{"sent": True}, {"answered": True}])
def test_what_was_sent_is_not_changed(facts):
    row = SubmissionFactory(**facts)

    for act, given in (
        (services.add_activity, {"submission": row, "facts": VISITS}),
        (services.add_money, {"submission": row, "facts": SOAP}),
        (services.remove_line, {"line": row.money.get()}),
        (services.change_note, {"submission": row, "note": "x", "version": row.version}),
    ):
        assert refused(act, **given) == "wrong_status"


def test_what_was_not_seen_is_neither_sent_nor_answered():
    row = SubmissionFactory()
    services.add_activity(submission=row, facts=VISITS, actor=people.dewi(), at=AT)

    assert refused(send, row=row, version=1) == "stale_version"
    assert refused(
        give_back, row=SubmissionFactory(sent=True, month=date(2026, 9, 1)), version=7
    ) == ("stale_version")


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "sent"},
        {"status": "submitted"},
        {"sent": True, "status": "accepted"},
        {"returned": True, "answer_note": ""},
        {"month": date(2026, 10, 2)},
    ],
)
def test_the_database_refuses_a_submission_whose_facts_are_missing(facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        SubmissionFactory(**facts)


@pytest.mark.parametrize("wrong", [{"sessions": 0}, {"people": 0}, {"kind": "x"}, {"setting": "x"}])
def test_the_database_refuses_an_activity_that_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        SubmissionActivityFactory(**wrong)


def test_the_database_refuses_money_that_is_none():
    row = SubmissionFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        SubmissionMoney.objects.filter(submission=row).update(amount=0)


def test_who_may_see_one():
    row = SubmissionFactory()
    seen = {
        who.__name__: row in Submission.objects.visible_to(who())
        for who in (people.dewi, people.fitri, people.gita, people.ani, people.eko, people.hadi)
    }

    assert [name for name, sees in seen.items() if sees] == ["dewi", "fitri", "gita"]


def test_the_trail_keeps_a_line_that_was_taken_out():
    from common.trail import histories

    row = SubmissionFactory()
    services.remove_line(line=row.activities.get(), actor=people.dewi(), at=AT)

    (trail,) = (h for h in histories() if h.pgh_tracked_model is SubmissionActivity)
    assert trail.objects.filter(submission_id=row.pk, pgh_label="delete").get().sessions == 12


def test_a_month_that_is_over_begins_by_itself_for_whoever_owes_it_and_once():
    start()
    september = date(2026, 9, 1)

    for _night in range(2):
        services.begin_submissions(month=OCTOBER)
        services.begin_submissions(month=september)

    harapan = people.harapan().pk
    assert set(Submission.objects.values_list("institution_id", "month")) == {
        (harapan, OCTOBER),
        (harapan, september),
    }


def test_what_begins_by_itself_waits_for_the_staff_and_is_nobodys_work_yet():
    services.begin_submissions(month=OCTOBER)
    begun = Submission.objects.get()

    waits = Wait.objects.visible_to(people.dewi()).for_user(people.dewi(), TODAY)
    assert [(wait.kind, wait.row_id) for wait in waits] == [("submission", begun.pk)]
    assert begun.writers == []


def test_the_night_begins_the_month_before():
    begin_submissions()

    month = Submission.objects.get().month
    assert month == month_before(month_of(TODAY))

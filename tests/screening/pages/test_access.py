"""Strangers get 404, colleagues without the right 403."""

import pytest
from django.urls import reverse

from clients.models import Case
from screening.models import RoutingDecision, Screening
from tests import people
from tests.clients.factories import CaseFactory
from tests.screening.factories import ScreeningFactory, finished


pytestmark = pytest.mark.django_db

OF_A_DRAFT = ("sections", "review", "refer")


def addresses(screening: Screening) -> list[str]:
    return [
        *(reverse(f"screening:{name}", args=[screening.pk]) for name in (*OF_A_DRAFT, "result")),
        reverse("screening:section", args=[screening.pk, "tanda-bahaya"]),
        reverse("screening:client", args=[screening.case.client_id]),
        *(
            reverse(f"screening:{name}", args=[screening.case_id])
            for name in ("start", "continue", "decide")
        ),
    ]


@pytest.mark.parametrize("stranger", [people.citra, people.dewi, people.eko, people.fitri])
def test_strangers_are_not_told_that_a_screening_exists(sign_in, stranger):
    screening = finished()
    browser = sign_in(stranger())

    answers = {url: browser.get(url).status_code for url in addresses(screening)}

    assert set(answers.values()) == {404}, answers


def test_strangers_cannot_write_either(sign_in):
    screening = ScreeningFactory(safe=True)
    browser = sign_in(people.citra())

    answer = browser.post(
        reverse("screening:autosave", args=[screening.pk, "q1"]), {"q1-alcohol": "yes"}
    )

    assert answer.status_code == 404


def test_a_colleague_who_does_not_carry_the_case_is_a_stranger_to_it(sign_in):
    from accounts.enums import Role
    from accounts.models import User

    joko = User.objects.create_user(
        "joko@contoh.id", name="Joko", role=Role.SOCIAL_WORKER, institution=people.melati()
    )
    screening = ScreeningFactory(safe=True)

    answer = sign_in(joko).get(reverse("screening:sections", args=[screening.pk]))

    assert answer.status_code == 404


def test_unknown_numbers_are_404(ani):
    for name in ("sections", "review", "refer", "result", "start", "continue", "decide", "client"):
        assert ani.get(reverse(f"screening:{name}", args=[999])).status_code == 404


def test_an_unknown_section_is_404(ani):
    screening = ScreeningFactory(safe=True)

    assert ani.get(f"/skrining/{screening.pk}/bagian/q9/").status_code == 404


@pytest.mark.parametrize("name", ["sections", "review", "refer"])
def test_an_auditor_cannot_open_an_interview(sign_in, name):
    screening = ScreeningFactory(safe=True)

    answer = sign_in(people.gita()).get(reverse(f"screening:{name}", args=[screening.pk]))

    assert answer.status_code == 403


def test_an_auditor_reads_the_result(sign_in):
    answer = sign_in(people.gita()).get(reverse("screening:result", args=[finished().pk]))

    assert answer.status_code == 200


def test_an_auditor_writes_nothing(sign_in):
    draft, done = ScreeningFactory(answered=True), finished()
    door = CaseFactory()
    browser = sign_in(people.gita())

    answers = [
        browser.post(reverse("screening:start", args=[door.pk])),
        browser.post(reverse("screening:section", args=[draft.pk, "q1"]), {"q1-alcohol": "yes"}),
        browser.post(reverse("screening:autosave", args=[draft.pk, "q1"]), {"q1-alcohol": "yes"}),
        browser.post(reverse("screening:review", args=[draft.pk])),
        browser.post(reverse("screening:refer", args=[draft.pk])),
        browser.post(reverse("screening:decide", args=[done.case_id]), {"base": "balai"}),
    ]

    assert [answer.status_code for answer in answers] == [403] * 6
    draft.refresh_from_db()
    assert draft.revision == 0
    assert not RoutingDecision.objects.exists()


def test_a_receiving_institution_reads_but_does_not_hold_the_interview(sign_in):
    from tests.clients.factories import ShareFactory

    screening = finished()
    ShareFactory(client=screening.case.client)
    browser = sign_in(people.eko())

    assert browser.get(reverse("screening:result", args=[screening.pk])).status_code == 200
    answer = browser.post(reverse("screening:decide", args=[screening.case_id]), {"base": "balai"})
    assert answer.status_code == 403


def test_a_supporting_worker_holds_the_interview(sign_in):
    screening = ScreeningFactory(safe=True)
    supporter = people.citra()
    Case.objects.get(pk=screening.case_id).supporters.add(supporter)
    from tests.clients.factories import ShareFactory

    ShareFactory(client=screening.case.client)

    answer = sign_in(supporter).get(reverse("screening:sections", args=[screening.pk]))

    assert answer.status_code == 200


def test_a_visitor_is_asked_to_sign_in(client):
    assert client.get(reverse("screening:list")).status_code == 302

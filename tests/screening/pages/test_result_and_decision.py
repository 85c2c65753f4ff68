import pytest
from django.urls import reverse

from clients.enums import CaseStatus
from screening.models import RoutingDecision
from tests import people
from tests.care.papers import with_assessment
from tests.screening.engine.sheets import LOW, sheet
from tests.screening.factories import CALM, ScreeningFactory, finished
from tests.screening.routing_factories import moderate


pytestmark = pytest.mark.django_db

REASON = "Klien meminta dekat dengan anaknya yang masih kecil."
OVERRIDE = {"base": "institution", "override_code": "child_care", "reason": REASON}


def decide_url(screening):
    return reverse("screening:decide", args=[with_assessment(screening.case).pk])


def result_url(screening):
    return reverse("screening:result", args=[screening.pk])


def test_the_result_shows_score_class_and_how_it_was_reached(ani):
    page = ani.get(result_url(finished())).content.decode()

    assert "Amfetamin dan sejenisnya" in page
    assert "31" in page
    assert "Risiko tinggi" in page
    assert "sesering apa tugas sehari-hari terbengkalai" in page


def test_the_result_shows_the_proposal_with_reasons_and_ruleset(ani):
    page = ani.get(result_url(finished())).content.decode()

    assert "Hasil skrining di kelas tinggi" in page
    assert "2026.3" in page
    assert "Usulan ini adalah saran" in page


def test_whoever_reads_english_gets_the_result_in_english(sign_in):
    ani = people.ani()
    ani.language = "en"
    ani.save()

    page = sign_in(ani).get(result_url(finished())).content.decode()

    assert "The screening is in the high class" in page


def injecting(days):
    return ScreeningFactory(
        answered=True,
        answers=sheet(q8="past_3_months", opioids=LOW),
        facts={**CALM, "injecting_days_per_month": days},
    )


def test_an_unknown_pattern_of_injecting_is_not_called_rare(ani):
    screening = injecting(2)
    ani.post(reverse("screening:review", args=[screening.pk]))
    screening.refresh_from_db()
    screening.facts = CALM
    screening.save()

    assert "belum diketahui berapa hari" in ani.get(result_url(screening)).content.decode()


@pytest.mark.parametrize(
    ("days", "advice", "base"),
    [
        (9, "lebih dari 4 hari sebulan", "balai"),
        (4, "paling banyak 4 hari sebulan", "institution"),
    ],
)
def test_advice_on_injecting_and_proposal_say_the_same(ani, days, advice, base):
    screening = injecting(days)
    ani.post(reverse("screening:review", args=[screening.pk]))

    assert advice in ani.get(result_url(screening)).content.decode()
    screening.refresh_from_db()
    assert screening.proposed_base == base


def test_a_draft_has_no_result_yet(ani):
    screening = ScreeningFactory(safe=True)

    answer = ani.get(result_url(screening))

    assert answer["Location"] == reverse("screening:sections", args=[screening.pk])


def test_nothing_is_chosen_beforehand(ani):
    form = ani.get(decide_url(finished())).context["form"]

    assert form["base"].value() is None


def test_accepting_moves_the_case_to_placement(ani):
    screening = finished()

    answer = ani.post(decide_url(screening), {"base": "balai"})

    screening.case.refresh_from_db()
    assert answer["Location"] == result_url(screening)
    assert screening.case.status == CaseStatus.PLACEMENT


def test_overriding_with_code_and_reason_is_kept(ani):
    screening = finished()

    ani.post(decide_url(screening), OVERRIDE)

    decision = RoutingDecision.objects.get()
    assert (decision.base, decision.override_code, decision.reason) == tuple(OVERRIDE.values())


def test_an_override_without_code_and_reason_names_both(ani):
    screening = finished()

    answer = ani.post(decide_url(screening), {"base": "institution"})

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"override_code", "reason"}
    assert not RoutingDecision.objects.exists()


def test_what_was_written_is_kept_when_the_decision_is_refused(ani):
    answer = ani.post(decide_url(finished()), {"base": "institution", "reason": "Dekat anak"})

    assert "Dekat anak" in answer.content.decode()


@pytest.mark.parametrize(
    "bad",
    [
        {"base": "castle"},
        {"base": ""},
        {**OVERRIDE, "override_code": "whim"},
        {**OVERRIDE, "reason": "x" * 2001},
        {**OVERRIDE, "reason": f"{REASON}\x00"},
    ],
)
def test_a_tampered_decision_is_refused(ani, bad):
    answer = ani.post(decide_url(finished()), bad)

    assert answer.status_code == 422
    assert not RoutingDecision.objects.exists()


def test_the_second_of_two_browsers_is_told_that_it_is_decided(ani, sign_in):
    screening = finished()
    ani.post(decide_url(screening), {"base": "balai"})

    answer = sign_in(people.budi()).post(decide_url(screening), OVERRIDE)

    assert answer.status_code == 422
    assert "Statusnya sudah “Penempatan”" in answer.content.decode()
    assert RoutingDecision.objects.get().base == "balai"


def test_a_decided_proposal_is_only_read(ani):
    screening = moderate()
    ani.post(decide_url(screening), {**OVERRIDE, "base": "family"})

    answer = ani.get(decide_url(screening), follow=True)

    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == result_url(screening)
    assert REASON in page
    assert "Ani Lestari" in page


def test_without_a_proposal_there_is_nothing_to_decide(ani):
    screening = ScreeningFactory(safe=True)

    answer = ani.get(decide_url(screening))

    assert answer["Location"] == reverse("screening:client", args=[screening.case.client_id])

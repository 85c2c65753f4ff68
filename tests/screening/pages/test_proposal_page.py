"""The proposal and the page of the decision: red flags first, reasons by lens, what is settled before leaving."""

import re

import pytest
from django.urls import reverse

from clients.models import Case
from screening import engine
from screening.reasons import reasons_of
from tests import people
from tests.care.papers import with_assessment
from tests.screening.engine.cases import HIGH_RESULT, LOW_RESULT, assist
from tests.screening.engine.firing_2026_3 import ONCE, OPIOIDS
from tests.screening.factories import CALM, finished
from tests.screening.routing_factories import asked_for_approval, low


pytestmark = pytest.mark.django_db


def decide_page(browser, screening):
    with_assessment(Case.objects.get(pk=screening.case_id))
    return browser.get(reverse("screening:decide", args=[screening.case_id])).content.decode()


def result_page(browser, screening):
    return browser.get(reverse("screening:result", args=[screening.pk])).content.decode()


def reasons(results=HIGH_RESULT, ruleset=None, **facts):
    return reasons_of(engine.route(results, facts, ruleset))


def titles(groups):
    return [group.title for group in groups]


def said_in(groups):
    return [sentence for group in groups for sentence in group.sentences]


def section(page, name):
    return page.index(f'id="{name}"')


# Reasons


def test_reasons_stand_under_their_lens_with_its_level_in_the_order_of_the_lenses():
    found = reasons(family_support="refuses", relapses_after_treatment=2)

    assert titles(found.why) == ["Pemakaian dan kambuh", "Rumah dan keselamatan"]
    assert [(group.level, group.word) for group in found.why] == [(3, "Berat"), (2, "Sedang")]


def test_reasons_of_an_old_proposal_stand_without_a_lens():
    (group,) = reasons(ruleset="2026.2").why

    assert (group.title, group.level, group.word) == ("", None, "")
    assert group.sentences


def test_why_others_support_is_told_beside_them_and_not_among_the_reasons():
    found = reasons()

    assert "Menjelang re-entry" in " ".join(found.support)
    assert "re-entry" not in " ".join(s for group in found.why for s in group.sentences)


def test_what_is_settled_before_leaving_is_told_once():
    found = reasons(legal_status="police", hiv_art=True)
    told = [s for group in (*found.dangers, *found.cautions) for s in group.sentences]

    assert titles(found.before) == ["Surat dan perkara", "Obat"]
    assert not {s for group in found.before for s in group.sentences} & set(told)


def test_warnings_about_safety_come_before_the_others():
    found = reasons(LOW_RESULT, family_support="violent", foreigner=True, opioid_maintenance=True)

    assert titles(found.dangers) == ["Rumah dan keselamatan"]
    assert all("kekerasan" not in s for group in found.cautions for s in group.sentences)


@pytest.mark.parametrize("result", ["admitted", "treatment"])
def test_a_red_flag_whose_result_keeps_the_client_stays_a_danger(result):
    looked_at = {"red_flags": ["suicide_attempt"], "medical_results": {"suicide_attempt": result}}
    found = reasons(LOW_RESULT, **looked_at)

    assert said_in(found.before)[0] in said_in(found.dangers)


def test_a_red_flag_that_nobody_has_answered_yet_is_a_danger():
    found = reasons(LOW_RESULT, red_flags=["suicide_attempt"])

    assert "Tanda bahaya" in " ".join(said_in(found.dangers))


def test_a_red_flag_that_was_cleared_is_none():
    looked_at = {"red_flags": ["injury"], "medical_results": {"injury": "cleared"}}

    assert not reasons(LOW_RESULT, **looked_at).dangers


@pytest.mark.parametrize(
    ("results", "facts", "word"),
    [
        (OPIOIDS, {}, "tanda overdosis"),
        (assist(opioids=ONCE), {}, "dosis lama dapat mematikan"),
        (LOW_RESULT, {"drinking_stopped_suddenly": True}, "kejang dapat timbul"),
    ],
)
def test_what_can_kill_is_never_folded(results, facts, word):
    found = reasons(results, **facts)

    assert word in " ".join(said_in(found.dangers))
    assert word not in " ".join(said_in(found.cautions))


def test_the_page_says_lens_and_level_before_the_sentence(ani):
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", result_page(ani, finished())))

    assert re.search(r"Pemakaian dan kambuh, 3 Berat ?\. Hasil skrining di kelas tinggi", page)


# Before leaving


def test_the_papers_of_a_case_in_court_stand_in_a_block_of_their_own(ani):
    page = result_page(ani, finished(case__legal_status="police"))

    assert page.count("Sebelum berangkat") == 1
    assert section(page, "usulan") < section(page, "sebelum")


def test_care_at_home_has_nobody_leave(ani):
    page = result_page(ani, low(facts={**CALM, "home_safe": None}))

    assert "Sebelum layanan di rumah dimulai" in page
    assert "Sebelum berangkat" not in page


def test_nobody_sees_an_empty_block(ani):
    page = decide_page(ani, finished())

    assert "Sebelum" not in page
    assert 'href="#sebelum"' not in page


# The page of the decision


def test_red_flags_lenses_proposal_answer_and_the_rest_stand_in_this_order(ani):
    page = decide_page(ani, finished())
    names = ("perhatikan", "lensa", "usulan", "jawaban", "basis", "skor", "aturan")

    places = [section(page, name) for name in names]
    assert places == sorted(places)


def test_the_index_leads_to_what_is_there(ani):
    page = decide_page(ani, finished())
    index = page[page.index('class="page-index"') :]
    links = re.findall(r'href="#([a-z-]+)"', index[: index.index("</nav>")])

    assert links[0] == "jawaban"
    assert all(f'id="{name}"' in page for name in links)


def test_what_stands_behind_the_proposal_is_closed(ani):
    page = decide_page(ani, finished())
    folds = re.findall(r'<details class="card fold"[^>]*>', page)

    assert len(folds) >= 3
    assert not any("open" in fold for fold in folds)


def test_the_answer_is_one_press_away_on_a_phone(ani):
    page = decide_page(ani, finished())

    bar = page[page.index('class="action-bar"') :][:300]
    assert 'href="#jawaban"' in bar
    assert "Putuskan bersama klien" in bar


def test_a_result_that_waits_for_a_decision_has_its_button_at_the_foot_of_a_phone(ani):
    screening = finished()
    page = result_page(ani, screening)

    address = reverse("screening:decide", args=[screening.case_id])
    assert address in page[page.index('class="action-bar"') :]


def test_none_is_said_where_there_is_no_red_flag(ani):
    page = decide_page(ani, finished())

    assert "Tidak ada tanda merah" in page
    assert "Perhatikan dahulu" not in page


def test_a_home_that_is_barred_is_a_red_flag(ani):
    page = decide_page(ani, finished(facts={**CALM, "home_safe": False}))

    assert "Ada tanda bahaya di rumah" in page
    assert "Tidak ada tanda merah" not in page


def test_length_and_supporters_open_when_they_are_refused(ani):
    case = finished().case
    with_assessment(Case.objects.get(pk=case.pk))
    url = reverse("screening:decide", args=[case.pk])

    page = ani.post(url, {"base": "balai", "months": "99"}).content.decode()
    assert '<details class="more" open>' in page


def approval_page(sign_in):
    decision = asked_for_approval()
    url = reverse("screening:approval", args=[decision.pk])
    return sign_in(people.budi()).get(url).content.decode()


ADVICE = "Usulan ini adalah saran. Petugas yang berwenang memutuskan"


def answer_on(page):
    return page[section(page, "jawaban") : section(page, "basis")]


def test_whoever_decides_reads_that_the_proposal_is_advice(ani):
    assert ADVICE in answer_on(decide_page(ani, finished()))


def test_whoever_approves_reads_that_the_proposal_is_advice(sign_in):
    assert ADVICE in answer_on(approval_page(sign_in))


def test_a_leader_has_the_same_frame(sign_in):
    page = approval_page(sign_in)

    places = [section(page, name) for name in ("perhatikan", "lensa", "usulan", "jawaban", "basis")]
    assert places == sorted(places)

import pytest
from django.urls import reverse

from clients.enums import CaseStatus
from screening.models import Screening
from tests.screening.factories import NO_DANGER, ScreeningFactory, page_of


pytestmark = pytest.mark.django_db


def danger_page(*raised):
    return page_of("danger", {code: "yes" if code in raised else "no" for code in NO_DANGER})


def refer_url(screening):
    return reverse("screening:refer", args=[screening.pk])


def test_a_red_flag_leads_to_the_referral_page(ani):
    screening = ScreeningFactory()

    answer = ani.post(
        reverse("screening:section", args=[screening.pk, "tanda-bahaya"]), danger_page("overdose")
    )

    assert answer["Location"] == refer_url(screening)


@pytest.mark.parametrize("action", ["continue", "later"])
def test_one_red_flag_is_enough_whatever_else_is_unanswered(ani, action):
    screening = ScreeningFactory()

    answer = ani.post(
        reverse("screening:section", args=[screening.pk, "tanda-bahaya"]),
        page_of("danger", {"overdose": "yes"}, action=action),
    )

    assert answer["Location"] == refer_url(screening)


def test_the_referral_page_says_what_to_do_and_whom_to_call(ani):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "suicide_intent": True})

    page = ani.get(refer_url(screening)).content.decode()

    assert "Temani terus" in page
    assert "119 ext. 8" in page
    assert reverse("screening:section", args=[screening.pk, "tanda-bahaya"]) in page


@pytest.mark.parametrize("slug", ["q1", "keadaan"])
def test_no_other_section_opens_while_a_flag_is_raised(ani, slug):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})

    answer = ani.get(reverse("screening:section", args=[screening.pk, slug]))

    assert answer["Location"] == refer_url(screening)


def test_a_mistake_can_be_mended_and_the_interview_goes_on(ani):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})

    answer = ani.post(
        reverse("screening:section", args=[screening.pk, "tanda-bahaya"]), danger_page()
    )

    assert answer["Location"] == reverse("screening:section", args=[screening.pk, "q1"])


def test_confirming_refers_the_client(ani):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})

    answer = ani.post(refer_url(screening), {"note": "Ke RSUD"})

    screening.case.refresh_from_db()
    assert answer["Location"] == reverse("screening:result", args=[screening.pk])
    assert screening.case.status == CaseStatus.MEDICAL_FIRST


def test_the_result_of_a_referral_shows_the_steps_and_no_score(ani):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})
    ani.post(refer_url(screening))

    page = ani.get(reverse("screening:result", args=[screening.pk])).content.decode()

    assert "Hubungi 112 sekarang" in page
    assert "Triase ulang" in page


def test_confirming_twice_tells_that_it_is_done(ani):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})
    ani.post(refer_url(screening))

    answer = ani.post(refer_url(screening))

    assert answer.status_code == 422
    assert "sudah selesai" in answer.content.decode()


def test_confirming_without_a_flag_is_refused(ani):
    answer = ani.post(refer_url(ScreeningFactory(safe=True)))

    assert answer.status_code == 422
    assert not Screening.objects.finished().exists()


@pytest.mark.parametrize("note", ["\x00", "x" * 1001])
def test_a_note_that_cannot_be_kept_is_refused(ani, note):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})

    answer = ani.post(refer_url(screening), {"note": note})

    assert answer.status_code == 422
    assert not Screening.objects.finished().exists()


def test_after_a_referral_the_interview_begins_anew(ani):
    from tests.clients.factories import ConsentFactory

    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})
    ConsentFactory(client=screening.case.client)
    ani.post(refer_url(screening))

    ani.post(reverse("screening:start", args=[screening.case_id]))

    assert screening.case.screenings.drafts().get().red_flags == {}

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from clients.enums import CaseStatus
from partners.enums import InstitutionKind
from safety.models import MedicalReferral
from screening.models import Screening
from tests.clients.factories import FamilyContactFactory
from tests.partners.factories import InstitutionFactory
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

    answer = ani.post(refer_url(screening), {"companion": "Ibu"})

    screening.case.refresh_from_db()
    assert answer["Location"] == reverse("safety:case", args=[screening.case_id])
    assert screening.case.status == CaseStatus.MEDICAL_FIRST


def test_whoever_opens_the_interview_meanwhile_is_led_to_the_referral(ani):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})
    ani.post(refer_url(screening))

    answer = ani.get(reverse("screening:sections", args=[screening.pk]))

    assert answer["Location"] == reverse("safety:case", args=[screening.case_id])


def test_the_page_has_a_button_for_every_number(ani):
    hospital = InstitutionFactory(
        name="RSUD Kota", kind=InstitutionKind.HOSPITAL, phone="0251 123456"
    )
    flags = {**NO_DANGER, "overdose": True, "violence_at_home": True}
    screening = ScreeningFactory(red_flags=flags)
    FamilyContactFactory(client=screening.case.client, name="Aminah", phone="081234567890")

    page = ani.get(refer_url(screening)).content.decode()

    for number in ("112", "119,8", "129", "184", "081234567890", "0251123456"):
        assert page.count(f'href="tel:{number}"') == 1
    assert "<strong>Aminah</strong>" in page
    assert f'<option value="{hospital.pk}"' in page


def test_a_danger_at_home_asks_for_calls_and_lets_the_interview_go_on(ani):
    screening = ScreeningFactory()

    answer = ani.post(
        reverse("screening:section", args=[screening.pk, "tanda-bahaya"]),
        danger_page("violence_at_home"),
    )

    page = ani.get(answer["Location"]).content.decode()
    assert answer["Location"] == refer_url(screening)
    assert "Lindungi sekarang" in page
    assert "Catat rujukan medis" not in page
    assert ani.get(reverse("screening:section", args=[screening.pk, "q1"])).status_code == 200


def test_a_cough_that_was_tested_is_told_and_the_interview_goes_on(ani):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "tuberculosis": True})
    told = {
        "outcome": "cleared",
        "clinician": "dr. Sinta",
        "place": "Puskesmas",
        "found_on": localdate().isoformat(),
    }

    ani.post(reverse("screening:looked_at", args=[screening.pk]), told)

    assert ani.get(reverse("screening:section", args=[screening.pk, "q1"])).status_code == 200


def test_confirming_twice_tells_that_it_is_done(ani):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})
    ani.post(refer_url(screening))

    answer = ani.post(refer_url(screening))

    assert answer.status_code == 422
    assert not Screening.objects.finished().exists()


def test_confirming_without_a_flag_is_refused(ani):
    answer = ani.post(refer_url(ScreeningFactory(safe=True)))

    assert answer.status_code == 422
    assert not Screening.objects.finished().exists()


@pytest.mark.parametrize("reason", ["\x00", "x" * 1001])
def test_words_that_cannot_be_kept_are_refused(ani, reason):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "overdose": True})

    answer = ani.post(refer_url(screening), {"reason": reason})

    assert answer.status_code == 422
    assert not MedicalReferral.objects.exists()

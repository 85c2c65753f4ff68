"""The pages of the waiting list."""

import pytest
from django.urls import reverse
from django.utils import timezone

from care.enums import QueueExit, WaitingStatus
from care.models import WaitingEntry
from clients.models import CaseEvent
from partners.models import Institution
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.partners.factories import InstitutionFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def ani(signed_in):
    return signed_in(people.ani())


@pytest.fixture
def case():
    case = CaseFactory(to_place=True)
    ConsentFactory(client=case.client)
    return case


@pytest.fixture
def full():
    kenanga = people.kenanga()
    Institution.objects.filter(pk=kenanga.pk).update(capacity=1)
    PlacementFactory(active=True, case__client__registered_by=people.citra())
    return kenanga


def url(name, row):
    return reverse(f"care:{name}", args=[row.pk])


def text(answer):
    return answer.content.decode()


def test_a_client_enters_the_queue_of_a_full_institution(ani, case, full):
    page = ani.get(url("wait", case))
    assert full.name in text(page)

    answer = ani.post(
        url("wait", case),
        {"target": "one", "institution": full.pk, "interim_services": ["C4b", "K4"]},
        follow=True,
    )

    entry = WaitingEntry.objects.get()
    assert (entry.institution, entry.interim_services) == (full, ["C4b", "K4"])
    assert answer.redirect_chain[-1][0] == url("waiting", entry)
    assert "1 dari 1" in text(answer)


def test_a_client_may_wait_for_any_place_in_their_province(ani, case, full):
    ani.post(url("wait", case), {"target": "province", "interim_provider": "Puskesmas Melati"})

    entry = WaitingEntry.objects.get()
    assert (entry.institution, entry.province) == (None, case.client.regency.province)


def test_one_institution_has_to_be_named(ani, case, full):
    answer = ani.post(url("wait", case), {"target": "one", "interim_services": ["C4b"]})

    assert answer.status_code == 422
    assert "Pilih lembaga yang ditunggu." in text(answer)


def test_a_queue_without_any_help_in_it_is_refused_and_the_input_kept(ani, case, full):
    answer = ani.post(url("wait", case), {"target": "country"})

    assert answer.status_code == 422
    assert "Pilih layanan yang diberikan selama menunggu" in text(answer)
    assert answer.context["form"]["target"].value() == "country"


def test_an_institution_that_has_room_is_not_waited_for(ani, case, full):
    roomy = InstitutionFactory(with_agreement=True)

    answer = ani.post(
        url("wait", case),
        {"target": "one", "institution": roomy.pk, "interim_services": ["C4b"]},
    )

    assert answer.status_code == 422


def test_who_waits_already_is_led_to_their_entry(ani):
    entry = WaitingEntryFactory()

    assert ani.get(url("wait", entry.case)).url == url("waiting", entry)


def test_the_request_page_says_where_the_client_waits(ani):
    entry = WaitingEntryFactory()
    InstitutionFactory(with_agreement=True)

    page = text(ani.get(url("request", entry.case)))

    assert "Sentra Kenanga: urutan 1 dari 1." in page


def test_the_file_shows_position_and_interim_service(ani):
    entry = WaitingEntryFactory()

    page = text(ani.get(reverse("care:client", args=[entry.case.client_id])))

    assert "1 dari 1" in page
    assert "Terapi psikososial" in page
    assert "Puskesmas" in page


def test_a_contact_is_recorded(ani):
    entry = WaitingEntryFactory(entered_at=timezone.now())

    answer = ani.post(
        url("waiting_contact", entry), {"on": timezone.localdate().isoformat(), "note": "Sehat."}
    )

    assert answer.url == url("waiting", entry)
    assert CaseEvent.objects.get().note == "Sehat."


def test_the_interim_service_is_changed(ani):
    entry = WaitingEntryFactory()

    page = " ".join(text(ani.get(url("waiting_interim", entry))).split())
    assert 'value="C4b"' in page
    ani.post(url("waiting_interim", entry), {"interim_services": ["K5"], "interim_provider": ""})

    entry.refresh_from_db()
    assert (entry.interim_services, entry.interim_provider) == (["K5"], "")


def test_a_client_leaves_the_queue_with_a_reason(ani):
    entry = WaitingEntryFactory()

    answer = ani.post(url("waiting_leave", entry), {"reason": "refused", "note": ""}, follow=True)

    entry.refresh_from_db()
    assert (entry.status, entry.leave_reason) == (WaitingStatus.LEFT, QueueExit.REFUSED)
    assert "Klien tidak ingin menunggu lagi" in text(answer)


def test_who_has_left_cannot_leave_again(ani):
    entry = WaitingEntryFactory()
    form = {"reason": "refused", "note": ""}
    ani.post(url("waiting_leave", entry), form)

    assert ani.post(url("waiting_leave", entry), form).status_code == 422


def test_an_institution_learns_how_many_wait_for_it_and_not_who(signed_in):
    entry = WaitingEntryFactory()

    page = text(signed_in(people.eko()).get(reverse("care:waiting_list")))

    assert "1 orang dari seluruh Indonesia" in page
    assert entry.case.client.name not in page
    assert entry.case.client.registration_number not in page


def test_the_position_counts_those_whom_one_does_not_see(ani):
    WaitingEntryFactory(case__client__registered_by=people.dewi())
    WaitingEntryFactory(case__risk="moderate")

    assert "2 dari 2" in text(ani.get(reverse("care:waiting_list")))


def test_a_place_that_is_free_is_shown_until_it_goes_to_the_next(ani):
    entry = WaitingEntryFactory(
        status=WaitingStatus.OFFERED,
        offered_institution=people.kenanga(),
        offer_ends_on=timezone.localdate(),
    )

    assert "Ada tempat kosong." in text(ani.get(url("waiting", entry)))


@pytest.mark.parametrize("name", ["waiting", "waiting_contact", "waiting_interim", "waiting_leave"])
def test_the_entry_of_others_is_not_found(signed_in, name):
    entry = WaitingEntryFactory()

    assert signed_in(people.eko()).get(url(name, entry)).status_code == 404


@pytest.mark.parametrize("name", ["waiting_contact", "waiting_interim", "waiting_leave"])
def test_an_auditor_reads_the_entry_and_changes_nothing(signed_in, name):
    entry = WaitingEntryFactory()
    gita = signed_in(people.gita())

    assert gita.get(url("waiting", entry)).status_code == 200
    assert gita.get(url(name, entry)).status_code == 403

"""The locator sheet: who may be asked, what may be said, who must not know."""

import pytest
from django.urls import reverse

from care.aftercare.services.locating import Known, add_to_locator
from care.aftercare_enums import Acquaintance, LocatorKind
from care.enums import Channel
from care.event_kinds import CareEvent
from care.models import LocatorEntry
from clients.models import Case
from common.errors import DomainError
from tests import people
from tests.care.factories import FollowUpFactory, LocatorEntryFactory
from tests.care.moves import AT
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db


def add(case, **changes):
    facts = {
        "kind": LocatorKind.MAY_ASK,
        "name": "Sulastri",
        "relation": Acquaintance.PARENT,
        "channel": Channel.PHONE,
        "words": "Saya teman lama.",
    }
    known = Known(**{**facts, **changes})
    return add_to_locator(case=case, known=known, actor=people.ani(), at=AT)


def test_somebody_is_added_before_care_ends():
    add(CaseFactory(in_service=True))

    assert LocatorEntry.objects.may_be_asked().get().name == "Sulastri"
    assert Case.objects.get().events.get().kind == CareEvent.LOCATOR_CHANGED


@pytest.mark.parametrize(
    ("changes", "field"), [({"channel": ""}, "channel"), ({"words": " "}, "words")]
)
def test_whoever_may_be_asked_has_a_channel_and_a_sentence(changes, field):
    with pytest.raises(DomainError) as refused:
        add(CaseFactory(in_service=True), **changes)

    assert refused.value.field == field


def test_who_must_not_know_needs_neither():
    add(CaseFactory(in_service=True), kind=LocatorKind.DO_NOT_TELL, channel="", words="")

    assert LocatorEntry.objects.not_to_be_told().exists()


def test_the_page_of_a_contact_tells_whom_to_ask_and_whom_not_to_tell(signed_in):
    row = FollowUpFactory()
    LocatorEntryFactory(case=row.case)
    LocatorEntryFactory(case=row.case, secret=True)

    page = signed_in(people.ani()).get(reverse("care:follow_up", args=[row.pk])).content.decode()

    assert "tel:081234500001" in page
    assert "Saya teman lama" in page
    assert "Pak Darto" in page
    assert "Jangan diberi tahu" in page


def test_what_stands_on_the_sheet_is_masked_for_whoever_watches(signed_in):
    row = FollowUpFactory()
    LocatorEntryFactory(case=row.case)

    page = signed_in(people.gita()).get(reverse("care:follow_up", args=[row.pk])).content.decode()

    assert "Sulastri" not in page
    assert "081234500001" not in page


def test_somebody_is_taken_off_the_sheet(signed_in):
    entry = LocatorEntryFactory()

    answer = signed_in(people.ani()).post(reverse("care:locator_remove", args=[entry.pk]))

    assert answer.url == reverse("care:locator", args=[entry.case_id])
    assert not LocatorEntry.objects.exists()

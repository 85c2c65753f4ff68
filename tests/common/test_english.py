"""Whoever chose English reads no Indonesian on our pages, apart from what people wrote in them."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import polib
import pytest
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from clients.models import Client, ConsentText, FamilyContact
from partners.models import Agreement
from tests import people
from tests.accounts.factories import appointed
from tests.care.factories import PlacementFactory, plan_aftercare
from tests.care.plan_factories import (
    CaseConferenceFactory,
    ServicePlanFactory,
    TerminationFactory,
    whole_plan,
)
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import (
    BreakGlassFactory,
    CaseFactory,
    ConsentFactory,
    FamilyContactFactory,
)
from tests.clients.task_factories import CaseTaskFactory
from tests.exports.factories import ExportFactory
from tests.regions.factories import RegencyFactory
from tests.reports.factories import JobFactory, ReportFactory
from tests.screening import assessment_factories as assessments
from tests.screening.factories import NO_DANGER, ScreeningFactory, finished
from tests.undoing import settle_constraints


pytestmark = pytest.mark.django_db

SPOKEN_ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
WORD = re.compile(r"[^\W\d_]{3,}")
# What people here call substances, whatever language one asks them in.
OF_THE_STREET = ("ganja", "cimeng", "gorila", "sinte", "pil koplo")

PAGES = [
    ("ani", "desk:home", ""),
    ("ani", "desk:notices", ""),
    ("ani", "accounts:preferences", ""),
    ("ani", "account_change_password", ""),
    ("ani", "account_reauthenticate", ""),
    ("ani", "accounts:security", ""),
    ("ani", "accounts:enrol", ""),
    ("ani", "mfa_activate_totp", ""),
    ("ani", "mfa_add_webauthn", ""),
    ("fitri", "accounts:users", ""),
    ("fitri", "accounts:invite", ""),
    ("fitri", "upkeep:health", ""),
    ("ani", "clients:list", ""),
    ("ani", "clients:new", ""),
    ("ani", "clients:file", "client"),
    ("ani", "clients:profile", "client"),
    ("ani", "clients:access", "client"),
    ("ani", "clients:edit", "client"),
    ("ani", "clients:add_family", "client"),
    ("ani", "clients:note", "client"),
    ("ani", "clients:tasks", ""),
    ("ani", "clients:task", "task"),
    ("ani", "clients:close", "case"),
    ("ani", "clients:reopen", "closed client"),
    ("ani", "screening:list", ""),
    ("ani", "screening:client", "decided client"),
    ("ani", "screening:start", "case"),
    ("ani", "screening:sections", "interview"),
    ("ani", "screening:review", "interview"),
    ("ani", "screening:refer", "emergency"),
    ("ani", "screening:result", "decided"),
    ("ani", "screening:instruments", ""),
    ("ani", "screening:trend", "decided client"),
    ("ani", "screening:correct", "decided"),
    ("ani", "screening:decide", "decided case"),
    ("ani", "screening:assessment_start", "screened case"),
    ("ani", "screening:assessment", "filled assessment"),
    ("ani", "screening:assessment_danger", "filled assessment"),
    ("ani", "screening:assessment_review", "filled assessment"),
    ("ani", "screening:assessment_result", "signed assessment"),
    ("ani", "screening:assessment_print", "signed assessment"),
    ("ani", "screening:assessment_correct", "signed assessment"),
    ("ani", "screening:assessment_compare", "second assessment"),
    ("budi", "screening:assessment_sign", "submitted assessment"),
    ("budi", "screening:assessment_return", "submitted assessment"),
    ("ani", "care:placements", ""),
    ("ani", "care:client", "asking client"),
    ("ani", "care:request", "waiting case"),
    ("ani", "care:compare", "waiting case"),
    ("ani", "care:placement", "asking"),
    ("ani", "care:withdraw", "asking"),
    ("ani", "care:reoffer", "refused"),
    ("ani", "care:wait", "waiting case"),
    ("ani", "care:waiting_list", ""),
    ("ani", "care:waiting", "queued"),
    ("ani", "care:waiting_contact", "queued"),
    ("ani", "care:waiting_interim", "queued"),
    ("ani", "care:waiting_leave", "queued"),
    ("ani", "care:schedule", ""),
    ("ani", "care:aftercare", "after client"),
    ("ani", "care:follow_up", "milestone"),
    ("ani", "care:deliveries", "client"),
    ("ani", "care:deliver_session", "case"),
    ("ani", "care:deliver_visit", "case"),
    ("ani", "care:deliver_aid", "case"),
    ("ani", "care:deliver_training", "case"),
    ("ani", "care:groups", ""),
    ("ani", "care:group_new", ""),
    ("ani", "care:delivery_log", ""),
    ("budi", "desk:home", ""),
    ("budi", "clients:reassign", "client"),
    ("eko", "desk:home", ""),
    ("eko", "care:placements", ""),
    ("eko", "care:accept", "asking"),
    ("eko", "care:decline", "asking"),
    ("eko", "care:review", "served"),
    ("eko", "care:end", "served"),
    ("ani", "care:plan", "planned client"),
    ("ani", "care:plan_start", "service case"),
    ("ani", "care:goal_new", "planned case"),
    ("ani", "care:service_new", "planned case"),
    ("ani", "care:plan_submit", "planned case"),
    ("budi", "care:plan_answer", "handed in"),
    ("ani", "care:plan_agree", "planned case"),
    ("ani", "care:plan_review", "agreed case"),
    ("ani", "care:plan_print", "plan"),
    ("ani", "care:conferences", "planned client"),
    ("ani", "care:conference_new", "service case"),
    ("ani", "care:conference", "conference"),
    ("ani", "care:decision_new", "conference"),
    ("ani", "care:termination", "ending case"),
    ("ani", "care:termination_ask", "ending case"),
    ("ani", "care:termination_cancel", "ending case"),
    ("ani", "care:aftercare_plan", "service case"),
    ("dewi", "desk:home", ""),
    ("fitri", "desk:home", ""),
    ("fitri", "partners:list", ""),
    ("fitri", "partners:institution", "institution"),
    ("fitri", "partners:institution_new", ""),
    ("fitri", "partners:agreements", ""),
    ("fitri", "partners:agreement", "agreement"),
    ("fitri", "partners:agreement_new", ""),
    ("fitri", "partners:agreement_end", "agreement"),
    ("fitri", "reports:list", ""),
    ("fitri", "reports:new", ""),
    ("fitri", "reports:job", "job"),
    ("fitri", "reports:report", "report"),
    ("fitri", "reports:check", "report"),
    ("gita", "desk:home", ""),
    ("ani", "exports:list", ""),
    ("ani", "exports:new", "list"),
    ("ani", "exports:export", "export"),
    ("budi", "exports:answer", "asked export"),
    ("ani", "clients:emergency", ""),
    ("eko", "accounts:service_keys", ""),
    ("eko", "accounts:service_key_new", ""),
    ("hadi", "desk:home", ""),
    ("hadi", "accounts:users", ""),
    ("hadi", "accounts:appointment_answer", "appointment"),
    ("hadi", "clients:emergencies", ""),
    ("hadi", "clients:review_emergency", "broken glass"),
    ("hadi", "audit:accesses", ""),
    ("hadi", "audit:signals", ""),
]
SECTIONS = ("tanda-bahaya", "q1", "q2", "q6", "q8", "kesehatan", "keadaan")
REFUSED = [
    ("ani", "clients:new", ""),
    ("ani", "clients:edit", "client"),
    ("ani", "clients:note", "client"),
    ("ani", "clients:close", "case"),
    ("ani", "screening:start", "case without consent"),
    ("ani", "screening:review", "interview"),
    ("ani", "care:request", "waiting case"),
    ("ani", "care:withdraw", "asking"),
    ("ani", "care:follow_up", "milestone"),
    ("eko", "care:decline", "asking"),
    ("eko", "care:end", "served"),
    ("fitri", "partners:institution_new", ""),
    ("fitri", "partners:agreement_new", ""),
    ("fitri", "partners:agreement_end", "agreement"),
    ("fitri", "reports:new", ""),
    ("fitri", "accounts:invite", ""),
]


@pytest.fixture(scope="session")
def indonesian() -> set[str]:
    """The words of our pages that no English text uses."""
    catalogue = polib.pofile(str(settings.BASE_DIR / "locale/en/LC_MESSAGES/django.po"))
    english = [text for e in catalogue for text in (e.msgstr, *e.msgstr_plural.values())]
    return words(" ".join(e.msgid for e in catalogue)) - words(" ".join(english))


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker) -> Iterator[dict[str, int]]:
    with django_db_blocker.unblock(), transaction.atomic():
        found = situations()
        settle_constraints()
        yield found
        transaction.set_rollback(True)


@pytest.fixture
def ids(country, db) -> dict[str, int]:
    """The country is built once for this file; what a test does in it is undone."""
    return country


def situations() -> dict[str, int | str]:
    """One case for each situation that a page tells of, written without an Indonesian word."""
    RegencyFactory(name="Bogor")
    found = _known() | _screened() | _placed() | _planned() | _watched()
    Client.objects.update(name="Rian Saputra")
    for contact in FamilyContact.objects.all():
        contact.name = "Sri Rahayu"
        contact.save()
    Agreement.objects.update(title="Rehabilitation", scope="Care", first_party="Ministry")
    return found


def _known() -> dict[str, int]:
    case = CaseFactory()
    ConsentFactory(client=case.client)
    FamilyContactFactory(client=case.client)
    return {
        "client": case.client_id,
        "case": case.pk,
        "task": CaseTaskFactory(case=case).pk,
        "case without consent": CaseFactory().pk,
        "closed client": CaseFactory(closed=True).client_id,
    }


def _screened() -> dict[str, int]:
    decided = finished()
    return {
        "interview": ScreeningFactory(safe=True).pk,
        "answered": ScreeningFactory(answered=True).pk,
        "emergency": ScreeningFactory(red_flags=dict.fromkeys(NO_DANGER, True)).pk,
        "decided": decided.pk,
        "decided case": decided.case_id,
        "decided client": decided.case.client_id,
        "screened case": assessments.screened_case().pk,
        "filled assessment": assessments.filled(srq20={"q17": ["yes"]}).pk,
        "submitted assessment": assessments.submitted().pk,
        "signed assessment": assessments.signed().pk,
        "second assessment": assessments.compared().pk,
    }


def _placed() -> dict[str, int]:
    asking, after = PlacementFactory(), PlacementFactory(ended=True)
    return {
        "waiting case": CaseFactory(to_place=True).pk,
        "asking": asking.pk,
        "asking client": asking.client_id,
        "refused": PlacementFactory(status="declined", decline_reason="full").pk,
        "queued": WaitingEntryFactory().pk,
        "served": PlacementFactory(active=True).pk,
        "after client": after.client_id,
        "milestone": plan_aftercare(after.case)[0].pk,
    }


def _watched() -> dict[str, int | str]:
    reason = {"reason": "Monthly review."}
    return {
        "institution": people.kenanga().pk,
        "agreement": Agreement.objects.earliest("pk").pk,
        "job": JobFactory(running=True).pk,
        "report": ReportFactory().pk,
        "list": "clients",
        "export": ExportFactory(**reason).pk,
        "asked export": ExportFactory(**reason, waiting=True).pk,
        "appointment": appointed(role="auditor").pk,
        "broken glass": BreakGlassFactory(reason="Found unconscious.").pk,
    }


def _planned() -> dict[str, int]:
    english = {"summary": "Recovery"}
    plan = whole_plan(**english)
    goal = plan.goals.get()
    goal.words = "Work"
    goal.save()
    return {
        "plan": plan.pk,
        "planned client": plan.case.client_id,
        "planned case": plan.case_id,
        "service case": CaseFactory(in_service=True).pk,
        "handed in": ServicePlanFactory(submitted=True, **english).case_id,
        "agreed case": ServicePlanFactory(agreed=True, **english).case_id,
        "conference": CaseConferenceFactory(
            place="Room", attendees="Sri", agenda="Aims", minutes="Agreed."
        ).pk,
        "ending case": TerminationFactory(note="Done.").case_id,
    }


@pytest.fixture
def reader(client):
    """A browser in which the named person is signed in and reads English."""

    def sign_in(name: str):
        person = getattr(people, name)()
        person.language = "en"
        person.save(update_fields=["language"])
        client.force_login(person)
        return client

    return sign_in


def words(text: str) -> set[str]:
    return {
        word.lower() for word in WORD.findall(re.sub(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>", " ", text))
    }


def address(name: str, of: str, ids: dict[str, int]) -> str:
    return reverse(name, args=[ids[of]] if of else [])


class Reading(HTMLParser):
    """What a page says: its text, and the attributes that are read aloud or shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.silent = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in {"script", "style"}
        self.heard += [
            value
            for name, value in attrs
            if value and (name in SPOKEN_ATTRIBUTES or (name.startswith("data-") and " " in value))
        ]

    def handle_endtag(self, tag: str) -> None:
        self.silent = False

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.heard.append(data)


def left_in_indonesian(answer, indonesian: set[str]) -> list[str]:
    """The pieces of the page that hold an Indonesian word and should not."""
    heard = [" ".join(piece.split()) for piece in Reading(answer.content.decode()).heard]
    names = kept_names()
    return [piece for piece in heard if words(without(names, piece)) & indonesian]


def kept_names() -> tuple[str, ...]:
    """The product, places, substances and a language keep their names; clients agree to the Indonesian text."""
    agreed_to = " ".join(ConsentText.objects.current().body.split())
    places = ("Jawa Barat", "Kota Bogor", "IPWL Harapan")
    named = (settings.PRODUCT_NAME, settings.PRODUCT_LINE, "Bahasa Indonesia")
    return (*named, *places, *OF_THE_STREET, agreed_to)


def without(names: tuple[str, ...], piece: str) -> str:
    for name in names:
        piece = piece.replace(name, "")
    return re.sub(r"\S+@\S+", "", piece)


def test_the_catalogue_knows_typical_indonesian_words(indonesian):
    assert {"klien", "simpan", "belum", "lewat", "beranda", "lembaga", "yang"} <= indonesian


@pytest.mark.parametrize(("person", "name", "of"), PAGES)
def test_a_page_speaks_english(reader, ids, indonesian, person, name, of):
    answer = reader(person).get(address(name, of, ids))

    assert answer.status_code == 200
    assert left_in_indonesian(answer, indonesian) == []


@pytest.mark.parametrize("slug", SECTIONS)
def test_a_section_of_the_interview_speaks_english(reader, ids, indonesian, slug):
    url = reverse("screening:section", args=[ids["answered"], slug])

    answer = reader("ani").get(url)

    assert answer.status_code == 200
    assert left_in_indonesian(answer, indonesian) == []


@pytest.mark.parametrize(("person", "name", "of"), REFUSED)
def test_a_refused_form_explains_itself_in_english(reader, ids, indonesian, person, name, of):
    answer = reader(person).post(address(name, of, ids), {})

    assert answer.status_code == 422
    assert left_in_indonesian(answer, indonesian) == []


def test_intake_speaks_english(reader, indonesian):
    RegencyFactory(name="Bogor")
    browser = reader("ani")
    found = {"name": "Ujang Iskandar", "birth_date": "1990-01-02", "nik": ""}

    answer = browser.post(reverse("clients:new"), found, follow=True)

    assert answer.redirect_chain[-1][0] == reverse("clients:intake")
    assert left_in_indonesian(answer, indonesian) == []


def test_an_error_page_speaks_english(reader, indonesian):
    answer = reader("ani").get(reverse("clients:file", args=[2**40]))

    assert answer.status_code == 404
    assert left_in_indonesian(answer, indonesian) == []

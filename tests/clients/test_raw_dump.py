"""What somebody who stole the database would read: every column of every table, looked through for canaries."""

from base64 import b64encode

import pytest
from django.apps import apps
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone

from accounts.models import Session
from care.models import FollowUpContact
from clients.models import CaseEvent, Client
from clients.services.emergency import review_emergency
from common.sealed import SealedTextField
from common.trail import History
from screening.models import AssessmentPart, RoutingDecision
from tests import people
from tests.care.delivery_factories import GroupSessionFactory
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.clients.factories import BreakGlassFactory
from tests.clients.registering import posted
from tests.screening.assessment_factories import bare
from tests.screening.factories import ScreeningFactory


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
NIK, KK = "3271015503150678", "3271012204198877"
CANARIES = {
    "nik": NIK,
    "nomor_kk": KK,
    "address": "Jalan Kenari Kuning 77",
    "phone": "081377755533",
    "family_name": "Kenari Ibu",
    "family_phone": "081366644422",
    "family_address": "Jalan Kenari Biru 66",
    "referred_by": "Kenari Perujuk",
    "guardian_name": "Kenari Wali",
}
NOTES = [f"Catatan kenari {kind}" for kind in ("counselling", "law", "placement", "call")]
WORDS = [f"Kenari menulis panjang {kind}" for kind in ("glass", "review", "meeting")]
# Of an interview and of an assessment: what was answered, and what came of it.
CODES = ["kenariamfetamin", "kenaribahaya", "kenarikeadaan", "kenarihasil", "kenariusulan"]
# Free text that may stand open: names are found by typing, titles are ours, the rest is coded or staff's.
OPEN = {
    "clients.CaseTask": {"subject"},
    "clients.Client": {"registration_number", "name", "birth_place", "occupation"},
    "clients.Wait": {"kind", "what"},  # codes, written by the database
    "clients.ConsentText": {"version", "body"},
    "care.FollowUp": {"milestone"},
    "care.Aid": {"item", "unit"},  # things
    "care.CareGroup": {"name"},
    "care.GroupSession": {"topic"},
    "care.OutcomePart": {"code", "version"},
    "care.Training": {"topic", "provider_name"},
    "screening.AssessmentPart": {"code", "version"},
    "screening.Screening": {"instrument", "version"},
}


@pytest.fixture
def dump(client):
    """Everything, after a registration and notes through the pages; one search is left unfinished."""
    client.force_login(people.ani())
    look = {"name": "Rian Saputra", "birth_date": "2015-03-15", "nik": NIK}
    client.post(reverse("clients:new"), look)
    sent = posted(
        people.ani(),
        **CANARIES,
        nik_confirmed="on",
        birth_date="2015-03-15",
        given_by="guardian",
        given_on=TODAY.isoformat(),
    )
    answer = client.post(reverse("clients:intake"), sent)
    assert answer.status_code == 302, answer.context["form"].errors
    case = Client.objects.get().cases.get()
    for kind, text in zip(("counselling", "law"), NOTES, strict=False):
        note = {"kind": kind, "text": text, "on": TODAY.isoformat(), "time": "00:00"}
        assert client.post(reverse("clients:note", args=[case.client_id]), note).status_code == 302
    told = dict.fromkeys(("request_note", "answer_note", "end_note"), NOTES[2])
    PlacementFactory(case=case, base="balai", **told)
    FollowUpContact.objects.create(
        follow_up=FollowUpFactory(case=case),
        on=TODAY,
        channel="phone",
        outcome="well",
        note=NOTES[3],
        recorded_by=people.ani(),
    )
    client.post(reverse("clients:new"), look)
    _answers(case)
    _words(case)
    return b"\n".join(everything())


def _answers(case):
    said = [{code: code} for code in CODES]
    ScreeningFactory(
        case=case,
        **dict(zip(("answers", "red_flags", "facts", "result", "proposal"), said, strict=True)),
    )
    sheet = bare(case)
    sheet.proposal = said[4]
    sheet.save()
    AssessmentPart.objects.create(
        assessment=sheet,
        code="dast10",
        answers=said[0],
        result=said[3],
        saved_by=people.ani(),
        saved_at=timezone.now(),
    )


def _words(case):
    glass = BreakGlassFactory(client=case.client, reason=WORDS[0])
    review_emergency(
        emergency=glass,
        verdict="proper",
        note=WORDS[1],
        actor=people.hadi(),
        at=timezone.now(),
    )
    GroupSessionFactory(notes=WORDS[2])


def everything():
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            yield from (row.encode() for (row,) in cursor.fetchall())
    yield from (repr(session.get_decoded()).encode() for session in Session.objects.all())


@pytest.mark.parametrize("canary", [*CANARIES.values(), *NOTES, *WORDS, *CODES])
def test_no_canary_is_found_in_any_table(dump, canary):
    raw = canary.encode()
    forms = [raw, raw.hex().encode(), b64encode(raw).rstrip(b"=")[:-1]]

    assert [form for form in forms if form in dump] == []


def test_no_session_shows_whom_somebody_looked_for(client):
    client.force_login(people.ani())
    client.post(reverse("clients:search"), {"cari": "Kenari Nama"})
    look = {"name": "Kenari Lain", "birth_date": "2015-03-15", "nik": NIK}
    client.post(reverse("clients:new"), look)

    sessions = [repr(session.get_decoded()) for session in Session.objects.all()]

    assert sessions
    assert [one for one in sessions for word in ("Kenari", "2015", NIK) if word in one] == []


def test_the_dump_is_read_in_earnest(dump):
    assert b"Rian Saputra" in dump
    assert b"KPN-" in dump


def test_the_owner_reads_it_all_again(dump):
    client = Client.objects.get()
    contact, consent = client.family_contacts.get(), client.consents.get()
    read = [client.nik, client.nomor_kk, client.address, client.phone]
    read += [contact.name, contact.phone, contact.address]
    read += [client.cases.get().referred_by, consent.guardian_name]

    assert read == list(CANARIES.values())
    assert set(NOTES[:2]) <= {event.note for event in CaseEvent.objects.all()}


def test_the_reason_of_a_decision_is_sealed():
    assert isinstance(RoutingDecision._meta.get_field("reason"), SealedTextField)


def test_every_free_text_about_a_person_is_sealed_or_listed_here():
    found = {}
    for label in ("clients", "care", "screening"):
        for model in apps.get_app_config(label).get_models():
            if issubclass(model, History):  # a copy: sealed where its row is
                continue
            texts = {
                field.name
                for field in model._meta.concrete_fields
                if isinstance(field, models.CharField | models.TextField)
                and not field.choices
                and field.editable
            }
            if texts and not issubclass(model, History):  # copies are sealed as their rows are
                found[model._meta.label] = texts

    assert found == OPEN

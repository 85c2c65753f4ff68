"""Row B5, read from the source: no page, file or answer prints a delicate fact past `clients.showing`."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from rest_framework.serializers import ModelSerializer

from clients.api import PersonOutput
from clients.field_rules import FIELD_OF
from common.sealed import SealedTextField
from tests.architecture.test_scope_walk import APPS, name_of, sources


COLUMNS = {column for columns in FIELD_OF.values() for column in columns} - {"name"}
# Words that mean other things elsewhere in the code; the pages about the interview are for who may hold it.
OF_THE_INTERVIEW = FIELD_OF["screening.Screening"].keys()
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
WORD = re.compile(r"(?=\b(\w+)\.(?:get_)?(\w+?)(?:_display)?\b)")
ASKS = ("{% shown ", "{% shown_note ", "{% if ", "{% elif ")
CLOSE_ONES = {"contact", "person", "guardian", "family_contact"}  # their names are delicate too
# Whose columns only sound alike.
OTHERS = {"form", "institution"}
MAY_PRINT = {
    ("clients/emergency_review.html", "emergency.reason"): "why a glass was broken, for those who judge it",
    ("clients/emergency_review.html", "emergency.review_note"): "what its judge wrote of it",
    ("clients/emergency_review.html", "step.detail"): "the address of a page, or which fact was asked for",
    ("accounts/user.html", "person.name"): "a colleague",
    ("reports/submission.html", "submission.note"): "what an institution says of its month",
    ("reports/submission.html", "submission.answer_note"): "what the ministry says of it",
    ("care/_contacts.html", "contact.outcome"): "a code",
    ("care/_termination.html", "termination.reason"): "a code",
    ("care/_tried.html", "entry.place"): "a number in a queue",
    ("care/_tried.html", "entry.target"): "for which institution or province somebody waits",
    ("care/_waiting.html", "entry.place"): "a number in a queue",
    ("care/_waiting.html", "entry.target"): "for which institution or province somebody waits",
    ("care/waiting_list.html", "entry.place"): "a number in a queue",
    ("care/waiting_list.html", "entry.target"): "for which institution or province somebody waits",
    ("care/delivery.html", "delivery.place"): "a code",
    ("care/_life.html", "death.place"): "a code",
    ("safety/_referral.html", "answer.outcome"): "a code",
    ("care/_transfer_facts.html", "consent.given_by"): "a code",
    ("care/transfer_new.html", "consent.given_by"): "a code",
    ("clients/_summary.html", "consent.given_by"): "a code",
    ("clients/profile.html", "consent.given_by"): "a code",
    ("care/_moves.html", "transfer.reason"): "a code",
    ("care/_transfer_facts.html", "transfer.reason"): "a code",
    ("care/transfers.html", "transfer.reason"): "a code",
    ("accounts/_events.html", "event.detail"): "what happened to an account",
    ("api/page.html", "entry.summary"): "what an address of the API does",
    ("exports/_facts.html", "export.reason"): "what a list is taken out for",
    ("exports/list.html", "row.reason"): "what a list is taken out for",
    ("exports/export.html", "export.answer_note"): "why it was refused",
    ("screening/trend.html", "trend.substances"): "lines of scores, drawn for whoever may see answers",
    ("desk/home_ministry_admin.html", "gaps.nik"): "how many have none",
}  # fmt: skip
# Sealed, and about nobody's file: who broke a glass, and a meeting as a whole.
NO_FACTS = {
    "clients.BreakGlass.reason",
    "clients.BreakGlass.review_note",
    "care.GroupSession.notes",
}
SURFACES = ("views", "api", "templatetags", "selectors", "forms", "ics", "paper", "changes")
MAY_READ = {
    "clients/selectors.py": "`revealed`: what stands behind a mask, asked with a purpose",
    "clients/templatetags/clients.py": "`shown_note`, which asks the table",
    "clients/views/exported.py": "`_told`, which asks the table",
    "clients/forms/profile.py": "whether there is a number to be replaced; its value is masked",
    "clients/forms/consent.py": "the birth date by which a form weighs who may consent",
    "clients/views/intake.py": "hands it to that form",
    "clients/views/consent.py": "hands it to that form",
    "accounts/views/users.py": "where somebody works",
    "accounts/views/invitations.py": "where somebody works",
    "care/plan/forms/planning.py": "what a plan's maker changes, beside the field it is changed in",
    "care/placement/matching/comparing.py": "the place of a candidate in their order",
    "care/placement/matching/ranking.py": "the place of a candidate in their order",
    "care/plan/views/drafting.py": "what a plan's maker changes",
    "care/ending/views.py": "what was prepared of the end, for its maker to go on with",
    "care/aftercare/ics.py": "the title of an entry in a calendar",
    "safety/selectors.py": "the signs that the routing is told of, and telephones that a page asks the table for",
    "screening/assessment/views/filling.py": "the signs of answers that its reader has just given",
    "safety/views/referrals.py": "a code; and where somebody was sent, beside the field that asks where they were seen",
    "safety/views/overview.py": "the signs whose texts a page asks the table for",
    "reports/forms.py": "the note of an institution on its month",
    "care/delivery/views/meetings.py": "hands the roll as it was written to the form that mends it",
}  # fmt: skip


def bare_in(template: str) -> Iterator[str]:
    for tag in TAG.findall(template):
        if tag.startswith(ASKS):
            continue
        for holder, word in WORD.findall(tag):
            is_delicate = word in COLUMNS or (holder in CLOSE_ONES and word == "name")
            if is_delicate and holder not in OTHERS:
                yield f"{holder}.{word}"


def read_in(source: str) -> set[str]:
    """The delicate columns that a module reads from anything but itself, its forms and its institutions."""
    return {
        f"{getattr(node.value, 'id', getattr(node.value, 'attr', '?'))}.{node.attr}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and node.attr in COLUMNS - OF_THE_INTERVIEW
        and isinstance(node.ctx, ast.Load)
    }


def test_no_template_prints_a_delicate_field_by_itself():
    root = settings.BASE_DIR / "templates"
    found = {
        (str(path.relative_to(root)), bare)
        for path in root.rglob("*.html")
        for bare in bare_in(path.read_text())
    }

    assert found - MAY_PRINT.keys() == set()


def test_no_view_answer_or_file_reads_a_delicate_field_by_itself():
    found = {
        name_of(path): sorted(read)
        for path in sources(*APPS)
        if any(part.removesuffix(".py") in SURFACES for part in path.parts)
        and (read := read_in(path.read_text()))
        and name_of(path) not in MAY_READ
    }

    assert found == {}


def everything(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from everything(one)


def test_every_answer_of_the_api_that_names_a_delicate_column_asks_the_table():
    naked = [
        one.__qualname__
        for one in everything(ModelSerializer)
        if (meta := getattr(one, "Meta", None))
        and set(meta.fields) & FIELD_OF.get(meta.model._meta.label, {}).keys()
        and not issubclass(one, PersonOutput)
    ]

    assert naked == []


def test_no_exception_is_needed_no_longer():
    root = settings.BASE_DIR
    gone = [
        name
        for name in MAY_READ
        if name != "clients/selectors.py" and not read_in((root / name).read_text())
    ]
    gone += [
        f"{name}: {bare}"
        for name, bare in MAY_PRINT
        if bare not in bare_in((root / "templates" / name).read_text())
    ]

    assert gone == []


def test_every_sealed_column_has_a_line_in_the_table():
    forgotten = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedTextField)
        and model.__module__.startswith(APPS)
        and not hasattr(model, "pgh_tracked_model")
        and field.name not in FIELD_OF.get(model._meta.label, {})
    }

    assert forgotten == NO_FACTS


@pytest.mark.parametrize(
    "template",
    [
        "{{ client.nik }}",
        "{{ placement.client.phone|default:'—' }}",
        "{% blocktranslate trimmed with born=client.birth_date|day %}",
        "{{ case.get_legal_status_display }}",
        "{{ contact.name }}",
        '<a href="tel:{{ person.phone }}">',
    ],
)
def test_a_bare_field_is_seen(template):
    assert list(bare_in(template))


@pytest.mark.parametrize(
    "template",
    [
        '{% shown client "phone" %}',
        '{% shown client "family" contact.name %}',
        "{% if client.phone %}",
        "{{ institution.phone }}",
        "{{ form.nik.as_field_group }}",
        "{{ user.name }}",
    ],
)
def test_what_only_sounds_like_it_passes(template):
    assert not list(bare_in(template))


def test_a_view_that_reads_one_is_seen():
    assert read_in("def page(row): return row.client.nik") == {"client.nik"}

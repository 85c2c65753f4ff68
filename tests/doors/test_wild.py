"""Whatever is sent to whatever form: never an error of ours, always a sentence, nothing half written."""

import re
from html import unescape

import pytest

from tests.doors.opening import open_door, rows
from tests.doors.wild import ALWAYS_WRONG, NOT_TYPED, UNSOUND, WILD, wild_for
from tests.registry import RECORDS
from tests.route import Form
from tests.undoing import undone


ENGLISH = re.compile(
    r"\b(Ensure|Enter a|Select a|This field|Null char|is not|valid (date|time|choice))\b"
)
SUMMARY = re.compile(r'<div class="error-summary".*?</ul>', re.DOTALL)


def test_a_plain_answer_is_taken(opened):
    """Without this, the tests below would prove nothing."""
    assert opened.send(opened.plain).status_code in {200, 302}


def test_one_wild_field_among_right_ones_is_refused_in_words_or_taken_whole(opened, some):
    before = rows()

    for field, kind in opened.kinds.items():
        for what, value in some(wild_for(kind).items(), opened.name + field):
            told = f"{opened.name}, {field}: {what}"
            with undone():
                answer = opened.send({**opened.plain, field: value})
                judge(opened, answer, before, told)
                if kind in ALWAYS_WRONG and opened.route.form is not Form.FORGIVING:
                    assert answer.status_code == 422, told


def test_every_field_says_for_itself_what_is_wrong_with_it_and_keeps_what_was_typed(opened):
    hidden = {"checkbox", "hidden", "file"}
    asking = {field for field in opened.plain if opened.kinds[field] not in hidden}
    typed = [f for f in asking if opened.kinds[f] not in {*NOT_TYPED, "select"}]
    if not asking or opened.route.form in {Form.FORGIVING, Form.SCRIPT}:
        pytest.skip("no field, or no page in the answer")
    before = rows()

    for what, value in UNSOUND.items():
        with undone():
            answer = opened.send(dict.fromkeys(opened.plain, value))
            judge(opened, answer, before, what)
            page = unescape(answer.content.decode())
            told = set(re.findall(r'id="id_([\w-]+?)_error"', page))
            assert asking - told == set(), what
            assert page.count(value.strip("\0")) >= len(typed), what


def test_missing_and_repeated_fields_are_no_surprise(opened, some):
    before, plain = rows(), opened.plain
    wanting = [{k: v for k, v in plain.items() if k != field} for field in plain]
    repeated = {field: ["\x00", "zzz", "-1"] for field in plain}
    wild = [value for value in WILD.values() if value not in UNSOUND.values()]
    shuffled = [
        {field: wild[(nth + turn) % len(wild)] for nth, field in enumerate(plain)}
        for turn in range(len(wild))
    ]

    bodies = [{}, repeated, *some(wanting, opened.name), *some(shuffled, opened.name)]
    for body in bodies if plain else [{}]:
        with undone():
            judge(opened, opened.send(body), before, f"{opened.name}: {body}"[:300])


STRANGE = [
    (f"{record.name} {named.rpartition(' ')[0]}".strip(), named.rpartition(" ")[2], stranger)
    for record in RECORDS
    for named, stranger in record.strangers.items()
]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "field", "stranger"), STRANGE)
def test_a_row_of_others_cannot_be_chosen(client, name, field, stranger):
    opened = open_door(client, name)
    pk = stranger().pk
    before = rows()

    answer = opened.send({**opened.plain, field: pk})

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert rows() == before


def judge(opened, answer, before, told):
    assert answer.status_code < 500, told
    if answer.status_code in {200, 302}:
        return
    if opened.route.form is not Form.DRAFT:
        assert rows() == before, told
    if answer.status_code != 422 or answer["Content-Type"].startswith("application/json"):
        return
    sentences = SUMMARY.findall(answer.content.decode())
    assert sentences, told
    assert not ENGLISH.search(sentences[0]), told

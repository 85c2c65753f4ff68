"""Whatever is sent to whatever form: never an error of ours, always a sentence, nothing half written."""

import re
from html import unescape

import pytest

from tests.doors.opening import rows
from tests.doors.wild import ALWAYS_WRONG, NOT_TYPED, UNSOUND, WILD, wild_for
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


@pytest.mark.parametrize("what", UNSOUND)
def test_every_field_says_for_itself_what_is_wrong_with_it(opened, what):
    hidden = {"checkbox", "hidden", "file"}
    asking = {field for field in opened.plain if opened.kinds[field] not in hidden}
    _with_words(opened, asking)

    answer = opened.send(dict.fromkeys(opened.plain, UNSOUND[what]))

    told = set(re.findall(r'id="id_([\w-]+?)_error"', answer.content.decode()))
    assert asking - told == set()


def test_what_was_typed_is_kept_on_a_refused_page(opened):
    typed = {f for f in opened.plain if opened.kinds[f] not in {*NOT_TYPED, "select"}}
    _with_words(opened, typed)

    answer = opened.send({**opened.plain, **dict.fromkeys(typed, "“Rian” & teman " * 400)})

    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "data-error-summary" in page
    assert page.count("“Rian” & teman " * 20) >= len(typed)


def _with_words(opened, fields):
    if not fields or opened.route.form in {Form.FORGIVING, Form.SCRIPT}:
        pytest.skip("no field, or no page in the answer")


def test_missing_and_repeated_fields_are_no_surprise(opened, some):
    before, plain = rows(), opened.plain
    wanting = [{k: v for k, v in plain.items() if k != field} for field in plain]
    repeated = {field: ["\x00", "zzz", "-1"] for field in plain}
    every_field = [dict.fromkeys(plain, value) for value in WILD.values()]

    for body in [{}, repeated, *some([*wanting, *every_field], opened.name)]:
        with undone():
            judge(opened, opened.send(body), before, f"{opened.name}: {body}"[:300])


def test_a_row_of_others_cannot_be_chosen(opened):
    more = opened.name.partition(" ")[2]
    for named, stranger in opened.route.strangers.items():
        form, _space, field = named.rpartition(" ")
        if form == more:
            with undone():
                refused(opened, field, stranger().pk)


def refused(opened, field, pk):
    before = rows()

    answer = opened.send({**opened.plain, field: pk})

    assert answer.status_code == 422, field
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert rows() == before, field


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

"""The published scales are complete, bilingual and closed; an edit of one is noticed here."""

import dataclasses
import hashlib
import json

import pytest

from screening.engine import (
    AnswerError,
    ScaleResult,
    UnknownInstrument,
    get_scale,
    instruments,
    published_scales,
    route,
    scales,
    score_scale,
    unanswered,
)
from screening.engine.red_flags import is_listed
from tests.screening.engine.test_instruments import texts_in


DIGESTS = {
    "assist 3.1": "efd0c0913241b68a",
    "dast10 1.0": "d309be7e79b49843",
    "audit 1.0": "2550b3de3377f370",
    "srq20 1.0": "90cd0f0b34cfd3c8",
    "readiness 1.0": "3638dbb1da87c458",
    "whoqol_bref 1.0": "e7b414f1df26c73d",
    "social_functioning 1.0": "ab8f2745dbb67b4c",
    "apgar 1.0": "edb49a10f1e08393",
    "dast10 1.1": "e2814269d25d09f7",
    "audit 1.1": "3ab19e5522fd59df",
    "readiness 1.1": "4ac8b7b2fed46424",
    "social_functioning 1.1": "a813e0f3eeb8acba",
    "crafft 2.1": "949fdeeeff80bf9c",
    "child_strengths 1.0": "06868db230900458",
    "srq29 1.0": "a7e49d76884365df",
    "asq 1.0": "a8aae87d990c831a",
}

# Fields that the shape of a scale was given later: an instrument that does not use one is what it was.
LATER = ("advises", "floors", "skips", "followed_by", "apart", "voids")


def digest(scale):
    data = json.dumps(as_published(scale), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(data.encode()).hexdigest()[:16]


def as_published(scale):
    return dataclasses.asdict(
        scale, dict_factory=lambda pairs: {k: v for k, v in pairs if v or k not in LATER}
    )


def name_of(scale):
    return f"{scale.code} {scale.version}"


def first_options(scale):
    return {item.code: item.options[0].value for item in scale.items}


each_scale = pytest.mark.parametrize("scale", published_scales(), ids=name_of)


def test_a_change_of_a_published_instrument_is_a_new_version():
    """A digest here never changes: edit nothing that is published, add a module and a line instead."""
    published = (*instruments.published(), *published_scales())

    assert {name_of(one): digest(one) for one in published} == DIGESTS


def test_the_newest_version_of_each_scale_is_the_default():
    assert [get_scale(scale.code) for scale in scales()] == list(scales())
    assert get_scale("audit", "1.0").version == "1.0"


@pytest.mark.parametrize(("code", "version"), [("assist", None), ("audit", "0.9"), ("", None)])
def test_a_scale_never_published_is_refused(code, version):
    with pytest.raises(UnknownInstrument):
        get_scale(code, version)


@each_scale
def test_every_text_is_written_in_both_languages(scale):
    assert all(text.id.strip() and text.en.strip() for text in texts_in(scale))


@each_scale
def test_codes_are_used_once_and_values_are_words(scale):
    codes = [item.code for item in scale.items]

    assert len(set(codes)) == len(codes)
    for item in scale.items:
        values = [option.value for option in item.options]
        assert len(set(values)) == len(values)
        assert all(isinstance(value, str) for value in values)


@each_scale
def test_every_domain_can_be_reached(scale):
    named = {item.domain for item in scale.items if item.domain}

    assert named == {domain.code for domain in scale.domains}
    for domain in scale.domains:
        assert 1 <= domain.at_least <= len(scale.items_of(domain.code))


@each_scale
def test_flags_are_red_flags_of_the_interview(scale):
    assert all(is_listed(item.flag) for item in scale.items if item.flag)


@each_scale
def test_an_empty_sheet_lacks_every_item(scale):
    assert unanswered(scale.code, {}) == tuple(item.code for item in scale.items)


@each_scale
def test_a_full_sheet_is_scored_and_survives_storing(scale):
    result = score_scale(scale.code, first_options(scale))

    assert ScaleResult.from_dict(json.loads(json.dumps(result.to_dict()))) == result
    assert [part.question for part in result.parts] == [item.code for item in scale.items]


@each_scale
def test_an_unknown_item_is_refused(scale):
    with pytest.raises(AnswerError) as refused:
        score_scale(scale.code, {**first_options(scale), "q99": "1"})

    assert (refused.value.problem, refused.value.question) == ("unknown", "q99")


@each_scale
def test_an_answer_that_is_no_option_is_refused(scale):
    first = scale.items[0].code
    with pytest.raises(AnswerError) as refused:
        score_scale(scale.code, {**first_options(scale), first: "perhaps"})

    assert (refused.value.problem, refused.value.question) == ("unreadable", first)


@pytest.mark.parametrize("answers", [None, [], "q1"])
def test_what_is_no_sheet_is_refused(answers):
    with pytest.raises(AnswerError):
        score_scale("dast10", answers)
    assert len(unanswered("dast10", answers)) == 10


def test_a_gap_names_the_first_item_missing():
    answers = first_options(get_scale("apgar"))
    del answers["growth"]

    assert unanswered("apgar", answers) == ("growth",)
    with pytest.raises(AnswerError) as refused:
        score_scale("apgar", answers)
    assert (refused.value.problem, refused.value.question) == ("missing", "growth")


def test_routing_weighs_a_scale_that_classifies_substance_use():
    dast = score_scale("dast10", first_options(get_scale("dast10")))

    assert route({"dast10": dast}).risk == "high"


def test_routing_leaves_out_a_scale_that_says_nothing_of_substance_use():
    distress = score_scale("srq20", first_options(get_scale("srq20")))

    proposal = route({"srq20": distress})

    assert proposal.risk is None
    assert "unusable_result" not in [code for code, _ in proposal.warnings]

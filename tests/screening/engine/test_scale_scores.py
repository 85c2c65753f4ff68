"""Golden tables: answers scored by hand, with each cut-off from both sides."""

import pytest

from screening.engine import AnswerError, get_scale, progress_of, score_scale, unanswered


def numbered(values):
    """Answers q1, q2, ... from words in a row; a dash skips the item."""
    words = enumerate(values.split(), start=1)
    return {f"q{number}": word for number, word in words if word != "-"}


def yes(count, *numbers):
    """A yes/no sheet of so many items with yes to the numbers given."""
    return {f"q{n}": "yes" if n in numbers else "no" for n in range(1, count + 1)}


# DAST-10: "yes" to item 3 is the healthy answer; each sheet below names its yes answers.
DAST = [
    ((3,), 0, "none", "low"),
    ((), 1, "low", "low"),
    ((1, 3), 1, "low", "low"),
    ((1,), 2, "low", "low"),
    ((1, 2), 3, "moderate", "moderate"),
    ((1, 2, 4, 5), 5, "moderate", "moderate"),
    ((1, 2, 4, 5, 6), 6, "substantial", "high"),
    ((1, 2, 4, 5, 6, 7, 8), 8, "substantial", "high"),
    ((1, 2, 4, 5, 6, 7, 8, 9), 9, "severe", "high"),
    ((1, 2, 4, 5, 6, 7, 8, 9, 10), 10, "severe", "high"),
    ((1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 9, "severe", "high"),
]


@pytest.mark.parametrize(("positive", "total", "band", "risk"), DAST)
def test_dast10(positive, total, band, risk):
    result = score_scale("dast10", yes(10, *positive))

    assert (result.total, result.band, result.risk) == (total, band, risk)


# AUDIT: items 1-8 count 0-4, 9 and 10 count 0, 2 or 4. The last column: the zone was raised.
AUDIT = [
    ("0 0 0 0 0 0 0 0 0 0", 0, "zone1", "low", False),
    ("4 3 0 0 0 0 0 0 0 0", 7, "zone1", "low", False),
    ("4 4 0 0 0 0 0 0 0 0", 8, "zone2", "moderate", False),
    ("4 4 4 1 1 1 0 0 0 0", 15, "zone2", "moderate", False),
    ("4 4 4 1 1 1 1 0 0 0", 16, "zone3", "moderate", False),
    ("4 4 4 1 1 1 4 0 0 0", 19, "zone3", "moderate", False),
    ("4 4 4 1 1 1 4 1 0 0", 20, "zone4", "high", False),
    ("4 4 4 4 4 4 4 4 4 4", 40, "zone4", "high", False),
    ("0 0 0 1 1 1 0 0 2 2", 7, "zone1", "low", False),
    ("0 0 0 2 0 0 0 0 0 0", 2, "zone2", "moderate", True),
    ("0 0 0 0 2 0 0 0 0 0", 2, "zone2", "moderate", True),
    ("0 0 0 0 0 2 0 0 0 0", 2, "zone2", "moderate", True),
    ("0 0 0 0 0 0 0 0 4 0", 4, "zone2", "moderate", True),
    ("0 0 0 0 0 0 0 0 0 4", 4, "zone2", "moderate", True),
    ("0 0 0 2 2 2 0 0 4 4", 14, "zone3", "moderate", True),
    ("4 4 4 2 0 0 2 0 0 0", 16, "zone4", "high", True),
    ("1 1 1 0 0 0 4 4 0 0", 11, "zone2", "moderate", False),
]


@pytest.mark.parametrize(("words", "total", "band", "risk", "raised"), AUDIT)
def test_audit(words, total, band, risk, raised):
    result = score_scale("audit", numbered(words), "1.0")

    assert (result.total, result.band, result.risk, result.raised) == (total, band, risk, raised)


# Version 1.1: a dash is an item passed over; the last column is the zone whose intervention is offered.
AUDIT_1_1 = [
    ("0 - - - - - - - 0 0", 0, "zone1", "low", None),
    ("0 - - - - - - - 2 2", 4, "zone1", "low", None),
    ("0 - - - - - - - 4 0", 4, "zone1", "low", "zone2"),
    ("4 0 0 - - - - - 0 4", 8, "zone2", "moderate", "zone3"),
    ("1 1 0 0 0 0 0 0 0 0", 2, "zone1", "low", None),
    ("1 1 0 2 0 0 0 0 0 0", 4, "zone1", "low", "zone2"),
    ("4 4 4 2 0 0 2 0 0 0", 16, "zone3", "moderate", "zone4"),
    ("4 4 4 1 1 1 4 0 0 0", 19, "zone3", "moderate", None),
    ("4 4 4 1 1 1 4 1 0 0", 20, "zone4", "high", None),
    ("4 4 4 4 4 4 4 4 4 4", 40, "zone4", "high", None),
]


@pytest.mark.parametrize(("words", "total", "band", "risk", "advised"), AUDIT_1_1)
def test_audit_1_1_advises_more_and_classes_by_the_sum_alone(words, total, band, risk, advised):
    result = score_scale("audit", numbered(words))
    labels = {one.code: one.label for one in get_scale("audit").bands}

    assert (result.total, result.band, result.risk, result.raised) == (total, band, risk, False)
    assert result.advised == (labels[advised] if advised else None)


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        ("0 - - - - - - - - -", ("q9", "q10")),
        ("1 0 0 - - - - - 0 -", ("q10",)),
        ("1 0 - - - - - - 0 0", ("q3", "q4", "q5", "q6", "q7", "q8")),
        ("1 1 0 - - - - - 0 0", ("q4", "q5", "q6", "q7", "q8")),
        ("- 0 0 - - - - - 0 0", ("q1",)),
    ],
)
def test_audit_1_1_passes_over_what_the_manual_passes_over(words, needed):
    assert unanswered("audit", numbered(words)) == needed


def test_whoever_has_not_used_for_a_year_scores_nothing_by_the_hints_of_dast10():
    assert {item.code for item in get_scale("dast10").items if item.hint} == {"q3", "q5"}
    assert score_scale("dast10", yes(10, 3)).total == 0


# SRQ-20: six and more; item 17 is a red flag whatever the sum.
SRQ = [
    ((), 0, "below", ()),
    ((1, 2, 3, 4, 5), 5, "below", ()),
    ((1, 2, 3, 4, 5, 6), 6, "distress", ()),
    ((17,), 1, "below", ("suicide_intent",)),
    (tuple(range(1, 21)), 20, "distress", ("suicide_intent",)),
    ((16, 18), 2, "below", ()),
]


@pytest.mark.parametrize(("positive", "total", "band", "flags"), SRQ)
def test_srq20(positive, total, band, flags):
    result = score_scale("srq20", yes(20, *positive))

    assert (result.total, result.band, result.risk) == (total, band, None)
    assert result.flags == flags


# Family APGAR: often 2, sometimes 1, rarely 0, in the order of the items.
APGAR = [
    ("rarely rarely rarely rarely rarely", 0, "severe"),
    ("often sometimes rarely rarely rarely", 3, "severe"),
    ("often often rarely rarely rarely", 4, "moderate"),
    ("often often sometimes sometimes rarely", 6, "moderate"),
    ("often often often sometimes rarely", 7, "good"),
    ("often often often often often", 10, "good"),
]


@pytest.mark.parametrize(("words", "total", "band"), APGAR)
def test_family_apgar(words, total, band):
    items = ("adaptation", "partnership", "growth", "affection", "resolve")

    result = score_scale("apgar", dict(zip(items, words.split(), strict=True)))

    assert (result.total, result.band, result.risk) == (total, band, None)


def readiness(precontemplation, contemplation, action, maintenance, stage="contemplation"):
    """Three answers for each subscale, such as "455"."""
    given = {
        "precontemplation": precontemplation,
        "contemplation": contemplation,
        "action": action,
        "maintenance": maintenance,
    }
    answers = {f"{code}{n}": row[n - 1] for code, row in given.items() for n in (1, 2, 3)}
    return {**answers, "stage": stage}


# Readiness = C + A + M - PC, each a mean of three; beyond 8 contemplation, beyond 11 preparation.
READINESS = [
    (("555", "111", "111", "111"), -2, "precontemplation"),
    (("111", "333", "333", "333"), 8, "precontemplation"),
    (("111", "334", "333", "333"), 8.33, "contemplation"),
    (("222", "444", "444", "444"), 10, "contemplation"),
    (("111", "444", "444", "444"), 11, "contemplation"),
    (("111", "445", "444", "444"), 11.33, "preparation"),
    (("111", "555", "555", "555"), 14, "preparation"),
]


@pytest.mark.parametrize(("rows", "total", "band"), READINESS)
def test_readiness(rows, total, band):
    result = score_scale("readiness", readiness(*rows))

    assert (result.total, result.band, result.risk) == (total, band, None)


def test_readiness_keeps_the_mean_of_each_subscale():
    result = score_scale("readiness", readiness("112", "345", "455", "555"))

    assert result.domains == {
        "precontemplation": 1.33,
        "contemplation": 4,
        "action": 4.67,
        "maintenance": 5,
    }
    assert result.total == 12.33


def test_the_stage_chosen_is_kept_and_brings_no_points():
    rows = ("111", "333", "333", "333")

    chosen = [score_scale("readiness", readiness(*rows, stage)) for stage in ("relapse", "action")]

    assert [result.answer("stage") for result in chosen] == ["relapse", "action"]
    assert {result.total for result in chosen} == {8}


# WHOQOL-BREF, items 1-26; every 3 is the middle. Physical is 3r 4r 10 15 16 17 18 and so on.
MIDDLE = "3 " * 26


def changed(**answers):
    return {**numbered(MIDDLE), **answers}


def without(*items):
    return {code: value for code, value in numbered(MIDDLE).items() if code not in items}


def test_whoqol_has_no_total():
    result = score_scale("whoqol_bref", numbered(MIDDLE))

    assert (result.total, result.band, result.label, result.risk) == (None, "", None, None)


def test_whoqol_in_the_middle_is_50_in_every_domain():
    assert score_scale("whoqol_bref", numbered(MIDDLE)).domains == {
        "quality": 3,
        "health": 3,
        "physical": 50,
        "psychological": 50,
        "social": 50,
        "environment": 50,
    }


def test_whoqol_at_its_best_is_100():
    best = {**numbered("5 " * 26), "q3": "1", "q4": "1", "q26": "1"}

    domains = score_scale("whoqol_bref", best).domains

    assert [domains[d] for d in ("physical", "psychological", "social", "environment")] == [100] * 4


def test_whoqol_at_its_worst_is_0():
    worst = {**numbered("1 " * 26), "q3": "5", "q4": "5", "q26": "5"}

    domains = score_scale("whoqol_bref", worst).domains

    assert [domains[d] for d in ("physical", "psychological", "social", "environment")] == [0] * 4


# One answer moved from the middle, and what it does: 1 step of 7 x 4 is 3.57 and so on.
WHOQOL_STEPS = [
    ("q3", "5", "physical", 42.86),
    ("q3", "1", "physical", 57.14),
    ("q4", "4", "physical", 46.43),
    ("q10", "4", "physical", 53.57),
    ("q18", "5", "physical", 57.14),
    ("q26", "5", "psychological", 41.67),
    ("q26", "1", "psychological", 58.33),
    ("q5", "5", "psychological", 58.33),
    ("q21", "5", "social", 66.67),
    ("q25", "4", "environment", 53.12),
    ("q8", "1", "environment", 43.75),
    ("q1", "5", "quality", 5),
    ("q2", "1", "health", 1),
]


@pytest.mark.parametrize(("item", "answer", "domain", "score"), WHOQOL_STEPS)
def test_whoqol_counts_an_answer_in_its_own_domain_alone(item, answer, domain, score):
    middle = score_scale("whoqol_bref", numbered(MIDDLE)).domains

    domains = score_scale("whoqol_bref", changed(**{item: answer})).domains

    assert domains == {**middle, domain: score}


# The least that must be answered: physical 6 of 7, psychological 5 of 6, social 2 of 3, environment 6 of 8.
WHOQOL_GAPS = [
    ("physical", ("q3",), ("q3", "q4")),
    ("psychological", ("q26",), ("q26", "q5")),
    ("social", ("q21",), ("q21", "q22")),
    ("environment", ("q8", "q9"), ("q8", "q9", "q25")),
]


@pytest.mark.parametrize(("domain", "enough", "too_many"), WHOQOL_GAPS)
def test_whoqol_scores_a_domain_only_when_enough_is_answered(domain, enough, too_many):
    assert score_scale("whoqol_bref", without(*enough)).domains[domain] == 50
    assert score_scale("whoqol_bref", without(*too_many)).domains[domain] is None


def test_whoqol_takes_the_mean_of_what_was_answered():
    """Social 5 and 4 without the third: mean 4.5, times 4 is 18, (18 - 4) x 100 / 16 is 87.5."""
    answers = changed(q20="5", q22="4")
    del answers["q21"]

    result = score_scale("whoqol_bref", answers)

    assert (result.domains["social"], result.skipped) == (87.5, ("q21",))


def test_whoqol_is_scored_with_21_answers_and_dropped_with_20():
    five, six = ("q1", "q3", "q5", "q20", "q8"), ("q1", "q3", "q5", "q20", "q8", "q9")

    assert unanswered("whoqol_bref", without(*five)) == ()
    assert score_scale("whoqol_bref", without(*five)).domains["physical"] == 50
    assert set(unanswered("whoqol_bref", without(*six))) == set(six)
    with pytest.raises(AnswerError):
        score_scale("whoqol_bref", without(*six))


def functioning(points):
    """Twenty answers in the order of the items."""
    codes = [item.code for item in get_scale("social_functioning").items]
    return dict(zip(codes, points.replace(" ", ""), strict=True))


# Percent of the way from 20 to 100 points: 80 points are 0 to 100 percent.
FUNCTIONING = [
    ("11111 11111 11111 11111", 0, "low"),
    ("33333 33333 22222 22221", 36.25, "low"),
    ("33333 33333 33222 22222", 40, "moderate"),
    ("33333 33333 32222 22222", 38.75, "low"),
    ("44444 44444 44444 33333", 68.75, "moderate"),
    ("44444 44444 44444 43333", 70, "good"),
    ("55555 55555 55555 55555", 100, "good"),
]


@pytest.mark.parametrize(("points", "total", "band"), FUNCTIONING)
def test_social_functioning(points, total, band):
    result = score_scale("social_functioning", functioning(points))

    assert (result.total, result.band, result.risk) == (total, band, None)


def test_social_functioning_keeps_each_ability():
    result = score_scale("social_functioning", functioning("11111 22222 34345 55555"))

    assert result.domains == {"needs": 0, "problems": 25, "roles": 70, "self": 100}


def test_social_functioning_is_answered_with_three_pairs_of_eyes():
    views = get_scale("social_functioning").views

    assert [view.code for view in views] == ["worker", "client", "family"]


def test_the_progress_of_readiness_is_seen_in_action_and_maintenance():
    result = score_scale("readiness", readiness("112", "345", "455", "555"))

    assert list(progress_of(result)) == [("action", 4.67), ("maintenance", 5)]


def test_an_older_readiness_result_is_followed_in_the_same_way():
    result = score_scale("readiness", readiness("111", "333", "333", "333"), "1.0")

    assert list(progress_of(result)) == [("action", 3), ("maintenance", 3)]


def able(word="3", **other):
    return {item.code: word for item in get_scale("social_functioning").items} | other


# Version 1.1, every item 3 (50 percent) but those named: what does not apply leaves the sum and its reach.
NOT_APPLYING = [
    ({"roles1": "na"}, 50, 50),
    ({"roles1": "na", "roles2": "na", "needs3": "na"}, 50, 50),
    ({"roles1": "na", "roles2": "5"}, 52.63, 62.5),
    ({"roles1": "1", "roles2": "1"}, 45, 30),
    ({"roles1": "na", "roles2": "na", "roles3": "5", "roles4": "5", "roles5": "5"}, 58.33, 100),
]


@pytest.mark.parametrize(("other", "total", "roles"), NOT_APPLYING)
def test_what_does_not_apply_counts_neither_for_nor_against(other, total, roles):
    result = score_scale("social_functioning", able(**other))

    assert (result.total, result.domains["roles"]) == (total, roles)


def test_does_not_apply_is_an_answer_and_no_gap():
    answers = able(roles1="na")
    result = score_scale("social_functioning", answers)

    assert (result.answer("roles1"), result.skipped) == ("na", ())
    assert unanswered("social_functioning", able() | {"roles1": ""}) == ("roles1",)


def test_an_item_that_applies_to_everybody_cannot_be_set_aside():
    with pytest.raises(AnswerError):
        score_scale("social_functioning", able(needs1="na"))
    with pytest.raises(AnswerError):
        score_scale("social_functioning", able(roles1="na"), "1.0")


USE = ("alcohol", "cannabis", "else")
TROUBLES = ("car", "relax", "alone", "forget", "family", "trouble")


def crafft(days, answers):
    """Days of the three kinds by first letter (n, f, s, m), then y and n of the six; a dash passes over."""
    words = {"n": "none", "f": "few", "s": "some", "m": "many"}
    part_a = {code: words[sign] for code, sign in zip(USE, days, strict=True)}
    signs = zip(TROUBLES, answers, strict=True)
    return part_a | {code: {"y": "yes", "n": "no"}[sign] for code, sign in signs if sign != "-"}


# CRAFFT 2.1: two and more call for an assessment (moderate here); any use is at least medium (low here).
CRAFFT = [
    ("nnn", "n-----", 0, "low", "low", False),
    ("nnn", "y-----", 1, "medium", "low", False),
    ("fnn", "nnnnnn", 0, "medium", "low", True),
    ("nmn", "ynnnnn", 1, "medium", "low", False),
    ("nns", "nynnnn", 1, "medium", "low", False),
    ("fnn", "yynnnn", 2, "high", "moderate", False),
    ("nnf", "nnnnyy", 2, "high", "moderate", False),
    ("mmm", "yyyyyy", 6, "high", "moderate", False),
]


@pytest.mark.parametrize(("days", "answers", "total", "band", "risk", "raised"), CRAFFT)
def test_crafft(days, answers, total, band, risk, raised):
    result = score_scale("crafft", crafft(days, answers))

    assert (result.total, result.band, result.risk, result.raised) == (total, band, risk, raised)


@pytest.mark.parametrize(
    ("days", "needed"), [("nnn", ("car",)), ("nnf", TROUBLES), ("mnn", TROUBLES)]
)
def test_crafft_asks_whoever_took_nothing_only_about_the_road(days, needed):
    assert unanswered("crafft", crafft(days, "------")) == needed


def strengths(word="1", **other):
    return {item.code: word for item in get_scale("child_strengths").items} | other


# Every area is four items of 0 to 2; the fourth of each difficulty is the other way round.
STRENGTHS = [
    ({}, "feelings", 50),
    ({"feelings1": "2", "feelings2": "2", "feelings3": "2", "feelings4": "0"}, "feelings", 100),
    ({"behaviour1": "0", "behaviour2": "0", "behaviour3": "0", "behaviour4": "2"}, "behaviour", 0),
    ({"attention4": "2"}, "attention", 37.5),
    ({"friends1": "2"}, "friends", 62.5),
    ({"strengths1": "2", "strengths2": "2"}, "strengths", 75),
]


@pytest.mark.parametrize(("other", "domain", "score"), STRENGTHS)
def test_strengths_and_difficulties_of_a_child(other, domain, score):
    result = score_scale("child_strengths", strengths(**other))

    assert result.domains[domain] == score
    assert (result.total, result.band, result.risk) == (None, "", None)


@pytest.mark.parametrize(
    ("word", "flags"), [("0", ()), ("1", ("suicide_intent",)), ("2", ("suicide_intent",))]
)
def test_a_child_that_does_not_want_to_live_raises_a_red_flag(word, flags):
    assert score_scale("child_strengths", strengths(safety=word)).flags == flags


def test_the_safety_of_a_child_moves_no_score():
    calm, hurt = (score_scale("child_strengths", strengths(safety=word)) for word in "02")

    assert calm.domains == hurt.domains

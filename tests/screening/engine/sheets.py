"""Answer sheets for tests, built without help from the engine, and its weights written down again."""

from hypothesis import strategies as st


SUBSTANCES = (
    "tobacco",
    "alcohol",
    "cannabis",
    "cocaine",
    "amphetamine",
    "inhalants",
    "sedatives",
    "hallucinogens",
    "opioids",
    "other",
)
PER_SUBSTANCE = ("q2", "q3", "q4", "q5", "q6", "q7")
OFTEN = ("never", "once_twice", "monthly", "weekly", "daily")
RECENTLY = ("never", "earlier", "past_3_months")
WEIGHTS = {
    "q2": (0, 2, 3, 4, 6),
    "q3": (0, 3, 4, 5, 6),
    "q4": (0, 4, 5, 6, 7),
    "q5": (0, 5, 6, 7, 8),
    "q6": (0, 3, 6),
    "q7": (0, 3, 6),
}

HEAVIEST = "daily daily daily daily past_3_months past_3_months"
HIGH = "daily daily daily never past_3_months past_3_months"
MODERATE = "weekly weekly never never never never"
LOW = "once_twice never never never never never"
SMOKED = "daily daily daily - never never"
STOPPED = "never - - - never never"


def substances_of(answers):
    """What the person told of each of them; more than is asked, for the interview leaves that out."""
    used = [code for code, ever in answers.get("q1", {}).items() if ever and code != "tobacco"]
    roles = ["main", "beside", "beside", "beside"] + ["none"] * len(used)
    return {
        "role": dict(zip(used, roles, strict=False)),
        "other_name": "kratom",
        "age": dict.fromkeys(used, 12),
        "days": dict.fromkeys(used, 20),
        "route": dict.fromkeys(used, "smoke"),
        "injected_at": 13,
        "sharing": "never",
        "treated": "once",
    }


WORDS = st.text("aq1_ ", max_size=4)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
ROWS = st.dictionaries(
    st.sampled_from(SUBSTANCES) | WORDS,
    st.sampled_from(["never", "weekly", "daily", "past_3_months", True, False]) | ANYTHING,
)
"""Rows such as a browser or a broken import might send."""


def choices(question):
    """The answers of a question from light to heavy."""
    return OFTEN if question in {"q2", "q3", "q4", "q5"} else RECENTLY


def sheet(q8="never", **used):
    """A complete sheet: sheet(cannabis="weekly weekly never never never never"), q2 to q7; - skips."""
    answers = {"q1": {substance: substance in used for substance in SUBSTANCES}}
    for substance, words in used.items():
        for question, answer in zip(PER_SUBSTANCE, words.split(), strict=True):
            if answer != "-":
                answers.setdefault(question, {})[substance] = answer
    if used:
        answers["q8"] = q8
    return answers


def expected_score(answers, substance):
    """The sum by the printed weights, reckoned apart from the engine."""
    total = 0
    for question, weights in WEIGHTS.items():
        answer = answers.get(question, {}).get(substance)
        if answer is not None:
            total += weights[choices(question).index(answer)]
    return total


@st.composite
def words_for(draw, substance):
    used_lately = draw(st.sampled_from(OFTEN))
    middle = ["-"] * 3
    if used_lately != "never":
        middle = [draw(st.sampled_from(OFTEN)) for _ in middle]
    if substance == "tobacco":
        middle[2] = "-"
    last = [draw(st.sampled_from(RECENTLY)) for _ in range(2)]
    return " ".join([used_lately, *middle, *last])


@st.composite
def valid_sheets(draw):
    used = draw(st.sets(st.sampled_from(SUBSTANCES)))
    words = {substance: draw(words_for(substance)) for substance in sorted(used)}
    return sheet(q8=draw(st.sampled_from(RECENTLY)), **words)


def fill(answers, missing):
    """The answers with every open row answered as lightly as can be."""
    filled = {question: dict(rows) for question, rows in answers.items() if question != "q8"}
    filled.update({"q8": answers["q8"]} if "q8" in answers else {})
    for question, substance in missing:
        if question == "q8":
            filled["q8"] = "never"
        else:
            filled.setdefault(question, {})[substance] = False if question == "q1" else "never"
    return filled


@st.composite
def worse_pairs(draw):
    """A sheet, and the same sheet with one answer made worse; rows that this opens stay light."""
    from screening.engine import asked, missing

    before = draw(valid_sheets())
    question, substance = draw(st.sampled_from(asked(before)))
    after = fill(before, ())
    if question == "q8":
        after["q8"] = draw(st.sampled_from(_heavier(RECENTLY, before["q8"])))
    elif question == "q1":
        after["q1"][substance] = True
    else:
        now = before[question][substance]
        after[question][substance] = draw(st.sampled_from(_heavier(choices(question), now)))
    return before, fill(after, missing(after))


def _heavier(options, answer):
    return options[options.index(answer) :]

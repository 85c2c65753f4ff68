"""Refuses every answer sheet that is not exactly what the skip rules ask for."""

from collections.abc import Mapping

from screening.engine.errors import AnswerError
from screening.engine.instrument import Instrument, Question
from screening.engine.sheet import ABSENT, Sheet


def checked(instrument: Instrument, answers: object) -> Sheet:
    """The answers as a sheet that scoring may trust, or AnswerError for the first fault found."""
    if not isinstance(answers, Mapping):
        raise AnswerError("unreadable")
    _refuse_unknown_questions(instrument, answers)
    sheet = Sheet(instrument, answers)
    for question in instrument.questions:
        _check_question(sheet, question)
    return sheet


def _refuse_unknown_questions(instrument: Instrument, answers: Mapping[object, object]) -> None:
    known = {question.code for question in instrument.questions}
    for code in answers:
        if code not in known:
            raise AnswerError("unknown", question=str(code))


def _check_question(sheet: Sheet, question: Question) -> None:
    if question.per_substance and question.code in sheet.answers:
        _check_rows(sheet.instrument, question, sheet.answers[question.code])
    for substance in sheet.instrument.substances_of(question):
        _check_answer(sheet, question, substance)


def _check_rows(instrument: Instrument, question: Question, rows: object) -> None:
    if not isinstance(rows, Mapping):
        raise AnswerError("unreadable", question.code)
    known = {substance.code for substance in instrument.substances}
    for substance in rows:
        if substance not in known:
            raise AnswerError("unknown", question.code, str(substance))
        if substance in question.not_for:
            raise AnswerError("contradictory", question.code, substance)


def _check_answer(sheet: Sheet, question: Question, substance: str | None) -> None:
    given = sheet.given(question, substance)
    if sheet.asks(question, substance):
        if given is ABSENT:
            raise AnswerError("missing", question.code, substance)
        if question.option(given) is None:
            raise AnswerError("unreadable", question.code, substance)
    elif given is not ABSENT and not _harmless(question, given):
        raise AnswerError("contradictory", question.code, substance)


def _harmless(question: Question, given: object) -> bool:
    return isinstance(given, str) and given == question.accepted_unasked

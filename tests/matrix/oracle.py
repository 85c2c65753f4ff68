"""What an answer told and what a request changed, against what the caller may meet."""

import re
from collections.abc import Iterable
from typing import Any

from django.core import mail
from django.db import connection, models

from clients.models import Client
from partners.models import Institution
from tests.matrix import words
from tests.matrix.world import World


EVERY = frozenset(words.PEOPLE)
CARING = frozenset({"own", "shared", "emergency"})
# Whose clients each caller may meet, and which other words.
MAY_MEET: dict[str, frozenset[str]] = {
    **dict.fromkeys(("worker", "supervisor", "manager", "ipwl"), CARING),
    "key": frozenset({"own", "shared"}),
    "ministry": frozenset({"emergency"}),
    "auditor": EVERY,
}
MAY_HEAR: dict[str, frozenset[str]] = {
    "ministry": frozenset(
        {words.REPORT, words.SUBMISSION, words.INVITATION, words.STAFF, words.KEY}
    ),
    "auditor": frozenset({words.REPORT, words.SUBMISSION, words.STAFF, words.REASON}),
    "officer": frozenset({words.STAFF, words.REASON, words.KEY}),
}
# Who may change whose rows; what an emergency opens is for reading.
MAY_CHANGE = dict.fromkeys(
    ("worker", "supervisor", "manager", "ipwl", "key"), frozenset({"own", "shared"})
)
FIRST_NUMBER = 77000
NUMBER = re.compile(r"KPN-25-(77\d{3})")
SEPARATORS = re.compile(r"(?<=\d)[ -](?=\d)")
LONG_NUMBER = re.compile(r"\d{10,16}")


def text_of(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = " ".join(f"{name}: {value}" for name, value in answer.items())
    mails = " ".join(f"{m.to} {m.subject} {m.body} {m.alternatives}" for m in mail.outbox)
    return " ".join((headers, str(answer.cookies), body.decode(errors="replace"), mails))


class Oracle:
    def __init__(self, world: World) -> None:
        self.world = world
        self.by_digits = {
            value.removeprefix("0"): relation
            for (relation, _stage), person in world.people.items()
            for value in words.digits(person.number).values()
        }
        self.by_number = {
            person.client.registration_number: relation
            for (relation, _stage), person in world.people.items()
        }
        self.word_of = {word: relation for relation, word in words.WORDS.items()}

    def leaks(self, who: str, text: str, *, asked: str = "") -> set[str]:
        """Words of people and institutions that this caller may not meet; what they typed is theirs."""
        met = {word.lower() for word in words.ANY_WORD.findall(text)}
        relations = {self.word_of[word] for word in met & self.word_of.keys()}
        relations |= self._by_digits(text)
        if who != "officer":  # watches over accesses by the client's number
            relations |= {self.by_number[n] for n in self.by_number if n in text and n not in asked}
        foreign = relations - MAY_MEET.get(who, frozenset())
        heard = met & set(words.INSTITUTION_WORDS)
        return foreign | (heard - MAY_HEAR.get(who, frozenset()))

    def _by_digits(self, text: str) -> set[str]:
        together = SEPARATORS.sub("", text)
        numbers = {
            n
            for run in LONG_NUMBER.findall(together)
            for n in (run, run.lstrip("0"), run.removeprefix("62"))
        }
        return {self.by_digits[number] for number in numbers & self.by_digits.keys()}

    def shown(self, text: str) -> set[int]:
        """The clients whose word or number stands in an answer."""
        numbers = {
            words.LETTERS.index(high) * len(words.LETTERS) + words.LETTERS.index(low)
            for _word, (high, low) in words.MARK.findall(text.lower())
        }
        by_word = {self.world.numbers[number].pk for number in numbers}
        found = set(NUMBER.findall(text))
        return by_word | {
            c.pk for n, c in self.world.numbers.items() if str(FIRST_NUMBER + n) in found
        }


def _query(sql: str, given: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(given))
        return cursor.fetchall()


# pg_stat_xact_user_tables says the same and looks at the indexes too, which takes three times as long.
COUNTS = """
SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
    + pg_stat_get_xact_tuples_deleted(oid)
FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""


def counts() -> dict[str, int]:
    """How often each table was written to in this transaction, parts that were undone included."""
    return dict(_query(COUNTS))


class Ledger:
    """Every row of every table as it was before anybody asked for anything."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.models = {model._meta.db_table: model for model in words.tables()}
        self.before = {table: self._rows(table) for table in self.models}
        self.persons = {table: self._about(table, Client) for table in self.models}
        self.institutions = {table: self._about(table, Institution) for table in self.models}
        self.own = self._own_institutions()
        self.count()

    def _own_institutions(self) -> set[int]:
        return {self.world.institutions["own"]["institution"].pk}

    def count(self) -> None:
        """What is written from here on is looked for by `changes`."""
        self.counted = counts()

    def changes(self) -> dict[str, set[Any]]:
        """The rows that were written since the last count and that differ from the beginning."""
        before, found = self.counted, {}
        self.count()
        after = self.counted
        for table in self.models:
            if after.get(table, 0) != before.get(table, 0):
                was, now = self.before[table], self._rows(table)
                keys = {key for key in was.keys() | now.keys() if was.get(key) != now.get(key)}
                if keys:
                    found[table] = keys
        return found

    def foreign(self, who: str, changes: dict[str, set[Any]]) -> set[str]:
        """What was changed of clients whom this caller may not touch, or of another institution."""
        return {
            f"{table} of {of}"
            for table, keys in changes.items()
            for of in self._whose(table, keys) - MAY_CHANGE.get(who, frozenset())
            if not (of.startswith("institution") and who == "ministry")
        }

    def _whose(self, table: str, keys: set[Any]) -> set[str]:
        persons = self.persons[table] | self._about(table, Client, keys)
        institutions = self.institutions[table] | self._about(table, Institution, keys)
        found = set()
        for key in keys:
            person, institution = persons.get(key), institutions.get(key)
            relation = self.world.relation_of(person) if person else None
            if relation:
                found.add(relation)
            elif institution and institution not in self.own:
                found.add(f"institution {institution}")
        return found

    def _rows(self, table: str) -> dict[Any, str]:
        pk = self.models[table]._meta.pk.column  # type: ignore[union-attr]
        return dict(_query(f'SELECT "{pk}", md5(t::text) FROM "{table}" t'))

    def _about(
        self, table: str, target: type[models.Model], keys: Iterable[Any] | None = None
    ) -> dict[Any, int]:
        model = self.models[table]
        way = words.way_to(target, model)
        if way is None or (target is Institution and model._meta.app_label == "care"):
            return {}
        rows = model._base_manager.order_by()
        rows = rows if keys is None else rows.filter(pk__in=keys)
        return dict(rows.values_list("pk", way))

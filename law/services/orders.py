"""What was ordered or recommended: written down, mended, made longer, reported on, done with."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from clients.models import Case
from clients.transitions import lock_case
from common.faults import demand_day, demand_near, refuse
from files.services import discard_file, keep_file
from law import rules
from law.enums import LawEvent
from law.facts import ExtensionFacts, OrderFacts, Paper
from law.models import Extension, Order
from law.services.changing import change_row, demand_open_case, tell_change


@transaction.atomic
def record_order(
    *, case: Case, facts: OrderFacts, paper: Paper = None, actor: User, at: datetime
) -> Order:
    case = lock_case(case)
    demand_open_case(case)
    facts = _sound(case, facts, at)
    order = Order(case=case, recorded_by=actor, recorded_at=at)
    for name in OrderFacts.__slots__:
        setattr(order, name, getattr(facts, name))
    if paper:
        order.file = keep_file(upload=paper, owner=case.client, actor=actor, at=at)
    order.save()
    tell_change(case, LawEvent.ORDER_RECORDED, actor=actor, at=at)
    return order


@transaction.atomic
def correct_order(
    *,
    order: Order,
    facts: OrderFacts,
    paper: Paper = None,
    version: int,
    actor: User,
    at: datetime,
) -> Order:
    case, order = _locked(order)
    facts = _sound(case, facts, at)
    changed = change_row(order, facts, version=version, actor=actor, at=at)
    if paper:
        old = order.file
        order.file = keep_file(upload=paper, owner=case.client, actor=actor, at=at)
        order.save(update_fields=["file"])
        if old:
            discard_file(file=old)
    if changed or paper:
        tell_change(case, LawEvent.ORDER_CORRECTED, actor=actor, at=at)
    return order


@transaction.atomic
def extend_order(*, order: Order, facts: ExtensionFacts, actor: User, at: datetime) -> Order:
    case, order = _locked(order)
    rules.demand_open(order)
    last_day = rules.demand_term(order)
    today = timezone.localdate(at)
    refuse(rules.extension_faults(order, facts, today=today))
    demand_near(facts.until_on, field="until_on", today=today)
    Extension.objects.create(
        order=order,
        letter_number=facts.letter_number,
        given_on=facts.given_on,
        was_until=last_day,
        until_on=facts.until_on,
        recorded_by=actor,
        recorded_at=at,
    )
    order.ends_on = facts.until_on
    _save_change(order, "ends_on", actor=actor, at=at)
    tell_change(case, LawEvent.ORDER_EXTENDED, actor=actor, at=at)
    return order


@transaction.atomic
def record_report(
    *, order: Order, sent_on: date, next_due_on: date | None, actor: User, at: datetime
) -> Order:
    """The report that was due has gone out; the next one is waited for from then on."""
    case, order = _locked(order)
    rules.demand_open(order)
    today = timezone.localdate(at)
    demand_day(sent_on, field="sent_on", today=today, first=order.given_on)
    if next_due_on:
        demand_near(next_due_on, field="next_due_on", today=today)
    order.report_due_on = next_due_on
    _save_change(order, "report_due_on", actor=actor, at=at)
    tell_change(case, LawEvent.ORDER_REPORTED, actor=actor, at=at)
    return order


@transaction.atomic
def close_order(*, order: Order, on: date, reason: str, actor: User, at: datetime) -> Order:
    """Nothing of it is waited for any more."""
    case, order = _locked(order)
    rules.demand_open(order)
    demand_day(on, field="on", today=timezone.localdate(at), first=order.given_on)
    order.closed_on, order.closed_as = on, reason
    _save_change(order, "closed_on", "closed_as", actor=actor, at=at)
    tell_change(case, LawEvent.ORDER_CLOSED, actor=actor, at=at)
    return order


def _locked(order: Order) -> tuple[Case, Order]:
    case = lock_case(order.case)
    demand_open_case(case)
    order = Order.objects.select_for_update(no_key=True, of=("self",)).get(pk=order.pk)
    order.case = case
    return case, order


def _save_change(order: Order, *columns: str, actor: User, at: datetime) -> None:
    order.become_next_version(order.version, actor=actor, at=at)
    order.save(update_fields=[*columns, *order.VERSION_COLUMNS])


def _sound(case: Case, facts: OrderFacts, at: datetime) -> OrderFacts:
    today = timezone.localdate(at)
    refuse(rules.order_faults(facts, birth_date=case.client.birth_date, today=today))
    return replace(facts, ends_on=rules.last_day(facts))

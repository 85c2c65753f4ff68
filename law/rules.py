"""What can be wrong with a row of the register: a form shows it, a service refuses it."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from common import dates
from common.dates import months_after
from common.errors import DomainError
from common.faults import Fault, Faults, day_faults, demand_near
from law.facts import ExtensionFacts, OrderFacts, StageFacts
from law.models import Order


A_DAY = timedelta(days=1)
# Months are counted by offices in ways of their own; what differs by more is a slip.
MONTHS_AND_DAYS_AGREE = timedelta(days=7)


def stage_faults(facts: StageFacts, *, birth_date: date, today: date) -> Faults:
    early = _("Tanggal ini mendahului tanggal lahir klien.")
    return day_faults("since", facts.since, today=today, first=birth_date, early=early)


def last_day(facts: OrderFacts) -> date | None:
    """As it was given, else by counting the months from the first day."""
    if facts.ends_on or not (facts.begins_on and facts.months):
        return facts.ends_on
    return months_after(facts.begins_on, facts.months) - A_DAY


def order_faults(facts: OrderFacts, *, birth_date: date, today: date) -> Faults:
    early = _("Tanggal ini mendahului tanggal lahir klien.")
    found = day_faults("given_on", facts.given_on, today=today, first=birth_date, early=early)
    return {**found, **_term_faults(facts)}


def _term_faults(facts: OrderFacts) -> dict[str, Fault]:
    begin, end = facts.begins_on, facts.ends_on
    if begin is None:
        if facts.months or end:
            words = _("Isi tanggal mulai, supaya tanggal berakhirnya dapat diingatkan.")
            return {"begins_on": Fault(words, "no_begin")}
        return {}
    if end and end < begin:
        words = _("Tanggal berakhir mendahului tanggal mulai.")
        return {"ends_on": Fault(words, "ends_too_early")}
    counted = months_after(begin, facts.months) - A_DAY if facts.months else None
    if end and counted and abs(end - counted) > MONTHS_AND_DAYS_AGREE:
        words = _("Menurut lamanya surat ini berakhir %(day)s. Periksa bulan atau tanggalnya.")
        return {"ends_on": Fault(words % {"day": dates.day(counted)}, "months_differ")}
    return {}


def demand_near_days(facts: OrderFacts, today: date) -> None:
    for name in ("begins_on", "report_due_on"):
        day: date | None = getattr(facts, name)
        if day is not None:
            demand_near(day, field=name, today=today)


def extension_faults(order: Order, facts: ExtensionFacts, *, today: date) -> Faults:
    found = day_faults("given_on", facts.given_on, today=today, first=order.given_on)
    if order.ends_on and facts.until_on <= order.ends_on:
        words = _("Masa semula sudah sampai %(day)s. Isi tanggal sesudahnya.")
        late = {"day": dates.day(order.ends_on)}
        return {**found, "until_on": Fault(words % late, "not_longer")}
    return found


def demand_open(order: Order) -> None:
    if not order.is_open:
        raise DomainError(_("Surat ini sudah ditandai selesai."), code="order_closed")


def demand_term(order: Order) -> date:
    """Its last day."""
    if order.ends_on is None:
        raise DomainError(
            _("Surat ini belum mempunyai tanggal berakhir. Isi dahulu lewat “Perbaiki”."),
            code="no_term",
        )
    return order.ends_on

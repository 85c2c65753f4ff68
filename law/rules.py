"""What can be wrong with a row of the register: a form shows it, a service refuses it."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from common import dates
from common.dates import months_after
from common.errors import DomainError
from common.faults import Fault, Faults, day_faults
from law.facts import ExtensionFacts, OrderFacts, StageFacts
from law.models import LONGEST_MONTHS, Order


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
    return found or _far_faults(facts, today) or _term_faults(facts)


def _far_faults(facts: OrderFacts, today: date) -> dict[str, Fault]:
    """A term may have begun in custody, long before its paper; nobody orders more than five years ahead."""
    spans = {
        "begins_on": (months_after(facts.given_on, -LONGEST_MONTHS), LONGEST_MONTHS),
        "ends_on": (months_after(facts.given_on, -LONGEST_MONTHS), 2 * LONGEST_MONTHS),
        "report_due_on": (facts.given_on, LONGEST_MONTHS),
    }
    found = {}
    for name, (first, months) in spans.items():
        day, last = getattr(facts, name), months_after(today, months)
        if day is not None and not first <= day <= last:
            words = {"first": dates.day(first), "last": dates.day(last)}
            sentence = _("Tanggal ini antara %(first)s dan %(last)s. Periksa tahunnya.")
            found[name] = Fault(sentence % words, "out_of_range")
    return found


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

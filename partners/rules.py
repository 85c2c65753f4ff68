"""Rules that a form shows beside its fields and a service enforces: field name -> sentence, empty when all is well."""

from datetime import date, time, timedelta

from django.utils.translation import gettext as _

from common.dates import day
from common.faults import Fault
from partners.enums import InstitutionKind
from partners.facts import AgreementFacts, InstitutionFacts
from partners.models import Agreement


OLDEST_START, LATEST_EXPIRY = date(1990, 1, 1), date(2099, 12, 31)
LATEST_START = timedelta(days=5 * 366)
HOUR = 60
LEAST_OPEN = HOUR  # what is told once in each working hour would never be told on a shorter day
LONGEST_TERM = timedelta(days=10 * 366)  # MoU run 3-5 years, PKS 1-3: more is a slip of the pen


def institution_faults(facts: InstitutionFacts) -> dict[str, Fault]:
    found: dict[str, Fault] = {}
    if facts.age_min > facts.age_max:
        found["age_max"] = Fault(_("Usia tertinggi tidak boleh di bawah usia terendah."))
    if facts.capacity and not (facts.takes_male or facts.takes_female):
        found["takes_male"] = Fault(_("Pilih siapa yang diterima, atau isi daya tampung 0."))
    if facts.accreditation_grade and not facts.accreditation_expires_on:
        found["accreditation_expires_on"] = Fault(_("Isi sampai kapan akreditasi berlaku."))
    expires = facts.accreditation_expires_on
    if expires and not OLDEST_START <= expires <= LATEST_EXPIRY:
        found["accreditation_expires_on"] = Fault(_("Periksa tahun berakhirnya akreditasi."))
    if expires and not facts.accreditation_grade:
        found["accreditation_grade"] = Fault(_("Pilih nilai akreditasinya."))
    if _minutes(facts.closes_at) - _minutes(facts.opens_at) < LEAST_OPEN:
        found["closes_at"] = Fault(_("Jam tutup paling cepat satu jam sesudah jam buka."))
    if facts.mentor is not None and facts.mentor.kind != InstitutionKind.BALAI:
        found["mentor"] = Fault(_("Pendamping harus balai atau sentra."))
    return found


def _minutes(at: time) -> int:
    return at.hour * HOUR + at.minute


def agreement_faults(facts: AgreementFacts, today: date) -> dict[str, Fault]:
    found: dict[str, Fault] = {}
    if facts.starts_on < OLDEST_START or facts.starts_on > today + LATEST_START:
        found["starts_on"] = Fault(_("Periksa tahun mulai berlakunya."))
    if facts.ends_on < facts.starts_on:
        found["ends_on"] = Fault(_("Tanggal berakhir tidak boleh sebelum tanggal mulai."))
    elif facts.ends_on - facts.starts_on > LONGEST_TERM:
        found["ends_on"] = Fault(_("Masa berlaku lebih dari sepuluh tahun. Periksa tahunnya."))
    if facts.signed_on is not None and facts.signed_on < OLDEST_START:
        found["signed_on"] = Fault(_("Periksa tahun penandatanganannya."))
    elif facts.signed_on is not None and facts.signed_on > today:
        found["signed_on"] = Fault(
            _(
                "Tanggal penandatanganan tidak boleh setelah hari ini. Kosongkan bila belum ditandatangani."
            )
        )
    elif facts.signed_on is not None and facts.signed_on > facts.ends_on:
        found["signed_on"] = Fault(_("Tanggal penandatanganan melewati akhir masa berlaku."))
    return found


def termination_faults(agreement: Agreement, on: date, today: date) -> dict[str, Fault]:
    if on > today:
        return {"on": Fault(_("Tanggal pengakhiran tidak boleh setelah hari ini."))}
    if not agreement.starts_on <= on <= agreement.ends_on:
        words = {"start": day(agreement.starts_on), "end": day(agreement.ends_on)}
        sentence = _("Tanggal harus dalam masa berlaku: %(start)s sampai %(end)s.") % words
        return {"on": Fault(sentence)}
    return {}

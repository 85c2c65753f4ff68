"""What becomes of some after care: relapse and a safety plan, back into care, prison, extended guidance."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from care.aftercare.facts import GuidedContact, Programme, SafetyPlan, Sentence
from care.aftercare.services.guiding import record_guided_contact, start_guidance
from care.aftercare.services.imprisoning import record_imprisonment
from care.aftercare.services.relapsing import begin_again, plan_safety
from care.models import Relapse
from clients.models import Case
from common.dates import months_after
from tools.demonstration.life import Life


PLAN = SafetyPlan(
    warning_signs="Sulit tidur, mulai bertemu teman lama, menghindari ibu.",
    what_to_do="Menelepon kakak, pulang ke rumah, ikut pertemuan kelompok malam itu juga.",
    whom_to_call="Kakak 0812 0000 0000; petugas 0813 0000 0000; 112 bila nyawa terancam.",
)


def makes_safe(life: Life, ago: int) -> Relapse:
    """The safety plan of the relapse that was told of in a contact."""
    relapse = life.case.relapses.unsettled().get()
    return plan_safety(relapse=relapse, plan=PLAN, **_by(life, ago))


def enters_again(life: Life, ago: int) -> Case:
    relapse = makes_safe(life, ago)
    note = "Memakai tiap hari lagi; klien dan keluarga meminta dirawat."
    return begin_again(relapse=relapse, note=note, **_by(life, ago))


def goes_to_prison(life: Life, ago: int) -> None:
    began = life.clock.day(ago)
    sentence = Sentence(
        began, "Lapas Contoh", "Bapas Contoh, 021 0000000", began + timedelta(days=400)
    )
    record_imprisonment(case=life.reread(), sentence=sentence, **_by(life, ago))


def is_guided(life: Life, ago: int) -> None:
    """Extended guidance with each of its tracks."""
    day = life.clock.day(ago)
    programme = Programme(
        day,
        months_after(day, 12),
        "Magang di bengkel, lalu membuka usaha kecil bersama kakak.",
        "Pak Sugeng, agen pemulihan desa, 0812 0000 0000",
    )
    row = start_guidance(case=life.reread(), programme=programme, **_by(life, ago))
    contacts = (
        GuidedContact(day, "client", "Rutin magang tiga hari seminggu."),
        GuidedContact(day, "family", "Ibu lebih tenang; kakak mengantar ke pertemuan."),
        GuidedContact(day, "cadre", "Pak Sugeng bertemu klien dua kali minggu ini."),
        GuidedContact(day, "self_help", "Pertemuan Kamis malam di kota.", "na", 4),
    )
    for contact in contacts:
        record_guided_contact(guidance=row, contact=contact, **_by(life, ago))


def _by(life: Life, ago: int) -> dict[str, Any]:
    """At two in the afternoon: an hour by chance would change everybody who is told of afterwards."""
    at = timezone.make_aware(datetime.combine(life.clock.day(ago), time(14)))
    return {"actor": life.worker, "at": min(at, life.clock.now)}

"""How the events of care are read."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_lazy as _

from care.aftercare_enums import (
    AdvisedWho,
    DeathCause,
    GuidanceResult,
    GuidanceTrack,
    Naloxone,
    OutcomePoint,
    RelapseAnswer,
)
from care.enums import (
    AgreedBy,
    AgreedHow,
    CareTask,
    Channel,
    ContactOutcome,
    DeclineReason,
    DeliveryKind,
    EndReason,
    FollowUpStatus,
    GroupExit,
    Level,
    Phase,
    QueueExit,
    SessionKind,
)
from care.event_kinds import CareEvent as E
from care.models import schedule
from care.models.waiting import target_of
from care.placement.matching.conditions import BY_CODE, said_of
from clients.enums import FamilyRelation
from clients.events import EventGroup
from clients.texts import Show, Text, as_is, day, one_of, place, some_of, text
from partners.enums import Component


def supporter(name: str | None) -> str:
    return name or gettext("keluarga")


def how_agreed(value: str) -> str:
    return str(AgreedHow(value).label).lower()


def day_if_known(value: str | None) -> str:
    return day(value) or gettext("tanggal yang tidak diketahui")


def fault(told: list[str]) -> str:
    """Which condition does not hold any more, and of which institution (as it was called then)."""
    code, institution = told
    return said_of(BY_CODE[code], institution)


UNFIT = "%(why)s"
ANSWER_BY = _("Jawaban ditunggu sampai %(due)s. Tanpa jawaban, ditutup pada %(falls)s.")
START_BY = _("Bila layanan belum dimulai, tempat dilepas pada %(falls)s.")
FREE, ASK_BY = _("Ada tempat kosong di %(place)s"), _("Ajukan paling lambat %(until)s.")
PLACE: Mapping[str, Show] = {"place": place}
WHO: Mapping[str, Show] = {"who": supporter}
REASON: Mapping[str, Show] = {**PLACE, "reason": one_of(EndReason)}
SESSION: Mapping[str, Show] = {"group": as_is, "session": one_of(SessionKind), "topic": as_is}
CONTACT: Mapping[str, Show] = {
    "milestone": schedule.label,
    "channel": one_of(Channel),
    "outcome": one_of(ContactOutcome),
}
AGAIN = _("Kambuh dilaporkan. Hubungi kembali paling lambat %(again)s.")
HEARD: Mapping[str, Show] = {**CONTACT, "again": day}
VERSION: Mapping[str, Show] = {"n": as_is}

PLACEMENT: dict[E, Text] = {
    E.PLACEMENT_REQUESTED: text(_("Penempatan diajukan ke %(place)s"), **PLACE),
    E.PLACEMENT_AGREED: text(
        _("Layanan disepakati bersama keluarga (%(relation)s)"), relation=one_of(FamilyRelation)
    ),
    E.PLACEMENT_ACCEPTED: text(_("Diterima di %(place)s"), **PLACE),
    E.PLACEMENT_DECLINED: text(
        _("Ditolak %(place)s: %(reason)s"), **PLACE, reason=one_of(DeclineReason)
    ).in_tone("danger"),
    E.PLACEMENT_WITHDRAWN: text(_("Penempatan di %(place)s ditarik"), **PLACE),
    E.PLACEMENT_ESCALATED: text(
        _("Belum dijawab %(place)s, diteruskan ke pimpinan kedua pihak"),
        ANSWER_BY,
        **PLACE,
        due=day,
        falls=day,
    ),
    E.PLACEMENT_LAPSED: text(_("Permintaan ke %(place)s ditutup karena tidak dijawab"), **PLACE),
    E.START_OVERDUE: text(
        _("Sudah diterima di %(place)s, layanan belum dimulai"),
        START_BY,
        **PLACE,
        falls=day,
    ),
    E.PLACE_RELEASED: text(_("Tempat di %(place)s dilepas karena layanan tidak dimulai"), **PLACE),
    E.PLACE_UNFIT: text(_("Tempat tidak lagi sesuai"), UNFIT, why=fault).in_tone("danger"),
    E.SERVICE_STARTED: text(
        _("Layanan dimulai di %(place)s"),
        _("Mulai %(start)s, rencana berakhir %(end)s."),
        **PLACE,
        start=day,
        end=day,
    ),
    E.SERVICE_REVIEWED: text(),
    E.SERVICE_ENDED: text(_("Layanan di %(place)s berakhir: %(reason)s"), **REASON),
    E.DIED_IN_CARE: text(_("Layanan di %(place)s berakhir: %(reason)s"), **REASON),
}
WAITING: dict[E, Text] = {
    E.WAITING_STARTED: text(
        _("Masuk daftar tunggu: %(target)s"),
        "%(services)s",
        target=target_of,
        services=some_of(Component),
    ),
    E.WAITING_CONTACT: text(_("Kontak selama menunggu (%(day)s)"), day=day),
    E.INTERIM_CHANGED: text("", "%(services)s", services=some_of(Component)),
    E.WAITING_OFFERED: text(
        FREE,
        ASK_BY,
        **PLACE,
        until=day,
    ),
    E.OFFER_PASSED_ON: text(
        _("Tempat di %(place)s tidak diajukan, ditawarkan kepada yang berikutnya"), **PLACE
    ),
    E.WAITING_ENDED: text(_("Keluar dari daftar tunggu: %(reason)s"), reason=one_of(QueueExit)),
}
TRANSFER: dict[E, Text] = {
    E.TRANSFER_PROPOSED: text(_("Pemindahan diajukan ke %(place)s"), **PLACE),
    E.TRANSFER_AGREED: text(_("Pemindahan ke %(place)s disepakati"), **PLACE),
    E.TRANSFER_ACCEPTED: text(_("Pemindahan diterima %(place)s"), **PLACE),
    E.TRANSFER_DECLINED: text(
        _("Pemindahan ditolak %(place)s: %(reason)s"), **PLACE, reason=one_of(DeclineReason)
    ),
    E.TRANSFER_WITHDRAWN: text(_("Pemindahan ke %(place)s ditarik"), **PLACE),
    E.TRANSFER_DEPARTED: text(_("Berangkat ke %(place)s"), **PLACE),
    E.TRANSFER_ARRIVED: text(_("Tiba di %(place)s"), **PLACE),
    E.TRANSFER_MISSED: text(_("Pemindahan ke %(place)s: tidak tiba"), **PLACE),
    E.SUPPORT_ASKED: text(_("Basis pendukung %(who)s: diminta"), **WHO),
    E.SUPPORT_AGREED: text(_("Basis pendukung %(who)s: disepakati"), **WHO),
    E.SUPPORT_DECLINED: text(_("Basis pendukung %(who)s: tidak bersedia"), **WHO),
    E.SUPPORT_ENDED: text(_("Basis pendukung %(who)s: berakhir"), **WHO),
    E.SUPPORT_TASK: text(_("Tugas untuk %(who)s"), **WHO),
}
PLAN: dict[E, Text] = {
    E.PLAN_DRAFTED: text(_("Rencana layanan versi %(n)s mulai disusun"), **VERSION),
    E.PLAN_SUBMITTED: text(_("Rencana layanan versi %(n)s diajukan"), **VERSION),
    E.PLAN_RETURNED: text(_("Rencana layanan versi %(n)s dikembalikan"), **VERSION),
    E.PLAN_APPROVED: text(_("Rencana layanan versi %(n)s disahkan"), **VERSION),
    E.PLAN_AGREED: text(
        _("Rencana layanan versi %(n)s disepakati"),
        _("%(who)s, %(how)s, pada %(on)s."),
        **VERSION,
        who=one_of(AgreedBy),
        how=how_agreed,
        on=day,
    ),
    E.PLAN_REVIEWED: text(
        _("Rencana layanan ditinjau: %(met)s dari %(all)s tujuan tercapai"), met=as_is, all=as_is
    ),
    E.CONFERENCE: text(),
    E.PROOF_HELD: text(
        _("Bukti ditahan: %(what)s pada %(on)s"),
        _("Pemindai menemukan program berbahaya di dalamnya. Minta berkas yang baru."),
        what=one_of(DeliveryKind),
        on=day,
    ),
    E.DELIVERED: text(
        _("%(what)s pada %(on)s: %(component)s"),
        _("Pertemuan berikut %(next)s."),
        what=one_of(DeliveryKind),
        on=day,
        component=one_of(Component),
        next=day,
    ),
    E.SESSION_ATTENDED: text("%(group)s, %(session)s: %(topic)s", **SESSION),
    E.ROLL_CORRECTED: text(_("Kehadiran diperbaiki: %(group)s, %(session)s: %(topic)s"), **SESSION),
    E.GROUP_JOINED: text(_("Diterima dalam kelompok %(group)s"), group=as_is),
    E.LADDER_MOVED: text(
        _("Kelompok %(group)s: %(phase)s, jenjang %(level)s"),
        group=as_is,
        phase=one_of(Phase),
        level=one_of(Level),
    ),
    E.GROUP_LEFT: text(
        _("Keluar dari kelompok %(group)s: %(reason)s"), group=as_is, reason=one_of(GroupExit)
    ),
    E.TERMINATION_ASKED: text(_("Terminasi diajukan: %(reason)s"), reason=one_of(EndReason)),
    E.TERMINATION_RETURNED: text(_("Terminasi dikembalikan: %(reason)s"), reason=one_of(EndReason)),
    E.TERMINATION_CANCELLED: text(_("Terminasi dibatalkan: %(reason)s"), reason=one_of(EndReason)),
}
AFTERCARE: dict[E, Text] = {
    E.AFTERCARE_PLANNED: text(),
    E.AFTERCARE_CHANGED: text(),
    E.FOLLOW_UP: text(_("%(milestone)s, %(channel)s: %(outcome)s"), AGAIN, **HEARD),
    E.NOT_FOUND: text(
        _("Sementara tidak ditemukan: %(milestone)s, %(channel)s, %(outcome)s"), AGAIN, **HEARD
    ).in_tone("warning"),
    E.FOUND_AGAIN: text(
        _("Ditemukan kembali: %(milestone)s, %(channel)s, %(outcome)s"), AGAIN, **HEARD
    ).in_tone("success"),
    E.FOLLOW_UP_MISSED: text(
        "%(milestone)s: %(status)s", milestone=schedule.label, status=one_of(FollowUpStatus)
    ).in_tone("warning"),
    E.OUTCOME_BEGUN: text(_("Wawancara hasil dimulai: %(point)s"), point=one_of(OutcomePoint)),
    E.OUTCOME_REOPENED: text(
        _("Koreksi wawancara hasil dimulai: %(point)s"), point=one_of(OutcomePoint)
    ),
    E.OUTCOME_DISCARDED: text(
        _("Koreksi wawancara hasil dibuang: %(point)s"), point=one_of(OutcomePoint)
    ),
    E.OUTCOME_CORRECTED: text(
        _("Wawancara hasil dikoreksi: %(point)s"), point=one_of(OutcomePoint)
    ).in_tone("success"),
    E.OUTCOME_FINISHED: text(
        _("Wawancara hasil selesai: %(point)s"), point=one_of(OutcomePoint)
    ).in_tone("success"),
    E.LOCATOR_CHANGED: text(),
    E.RELAPSE_NAMED: text(
        _("Kambuh pada %(on)s"),
        _("Hubungi kembali paling lambat %(call_by)s."),
        on=day,
        call_by=day,
    ).in_tone("danger"),
    E.SAFETY_PLANNED: text(),
    E.RELAPSE_SETTLED: text(_("Setelah kambuh: %(answer)s"), answer=one_of(RelapseAnswer)),
    E.OVERDOSE_ADVISED: text(
        "",
        _("Kepada %(who)s pada %(on)s. Nalokson: %(naloxone)s."),
        who=one_of(AdvisedWho),
        on=day,
        naloxone=one_of(Naloxone),
    ),
    E.IMPRISONED: text(
        _("Menjalani pidana sejak %(since)s"),
        _("Perkiraan bebas %(release)s."),
        since=day,
        release=day,
    ),
    E.RELEASED: text(_("Bebas dari pidana pada %(on)s"), on=day),
    E.HANDOVER_ASKED: text(_("Penyerahan pascalayanan diajukan ke %(place)s"), **PLACE),
    E.HANDOVER_ACCEPTED: text(_("Pascalayanan diserahkan ke %(place)s"), **PLACE),
    E.HANDOVER_DECLINED: text(_("Penyerahan pascalayanan tidak diterima %(place)s"), **PLACE),
    E.HANDOVER_WITHDRAWN: text(_("Penyerahan pascalayanan ke %(place)s ditarik"), **PLACE),
    E.GUIDANCE_STARTED: text("", _("Rencana sampai %(until)s."), until=day),
    E.GUIDANCE_CONTACT: text(
        _("Bina lanjut pada %(on)s: %(track)s"), on=day, track=one_of(GuidanceTrack)
    ),
    E.GUIDANCE_ENDED: text(_("Bina lanjut berakhir: %(result)s"), result=one_of(GuidanceResult)),
    E.DEATH_RECORDED: text(
        _("Meninggal pada %(on)s: %(cause)s"), on=day_if_known, cause=one_of(DeathCause)
    ),
    E.DIED_AFTERWARDS: text(_("%(milestone)s, %(channel)s: %(outcome)s"), **CONTACT),
}
TASKS = {
    CareTask.ESCALATION: text("", ANSWER_BY, due=day, falls=day),
    CareTask.START_CARE: text("", START_BY, falls=day),
    CareTask.TAKE_OFFER: text("", FREE, ASK_BY, **PLACE, until=day),
    CareTask.UNFIT_PLACE: text("", UNFIT, why=fault),
    CareTask.UNFIT_TRANSFER: text("", UNFIT, why=fault),
    CareTask.ABSENCE: text("", "%(group)s", group=as_is),
}
EVENTS = (
    (EventGroup("care", _("Penempatan dan layanan"), order=30), PLACEMENT | WAITING | TRANSFER),
    (EventGroup("plan", _("Rencana dan pelaksanaan"), order=40), PLAN),
    (EventGroup("aftercare", _("Pascalayanan"), order=50), AFTERCARE),
)

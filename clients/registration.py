"""What clients bring to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, Role
from accounts.holding import WORK, Work
from clients.enums import NextStep
from clients.event_texts import EVENTS
from clients.events import register_events
from clients.field_rules import Field, register_fields
from clients.hanging import held_at, held_by, register_hanging
from clients.models.wait import EMERGENCY, STEP, TASK
from clients.needs import NEEDS
from clients.permissions import can_hand_over, can_see_access_log
from clients.selectors import BY_STATUS, cases_by_status
from clients.services.letting_go import TABLES
from clients.tabs import Tab, register_tab
from clients.views.exported import CLIENTS
from clients.views.exported_work import ACCESSES, TASKS as TAKEN_TASKS
from clients.waits import Kind, register_waits
from clients.work import STEPS, TASKS, register_steps
from common.listings import LISTINGS
from common.menu import Place, register_place
from common.summary import register_summary
from partners.holding import HELD


WATCHERS = {Role.AUDITOR, Role.DATA_OFFICER}

# Of which kind of fact each delicate column is (clients/field_rules.py).
FIELDS = {
    "clients.Client": {
        "nik": Field.NIK,
        "nomor_kk": Field.KK,
        "birth_date": Field.BIRTH_DATE,
        "phone": Field.PHONE,
        "address": Field.ADDRESS,
        **dict.fromkeys(NEEDS, Field.NEEDS),
    },
    "clients.FamilyContact": dict.fromkeys(("name", "phone", "address"), Field.FAMILY),
    "clients.VitalInterest": {"words": Field.NOTES},
    "clients.Consent": {"guardian_name": Field.GUARDIAN, "withdrawal_note": Field.NOTES},
    "clients.Case": dict.fromkeys(("legal_status", "referred_by"), Field.LEGAL),
    "clients.CaseEvent": {"note": Field.NOTES},
    "clients.CaseTask": dict.fromkeys(("detail", "outcome"), Field.NOTES),
}


def register() -> None:
    register_fields(FIELDS)
    register_hanging(TABLES)
    _register_tabs()
    _register_work()
    _register_waits()
    WORK.add("cases", Work(held_by, "clients:handover", can_hand_over))
    HELD.add("cases", held_at)
    register_summary(BY_STATUS, cases_by_status)
    _register_places()
    for key, listing in (("clients", CLIENTS), ("tasks", TAKEN_TASKS), ("accesses", ACCESSES)):
        LISTINGS.add(key, listing)
    for group, texts in EVENTS:
        register_events(group, texts)


def _register_tabs() -> None:
    register_tab(Tab("timeline", _("Linimasa"), "clients:file", 10))
    register_tab(Tab("profile", _("Profil"), "clients:profile", 20))
    register_tab(Tab("access", _("Riwayat akses"), "clients:access", 80, can_see_access_log))
    register_tab(Tab("changes", _("Riwayat perubahan"), "clients:changes", 90, can_see_access_log))


def _register_work() -> None:
    register_steps({NextStep.CLOSE: "clients:close"})


def _register_places() -> None:
    workers = frozenset(INSTITUTION_ROLES)
    register_place(Place(_("Klien"), "clients:list", "users", 20, workers | {Role.AUDITOR}))
    emergencies = {Role.DATA_OFFICER}
    register_place(Place(_("Akses darurat"), "clients:emergencies", "lock", 22, emergencies))
    register_place(Place(_("Riwayat akses"), "audit:accesses", "history", 24, WATCHERS))
    register_place(
        Place(_("Tugas"), "clients:tasks", "list-check", 30, workers, on_phone=False),
        "clients:tasks",
    )
    register_place(
        Place(
            _("Akses darurat"),
            "clients:emergency",
            "lock",
            95,
            {Role.MINISTRY_ADMIN},
            on_phone=False,
        )
    )


def _register_waits() -> None:
    register_waits(
        {
            STEP: Kind(lambda step: NextStep(step).label, STEPS.__getitem__, "case_id"),
            TASK: Kind(lambda kind: TASKS[kind].label, "clients:task"),
            "handover": Kind(_("Serahkan kepada petugas lain"), "clients:reassign", "client_id"),
            "own_consent": Kind(
                _("Minta persetujuan klien sendiri (18 tahun)"),
                "clients:give_consent",
                "client_id",
            ),
            "vital": Kind(
                _("Minta persetujuan klien"),
                "clients:give_consent",
                "client_id",
                red=_("Belum ada persetujuan: hanya triase."),
            ),
            EMERGENCY: Kind(_("Tinjau akses darurat"), "clients:review_emergency"),
        }
    )

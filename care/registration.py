"""What care brings to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES
from care.aftercare.services.passing import demand_looked_for
from care.aftercare.views.exported import SCHEDULE
from care.delivery.services.held_proofs import tell_of_bad_proof
from care.ending.selectors import told_by_exit
from care.enums import CareTask
from care.event_kinds import CareEvent
from care.event_texts import EVENTS, TASKS
from care.hanging import TABLES
from care.looks import CARE_LOOKS
from care.placement.services.fitting import look_again
from care.placement.views.exported import PLACEMENTS
from care.plan.selectors import told_by_conference
from clients.enums import CloseReason, EventKind, NextStep
from clients.events import register_events
from clients.field_rules import Field, register_fields
from clients.following import FOLLOWERS, Follower
from clients.hanging import register_hanging
from clients.rules import CLOSINGS
from clients.tabs import Tab, register_tab
from clients.task_texts import register_task_texts
from clients.waits import Kind, register_waits
from clients.work import BEGINNINGS, register_steps, register_tasks
from common.listings import LISTINGS
from common.looks import LOOKS
from common.menu import Place, register_pages, register_place
from files.services import BAD_FILES
from screening.decision.services.overtaken import look_at_decision
from screening.enums import Missing, ScreeningEvent
from screening.services.home import settle_the_visit
from screening.services.reviews import propose_of_newest
from screening.told import TELLERS


# These do the work of a group, from its list to one member's step.
GROUP_PAGES = (
    "care:groups",
    "care:group",
    "care:group_new",
    "care:group_edit",
    "care:group_join",
    "care:group_meet",
    "care:meeting",
    "care:meeting_correct",
    "care:member",
    "care:member_step",
    "care:member_leave",
    "care:delivery_log",
)
FILE_PAGES = (
    "care:client",
    "care:placement",
    "care:aftercare",
    "care:unplanned_contact",
    "care:outcomes",
    "care:outcome",
    "care:outcome_new",
    "care:outcome_of",
    "care:outcome_section",
    "care:outcome_finish",
    "care:outcome_correct",
    "care:outcome_discard",
    "care:locator",
    "care:locator_new",
    "care:locator_remove",
    "care:relapse",
    "care:handover",
    "care:guidance",
    "care:deliveries",
    "care:delivery",
    "care:delivery_proof",
    "care:deliver_session",
    "care:deliver_visit",
    "care:deliver_aid",
    "care:deliver_training",
)

STEP_PAGES = {
    NextStep.REQUEST_PLACEMENT: "care:request",
    NextStep.AWAIT_ANSWER: "care:open",
    NextStep.START_SERVICE: "care:open",
    NextStep.REVIEW: "care:open",
    NextStep.FOLLOW_UP: "care:next_follow_up",
}
TASK_PAGES = {
    CareTask.TRANSFER: "care:transfer_open",
    CareTask.ARRIVAL: "care:transfer_open",
    CareTask.SUPPORT_ANSWER: "care:supporting",
    CareTask.PLAN_REVIEW: "care:open_plan",
    CareTask.ESCALATION: "care:open",
    CareTask.START_CARE: "care:open",
    CareTask.TAKE_OFFER: "care:wait",
    CareTask.UNFIT_PLACE: "care:open",
    CareTask.UNFIT_TRANSFER: "care:transfer_open",
    CareTask.WAITING_CONTACT: "care:wait",
    CareTask.SAFETY_PLAN: "care:open_relapse",
    CareTask.HANDOVER: "care:handover_open",
    CareTask.GUIDANCE_END: "care:guidance",
    CareTask.LATE_CALL: "care:next_follow_up",
}

# Of which kind of fact each delicate column is (clients/field_rules.py).
FIELDS = {
    "care.Placement": dict.fromkeys(("request_note", "answer_note", "end_note"), Field.NOTES),
    "care.FollowUpContact": {"note": Field.NOTES},
    "care.LocatorEntry": dict.fromkeys(("name", "whereabouts", "words"), Field.FAMILY),
    "care.OutcomeInterview": {"correction_reason": Field.NOTES},
    "care.OutcomePart": {
        **dict.fromkeys(("answers", "result"), Field.ANSWERS),
        "words": Field.COUNSELLING,
    },
    "care.SupportingBase": dict.fromkeys(("duty", "answer_note", "end_note"), Field.NOTES),
    "care.Transfer": dict.fromkeys(
        ("handover_note", "answer_note", "contact_note", "close_note"), Field.NOTES
    ),
    "care.ServicePlan": dict.fromkeys(
        ("summary", "return_note", "agreed_words", "witness", "review_note"), Field.NOTES
    ),
    "care.PlanGoal": dict.fromkeys(
        ("words", "indicator", "baseline", "target", "review_note"), Field.NOTES
    ),
    "care.PlanService": dict.fromkeys(("given_by", "note"), Field.NOTES),
    "care.CaseConference": dict.fromkeys(("place", "attendees", "agenda", "minutes"), Field.NOTES),
    "care.ConferenceDecision": {"words": Field.NOTES},
    "care.Termination": dict.fromkeys(("note", "answer_note"), Field.NOTES),
    "care.GateWaiver": {"reason": Field.NOTES},
    "care.AftercarePlan": {
        "warning_signs": Field.NOTES,
        "emergency_contact": Field.FAMILY,
    },
    "care.Relapse": {
        **dict.fromkeys(("words", "warning_signs", "what_to_do", "answer_note"), Field.NOTES),
        "whom_to_call": Field.FAMILY,
    },
    "care.Guidance": {
        **dict.fromkeys(("aims", "summary"), Field.NOTES),
        "cadre": Field.FAMILY,
    },
    "care.GuidanceContact": {"note": Field.NOTES},
    "care.OverdoseAdvice": {"words": Field.NOTES},
    "care.Imprisonment": {"prison": Field.LEGAL, "bapas": Field.LEGAL},
    "care.Death": {"words": Field.NOTES},
    "care.AftercareHandover": dict.fromkeys(("note", "answer_note"), Field.NOTES),
    "care.Delivery": dict.fromkeys(("summary", "reaction"), Field.COUNSELLING),
    "care.HomeVisit": {"met": Field.FAMILY, "concern": Field.NOTES},
    "care.Aid": {"handed_to": Field.FAMILY, "tools": Field.NOTES},
    "care.Training": {"certificate": Field.NOTES},
    "care.LadderStep": {"evidence": Field.NOTES},
    "care.Attendance": {"note": Field.COUNSELLING},
    "care.WaitingEntry": {"interim_provider": Field.NOTES},
}

# Upon these a place that was asked for may no longer suit.
OF_THE_PERSON = frozenset(
    {
        EventKind.PROFILE_CHANGED,
        ScreeningEvent.SCREENING_FINISHED,
        ScreeningEvent.SCREENING_CORRECTED,
        ScreeningEvent.ASSESSMENT_SIGNED,
    }
)

# Upon these another place is looked for: what was found meanwhile is decided first.
CAME_TO_NOTHING = frozenset(
    {
        CareEvent.PLACEMENT_DECLINED,
        CareEvent.PLACEMENT_WITHDRAWN,
        CareEvent.PLACEMENT_LAPSED,
        CareEvent.PLACE_RELEASED,
    }
)


def register() -> None:
    register_fields(FIELDS)
    CLOSINGS.add(CloseReason.LOST, demand_looked_for)
    register_hanging(TABLES)
    _register_tabs()
    _register_work()
    _register_waits()
    _register_places()
    LISTINGS.add("placements", PLACEMENTS)
    LISTINGS.add("schedule", SCHEDULE)
    for group, texts in EVENTS:
        register_events(group, texts)
    register_task_texts(TASKS)
    for model, looks in CARE_LOOKS.items():
        LOOKS.add(model, looks)
    FOLLOWERS.add("places", Follower(OF_THE_PERSON, look_again))
    FOLLOWERS.add("choosing", Follower(CAME_TO_NOTHING, look_at_decision))
    FOLLOWERS.add("visited", Follower(frozenset({CareEvent.DELIVERED}), settle_the_visit))
    FOLLOWERS.add("beginning", Follower(frozenset({CareEvent.SERVICE_STARTED}), propose_of_newest))
    TELLERS.add("conference", told_by_conference)
    TELLERS.add("exit", told_by_exit)
    BAD_FILES.add("proof", tell_of_bad_proof)


def _register_tabs() -> None:
    register_tab(Tab("care", _("Penempatan"), "care:client", 40))
    register_tab(Tab("plan", _("Rencana layanan"), "care:plan", 50))
    register_tab(Tab("delivery", _("Pelaksanaan"), "care:deliveries", 60))
    register_tab(Tab("aftercare", _("Pascalayanan"), "care:aftercare", 70))


def _register_work() -> None:
    register_steps(STEP_PAGES)
    register_tasks(CareTask, TASK_PAGES, urgent={CareTask.SAFETY})
    BEGINNINGS.add("transfer", "care:transfer_new")
    BEGINNINGS.add("death", "care:death")
    BEGINNINGS.add("ending", "care:termination")
    for missing in (Missing.PLAN, Missing.AGREED_PLAN):
        BEGINNINGS.add(missing.value, "care:open_plan")


def _register_places() -> None:
    roles = frozenset(INSTITUTION_ROLES)
    placements = Place(
        _("Penempatan"), "care:placements", "building-community", 50, roles, on_phone=False
    )
    groups = Place(_("Kelompok"), "care:groups", "users-group", 60, roles, on_phone=False)
    calendar = Place(_("Jadwal"), "care:schedule", "calendar", 70, roles)
    register_place(placements)
    register_place(groups, *GROUP_PAGES)
    register_place(calendar, "care:schedule", "care:next_follow_up", "care:follow_up")
    register_pages("clients:list", *FILE_PAGES)


def _register_waits() -> None:
    register_waits(
        {
            "request": Kind(_("Jawab permintaan penempatan"), "care:placement"),
            "plan_draft": Kind(_("Lanjutkan rencana layanan"), "care:open_plan", "case_id"),
            "plan": Kind(_("Sahkan rencana layanan"), "care:plan_answer", "case_id"),
            "plan_agreement": Kind(_("Sepakati rencana layanan"), "care:plan_agree", "case_id"),
            "ending_draft": Kind(_("Lanjutkan terminasi"), "care:termination", "case_id"),
            "ending": Kind(_("Jawab terminasi"), "care:termination", "case_id"),
            "outcome": Kind(_("Mulai wawancara hasil"), "care:outcome_of"),
            "outcome_start": Kind(_("Wawancara hasil sebelum layanan"), "care:outcomes", "case_id"),
            "outcome_draft": Kind(_("Lanjutkan wawancara hasil"), "care:outcome"),
            "release_day": Kind(_("Tanyakan perkiraan bebas"), "care:imprisonment", "case_id"),
            "death": Kind(_("Lengkapi keterangan kematian"), "care:death", "case_id"),
            "arrival": Kind(_("Pastikan kedatangan"), "care:transfer"),
            "relapse": Kind(_("Tangani kekambuhan"), "care:relapse", red=_("Kambuh.")),
        }
    )

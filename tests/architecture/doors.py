"""Every form of the system: who sends it, where to, and what makes it whole. A new POST address needs a line."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from care.enums import PlacementStatus
from partners.enums import CareBase, InstitutionKind
from reports.models import Submission
from tests import people
from tests.accounts.factories import invited, signed_in_elsewhere
from tests.api.calling import key_of
from tests.architecture.plan_doors import PLAN_DOORS
from tests.care.delivery_factories import AttendanceFactory, CareGroupFactory, MembershipFactory
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.care.transfer_factories import SupportingBaseFactory, TransferFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import (
    BreakGlassFactory,
    CaseFactory,
    ClientFactory,
    ConsentFactory,
    FamilyContactFactory,
)
from tests.clients.registering import posted
from tests.clients.task_factories import CaseTaskFactory
from tests.partners.factories import AgreementFactory, InstitutionFactory
from tests.regions.factories import RegencyFactory
from tests.reports.factories import SubmissionFactory
from tests.screening import assessment_factories as assessments
from tests.screening.factories import NO_DANGER, ScreeningFactory, consenting_case, finished
from tests.screening.review_factories import in_care, proposed_up
from tests.screening.routing_factories import approved, asked_for_approval, two_apart


NOW = timezone.localdate()
LAST_MONTH = (NOW.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
TODAY = NOW.isoformat()


class Door(NamedTuple):
    """One form: who sends it, where to, and what it needs beyond what its page starts with."""

    person: User | None
    url: str
    body: dict[str, Any] = {}
    page: str = ""
    session: dict[str, Any] = {}


def _case_form(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        case = CaseFactory(client=ClientFactory(with_nik=True))
        return Door(people.budi(), reverse(f"clients:{name}", args=[case.client_id]), body)

    return door


def _note() -> Door:
    case = CaseFactory()
    body = {"kind": "contact", "on": TODAY, "time": "00:00"}
    return Door(people.ani(), reverse("clients:note", args=[case.client_id]), body)


def _task() -> Door:
    url = reverse("clients:task", args=[CaseTaskFactory().pk])
    return Door(people.ani(), url, {"outcome": "Sudah dihubungi."})


def _intake() -> Door:
    body = posted(people.ani(), given_on=TODAY, nik_missing_reason="")
    return Door(people.ani(), reverse("clients:intake"), body)


def _search() -> Door:
    body = {"name": "Rian Saputra", "birth_date": "2000-03-15", "nik": ""}
    return Door(people.ani(), reverse("clients:new"), body)


def _search_box() -> Door:
    url = reverse("clients:search")
    return Door(people.ani(), url, {"cari": "Rian"}, page=reverse("clients:list"))


def _reassign() -> Door:
    case, other = (
        CaseFactory(),
        User.objects.create_user(
            "indah@contoh.id", "x", name="Indah", role="supervisor", institution=people.melati()
        ),
    )
    return Door(people.budi(), reverse("clients:reassign", args=[case.client_id]), {"to": other.pk})


def _edit() -> Door:
    case = CaseFactory(client=ClientFactory(with_nik=True))
    url = reverse("clients:edit", args=[case.client_id])
    return Door(people.ani(), url, {"nik_confirmed": "on"})


def _edit_family() -> Door:
    case = CaseFactory()
    contact = FamilyContactFactory(client=case.client)
    url = reverse("clients:edit_family", args=[case.client_id, contact.pk])
    return Door(people.ani(), url, {"family_name": "Aminah Baru"})


def _reopen() -> Door:
    case = CaseFactory(closed=True)
    body = {
        "referral_source": "family",
        "legal_status": "none",
        "given_by": "self",
        "given_on": TODAY,
    }
    url = reverse("clients:reopen", args=[case.client_id])
    return Door(people.ani(), url, {**body, "lead_worker": people.ani().pk})


def _close() -> Door:
    url = reverse("clients:close", args=[CaseFactory().pk])
    return Door(people.ani(), url, {"reason": "withdrew"})


def _start_screening() -> Door:
    return Door(people.ani(), reverse("screening:start", args=[consenting_case().pk]))


def _section(slug: str, **facts: Any) -> Callable[[], Door]:
    def door() -> Door:
        draft = ScreeningFactory(**facts)
        return Door(people.ani(), reverse("screening:section", args=[draft.pk, slug]))

    return door


def _autosave() -> Door:
    draft = ScreeningFactory(answered=True)
    url = reverse("screening:autosave", args=[draft.pk, "keadaan"])
    page = reverse("screening:section", args=[draft.pk, "keadaan"])
    return Door(people.ani(), url, page=page)


def _review_answers() -> Door:
    return Door(
        people.ani(), reverse("screening:review", args=[ScreeningFactory(answered=True).pk])
    )


def _refer() -> Door:
    draft = ScreeningFactory(red_flags={**NO_DANGER, next(iter(NO_DANGER)): True})
    return Door(people.ani(), reverse("screening:refer", args=[draft.pk]))


def _decide() -> Door:
    case = finished().case
    url = reverse("screening:decide", args=[case.pk])
    return Door(people.ani(), url, {"base": "family", "override_code": "distance"})


def _screen_again() -> Door:
    url = reverse("screening:start", args=[in_care().pk])
    return Door(people.ani(), url, {"reason": "relapse"})


def _correct() -> Door:
    screening = finished()
    ConsentFactory(client=screening.case.client)
    url = reverse("screening:correct", args=[screening.pk])
    return Door(people.ani(), url, {"reason": "Frekuensi pemakaian salah catat."})


def _step() -> Door:
    url = reverse("screening:step", args=[proposed_up().screening.case_id])
    return Door(people.ani(), url, {"answer": "accept", "note": "Disepakati bersama keluarga."})


def _assessment_start() -> Door:
    url = reverse("screening:assessment_start", args=[assessments.screened_case().pk])
    return Door(people.ani(), url, {"kind": "initial"})


def _assessment_part(name: str, slug: str) -> Callable[[], Door]:
    def door() -> Door:
        row = assessments.filled()
        args = [row.pk, slug]
        page = reverse("screening:assessment_section", args=args)
        return Door(people.ani(), reverse(f"screening:assessment_{name}", args=args), page=page)

    return door


def _assessment(
    name: str, person: Callable[[], User], row: Callable[[], Any], **body: str
) -> Callable[[], Door]:
    return lambda: Door(person(), reverse(f"screening:assessment_{name}", args=[row().pk]), body)


def _second() -> Door:
    body = {"risk": "high", "judgement": "Klien tampak lebih berat daripada jawabannya."}
    return Door(people.budi(), reverse("screening:second", args=[two_apart().pk]), body)


def _approval() -> Door:
    url = reverse("screening:approval", args=[asked_for_approval().pk])
    return Door(people.budi(), url, {"answer": "approve"})


def _withdraw_override() -> Door:
    decision = asked_for_approval()
    url = reverse("screening:withdraw_override", args=[decision.pk])
    page = reverse("screening:decide", args=[decision.screening.case_id])
    return Door(people.ani(), url, page=page)


def _review_override() -> Door:
    url = reverse("screening:review_override", args=[approved().screening.case_id])
    return Door(people.budi(), url, {"outcome": "keep"})


def _request() -> Door:
    people.kenanga()
    case = CaseFactory(to_place=True)
    return Door(people.ani(), reverse("care:request", args=[case.pk]))


def _request_family() -> Door:
    case = CaseFactory(to_place=True, base=CareBase.FAMILY)
    FamilyContactFactory(client=case.client)
    return Door(people.ani(), reverse("care:request", args=[case.pk]), {"starts_on": TODAY})


def _placement(name: str, person: Callable[[], User], **facts: Any) -> Callable[[], Door]:
    def door() -> Door:
        placement = PlacementFactory(**facts)
        body = {"confirmed": "on", "starts_on": TODAY, "on": TODAY, "planned_end_on": ""}
        url = reverse(f"care:{name}", args=[placement.pk])
        return Door(person(), url, {} if name == "review" else body)

    return door


def _reoffer() -> Door:
    placement = PlacementFactory(status=PlacementStatus.DECLINED, decline_reason="full")
    body = {"institution": people.melati().pk}
    return Door(people.ani(), reverse("care:reoffer", args=[placement.pk]), body)


def _wait() -> Door:
    case = CaseFactory(to_place=True)
    body = {"target": "country", "interim_services": ["C4b"]}
    return Door(people.ani(), reverse("care:wait", args=[case.pk]), body)


def _in_queue(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        row = WaitingEntryFactory(entered_at=timezone.now())
        return Door(people.ani(), reverse(f"care:{name}", args=[row.pk]), body)

    return door


def _follow_up() -> Door:
    due = NOW
    case = CaseFactory(in_aftercare=True, opened_on=due - timedelta(days=90))
    case.service_ended_on = case.service_started_on = due - timedelta(days=7)
    case.save()
    row = FollowUpFactory(case=case, due_on=due)
    body = {"on": TODAY, "channel": "phone", "outcome": "needs_help"}
    return Door(people.ani(), reverse("care:follow_up", args=[row.pk]), body)


AID = {"item": "Sembako", "quantity": "2", "unit": "paket", "value": "250000", "handed_to": "Ibu"}
TRAINING = {
    "topic": "Barista",
    "hours": "40",
    "provider_name": "LKP Contoh",
    "starts_on": TODAY,
    "ends_on": TODAY,
}


def _move(basis: str) -> Callable[[], Door]:
    def door() -> Door:
        case = PlacementFactory(active=True).case
        taker = {
            "family": lambda: {"family_contact": FamilyContactFactory(client=case.client).pk},
            "institution": lambda: {"institution": people.harapan().pk},
        }[basis]()
        url = reverse("care:transfer_new", args=[case.pk])
        return Door(people.ani(), f"{url}?basis={basis}", {**taker, "planned_on": TODAY})

    return door


def _delivery(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        case = CaseFactory(in_service=True)
        url = reverse(f"care:deliver_{name}", args=[case.pk])
        return Door(people.ani(), url, {"held_on": TODAY, "next_on": TODAY, **body})

    return door


def _transfer(name: str, person: Callable[[], User], **facts: Any) -> Callable[[], Door]:
    def door() -> Door:
        transfer = TransferFactory(**facts)
        dates = {"on": TODAY, "contact_on": TODAY, "arrived_on": TODAY}
        return Door(person(), reverse(f"care:transfer_{name}", args=[transfer.pk]), dates)

    return door


def _group_new() -> Door:
    body = {"name": "Melati Pagi", "started_on": TODAY}
    return Door(people.ani(), reverse("care:group_new"), body)


def _of_a_group(name: str) -> Callable[[], Door]:
    def door() -> Door:
        group = MembershipFactory(group__facilitator=people.ani()).group
        body = {"on": TODAY, "time": "00:00", "topic": "Rencana minggu ini"}
        return Door(people.ani(), reverse(f"care:group_{name}", args=[group.pk]), body)

    return door


def _support_new() -> Door:
    case = PlacementFactory(active=True).case
    contact = FamilyContactFactory(client=case.client)
    url = reverse("care:support_new", args=[case.pk])
    until = (NOW + timedelta(days=30)).isoformat()
    body = {"family_contact": contact.pk, "from_on": TODAY, "until_on": until}
    return Door(people.ani(), url, body)


def _support(name: str, person: Callable[[], User]) -> Callable[[], Door]:
    def door() -> Door:
        support = SupportingBaseFactory()
        url = reverse(f"care:support_{name}", args=[support.pk])
        return Door(person(), url, {"due_on": TODAY} if name == "task" else {})

    return door


def _group_join() -> Door:
    url = reverse("care:group_join", args=[CareGroupFactory().pk])
    return Door(people.ani(), url, {"on": TODAY, "case": CaseFactory(in_service=True).pk})


def _meeting_correct() -> Door:
    row = AttendanceFactory()
    url = reverse("care:meeting_correct", args=[row.session_id])
    return Door(people.ani(), url, {f"status_{row.case_id}": "absent"})


def _member(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        url = reverse(f"care:member_{name}", args=[MembershipFactory().pk])
        return Door(people.ani(), url, {"on": TODAY, **body})

    return door


def _institution_new() -> Door:
    RegencyFactory()
    InstitutionFactory(kind=InstitutionKind.BALAI)
    body = {
        "name": "Yayasan Cahaya",
        "phone": "021 123456",
        "email": "cahaya@contoh.id",
        "accreditation_grade": "A",
        "accreditation_expires_on": "2030-01-01",
    }
    return Door(people.fitri(), reverse("partners:institution_new"), body)


def _institution_edit() -> Door:
    row = InstitutionFactory(kind=InstitutionKind.LKS, phone="021 123456")
    return Door(
        people.fitri(), reverse("partners:institution_edit", args=[row.pk]), {"phone": "021 123457"}
    )


def _agreement_new() -> Door:
    row = InstitutionFactory()
    body = {
        "institution": row.pk,
        "number": "PKS/7/2026",
        "title": "Rehabilitasi sosial",
        "first_party": "Kementerian",
        "starts_on": TODAY,
        "ends_on": (NOW + timedelta(days=300)).isoformat(),
        "signed_on": TODAY,
    }
    return Door(people.fitri(), reverse("partners:agreement_new"), body)


def _agreement(name: str) -> Callable[[], Door]:
    def door() -> Door:
        row = AgreementFactory(ends_on=NOW + timedelta(days=30), starts_on=NOW - timedelta(days=30))
        return Door(people.fitri(), reverse(f"partners:{name}", args=[row.pk]))

    return door


def _report() -> Door:
    people.melati()
    return Door(people.fitri(), reverse("reports:new"), {"month": LAST_MONTH})


def _submission_new() -> Door:
    return Door(people.dewi(), reverse("reports:submission_new"), {"month": LAST_MONTH})


def _month_of_its_own() -> date:
    """A house tells each month once, and some tests go through every door."""
    back = Submission.objects.count()
    return date(2026 - back // 10, 10 - back % 10, 1)


def _submission(
    name: str, person: Callable[[], User] = people.dewi, body: Any = None, **facts: Any
) -> Callable[[], Door]:
    def door() -> Door:
        row = SubmissionFactory(**facts, month=_month_of_its_own())
        url = reverse(f"reports:submission_{name}", args=[row.pk])
        return Door(person(), url, body or {})

    return door


def _remove_line(lines: str) -> Callable[[], Door]:
    def door() -> Door:
        row = SubmissionFactory(month=_month_of_its_own())
        line = getattr(row, "money" if lines == "money" else "activities").get()
        url = reverse(f"reports:submission_remove_{lines}", args=[row.pk, line.pk])
        return Door(people.dewi(), url)

    return door


RECEIPT = {"amount": "250000", "receipt_number": "NOTA/8", "on": "2026-10-01"}


def _reveal() -> Door:
    case = CaseFactory(client=ClientFactory(with_nik=True))
    url = reverse("clients:reveal", args=[case.client_id, "nik"])
    return Door(people.ani(), url, {"purpose": "letter"})


def _invite() -> Door:
    people.melati()
    body = {"email": "rina@contoh.id", "name": "Rina Wulandari"}
    return Door(people.fitri(), reverse("accounts:invite"), body)


def _accept() -> Door:
    url = reverse("accounts:accept", args=[invited().token])
    return Door(None, url, {"password": people.PASSWORD, "again": people.PASSWORD})


def _waiting(name: str) -> Callable[[], Door]:
    def door() -> Door:
        url = reverse(f"accounts:{name}", args=[invited().invitation.pk])
        return Door(people.budi(), url, page=reverse("accounts:users"))

    return door


def _unlock() -> Door:
    url = reverse("accounts:unlock")
    return Door(people.ani(), url, {"password": people.PASSWORD}, session={"locked": True})


def _role() -> Door:
    url = reverse("accounts:role", args=[people.ani().pk])
    body = {"role": "supervisor", "institution": people.melati().pk}
    return Door(people.fitri(), url, body)


def _act() -> Door:
    pk = people.ani().pk
    url = reverse("accounts:act", args=[pk, "nonaktifkan"])
    return Door(people.budi(), url, page=reverse("accounts:user", args=[pk]))


def _own(name: str) -> Callable[[], Door]:
    def door() -> Door:
        elsewhere = signed_in_elsewhere(people.ani())
        given = [elsewhere.pk] if name == "end_session" else []
        page = reverse("accounts:preferences" if name == "lock" else "accounts:security")
        return Door(people.ani(), reverse(f"accounts:{name}", args=given), page=page)

    return door


def _emergency() -> Door:
    case = CaseFactory()
    body = {"sought": case.client.registration_number}
    return Door(people.eko(), reverse("clients:emergency"), body)


def _review_emergency() -> Door:
    url = reverse("clients:review_emergency", args=[BreakGlassFactory().pk])
    return Door(people.hadi(), url)


def _close_emergency() -> Door:
    row = BreakGlassFactory(client=CaseFactory().client)
    url = reverse("clients:close_emergency", args=[row.pk])
    return Door(people.eko(), url, page=reverse("clients:file", args=[row.client_id]))


def _withdraw_consent() -> Door:
    case = consenting_case()
    url = reverse("clients:withdraw_consent", args=[case.client_id])
    return Door(people.ani(), url)


def _service_key_new() -> Door:
    people.melati()
    body = {
        "name": "SIKS Melati",
        "role": "supervisor",
        "institution": people.melati().pk,
        "scopes": "clients:read",
        "networks": "10.20.0.0/16",
    }
    return Door(people.fitri(), reverse("accounts:service_key_new"), body)


def _service_key_revoke() -> Door:
    row, _key = key_of()
    return Door(people.fitri(), reverse("accounts:service_key_revoke", args=[row.pk]))


DOORS: dict[str, Callable[[], Door]] = {
    "clients:new": _search,
    "clients:intake": _intake,
    "clients:search": _search_box,
    "clients:note": _note,
    "clients:task": _task,
    "clients:reassign": _reassign,
    "clients:edit": _edit,
    "clients:add_family": _case_form("add_family", family_name="Aminah"),
    "clients:edit_family": _edit_family,
    "clients:reopen": _reopen,
    "clients:close": _close,
    "clients:reveal": _reveal,
    "clients:withdraw_consent": _withdraw_consent,
    "clients:emergency": _emergency,
    "clients:review_emergency": _review_emergency,
    "clients:close_emergency": _close_emergency,
    "screening:start": _start_screening,
    "screening:section": _section("keadaan", answered=True),
    "screening:section danger": _section("tanda-bahaya", red_flags=NO_DANGER),
    "screening:section q2": _section("q2", answered=True),
    "screening:autosave": _autosave,
    "screening:review": _review_answers,
    "screening:refer": _refer,
    "screening:decide": _decide,
    "screening:start again": _screen_again,
    "screening:correct": _correct,
    "screening:step": _step,
    "screening:assessment_start": _assessment_start,
    "screening:assessment_section": _assessment_part("section", "kesehatan"),
    "screening:assessment_section scale": _assessment_part("section", "srq20"),
    "screening:assessment_autosave": _assessment_part("autosave", "jejaring"),
    "screening:assessment_review": _assessment("review", people.ani, assessments.filled),
    "screening:assessment_sign": _assessment("sign", people.budi, assessments.submitted),
    "screening:assessment_return": _assessment(
        "return", people.budi, assessments.submitted, note="Lengkapi bagian keluarga."
    ),
    "screening:assessment_correct": _assessment(
        "correct", people.ani, assessments.signed, reason="Salah isi."
    ),
    "screening:second": _second,
    "screening:approval": _approval,
    "screening:withdraw_override": _withdraw_override,
    "screening:review_override": _review_override,
    "care:request": _request,
    "care:request family": _request_family,
    "care:accept": _placement("accept", people.eko),
    "care:decline": _placement("decline", people.eko),
    "care:withdraw": _placement("withdraw", people.ani),
    "care:start": _placement("start", people.ani, accepted=True),
    "care:review": _placement("review", people.ani, active=True),
    "care:end": _placement("end", people.ani, active=True),
    "care:follow_up": _follow_up,
    "care:transfer_new": _move("institution"),
    "care:transfer_new family": _move("family"),
    "care:transfer_accept": _transfer("accept", people.dewi),
    "care:transfer_decline": _transfer("decline", people.dewi),
    "care:transfer_withdraw": _transfer("withdraw", people.ani),
    "care:transfer_depart": _transfer("depart", people.ani, accepted=True),
    "care:transfer_arrive": _transfer("arrive", people.dewi, travelling=True),
    "care:transfer_missing": _transfer("missing", people.ani, travelling=True),
    "care:support_new": _support_new,
    "care:support_agree": _support("agree", people.dewi),
    "care:support_decline": _support("decline", people.dewi),
    "care:support_end": _support("end", people.ani),
    "care:support_task": _support("task", people.ani),
    "care:deliver_session": _delivery("session"),
    "care:deliver_visit": _delivery("visit", met="Ibu klien"),
    "care:deliver_aid": _delivery("aid", **AID),
    "care:deliver_training": _delivery("training", **TRAINING),
    "care:group_new": _group_new,
    "care:group_edit": _of_a_group("edit"),
    "care:group_join": _group_join,
    "care:group_meet": _of_a_group("meet"),
    "care:meeting_correct": _meeting_correct,
    "care:member_step": _member("step", phase="younger", level="values", values_on=TODAY),
    "care:member_leave": _member("leave"),
    "care:reoffer": _reoffer,
    "care:wait": _wait,
    "care:waiting_contact": _in_queue("waiting_contact", on=TODAY, note="Sehat."),
    "care:waiting_interim": _in_queue("waiting_interim", interim_services=["K4"]),
    "care:waiting_leave": _in_queue("waiting_leave", reason="refused"),
    "partners:institution_new": _institution_new,
    "partners:institution_edit": _institution_edit,
    "partners:agreement_new": _agreement_new,
    "partners:agreement_edit": _agreement("agreement_edit"),
    "partners:agreement_end": _agreement("agreement_end"),
    "reports:new": _report,
    "reports:submission_new": _submission_new,
    "reports:submission_note": _submission("note"),
    "reports:submission_activity": _submission("activity"),
    "reports:submission_money": _submission("money", body=RECEIPT),
    "reports:submission_remove_activity": _remove_line("activity"),
    "reports:submission_remove_money": _remove_line("money"),
    "reports:submission_send": _submission("send"),
    "reports:submission_accept": _submission("accept", people.fitri, sent=True),
    "reports:submission_return": _submission("return", people.fitri, sent=True),
    "accounts:service_key_new": _service_key_new,
    "accounts:service_key_revoke": _service_key_revoke,
    "accounts:invite": _invite,
    "accounts:accept": _accept,
    "accounts:resend": _waiting("resend"),
    "accounts:revoke": _waiting("revoke"),
    "accounts:role": _role,
    "accounts:act": _act,
    "accounts:lock": _own("lock"),
    "accounts:unlock": _unlock,
    "accounts:end_session": _own("end_session"),
    "accounts:end_other_sessions": _own("end_other_sessions"),
    "accounts:preferences": lambda: Door(people.ani(), reverse("accounts:preferences")),
}


def _by_plan(made: Callable[[], tuple[User, str, dict[str, Any]]]) -> Callable[[], Door]:
    return lambda: Door(*made())


DOORS |= {name: _by_plan(made) for name, made in PLAN_DOORS.items()}

"""What waits for somebody: one row for each thing, whatever table it stands in, and one meaning of late.

The rows are written by the database alone (docs/decisions/0028-what-waits.md).
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case as Switch, Exists, F, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, LEADS_PEOPLE, Role
from clients.enums import Audience, NextStep
from clients.models.case import Case
from clients.models.client import Client
from clients.models.emergency import OPENED, BreakGlass
from clients.models.share import SHARED, Share
from clients.models.visibility import rows_for
from common.access import IsAnyOf
from common.fence import MINE, fenced, kept_by_triggers
from common.trail import untracked
from partners.enums import InstitutionKind
from partners.models import Institution


if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from accounts.models import User

STEP, TASK, EMERGENCY, EXPORT = "step", "task", "emergency", "export"
# What data officers answer, wherever it is asked.
WATCHED = (EMERGENCY, EXPORT)
A_DAY = timedelta(days=1)
# What a case waits for that its own people cannot do: it waits for others under a kind of its own.
OTHERS_ANSWER = (NextStep.AWAIT_ANSWER, NextStep.APPROVE_OVERRIDE)
AUDIENCES: dict[Audience, tuple[Role, ...]] = {
    Audience.ANYBODY: INSTITUTION_ROLES,
    Audience.ANSWERERS: (*LEADS_PEOPLE, Role.IPWL_STAFF),
    Audience.SIGNERS: LEADS_PEOPLE,
    Audience.LEADERS: LEADS_PEOPLE,
    Audience.WATCHERS: (*LEADS_PEOPLE, Role.DATA_OFFICER),
    Audience.HEADS: (Role.BALAI_MANAGER, Role.IPWL_STAFF),
}


def _untied(to: Any, words: "_StrPromise", related_name: str = "+") -> Any:
    """The database writes these rows from the real ones, so it need not look for them again."""
    return models.ForeignKey(
        to,
        verbose_name=words,
        null=True,
        on_delete=models.DO_NOTHING,
        related_name=related_name,
        db_constraint=False,
        db_index=False,
    )


class WaitQuerySet(models.QuerySet["Wait"]):
    def visible_to(self, user: "User") -> Self:
        """With its case; an emergency, or a list that is to leave, is for those who judge it."""
        watched = Q(kind__in=WATCHED)
        if user.role == Role.DATA_OFFICER:
            return self.filter(watched) if user.is_active else self.none()
        rows = rows_for(self, user, client="client_id", carried=_in_cases_of)
        reviews = user.role in {*LEADS_PEOPLE, Role.AUDITOR}
        return rows if reviews else rows.exclude(watched)

    def on(self, day: date) -> Self:
        begun = Q(from_on__isnull=True) | Q(from_on__lte=day)
        return self.filter(begun, Q(until_on__isnull=True) | Q(until_on__gte=day))

    def late_on(self, day: date) -> Self:
        return self.filter(late_from__lte=day)

    def for_user(self, user: "User", day: date) -> Self:
        """Theirs by name, and what any colleague of their role may do; never for who only reads the file."""
        return self._of(user, day, _waits_for(user))

    def on_desk_of(self, user: "User", day: date) -> Self:
        """What waits for them; who answers for others also finds what is due or late with a colleague."""
        asked = _waits_for(user)
        if answers_for_others(user):
            asked |= (
                _at_institution_of(user)
                & Q(late_from__lte=day + A_DAY)
                & _asked_by_others(user)
                & ~Q(what__in=OTHERS_ANSWER)
            )
        return self._of(user, day, asked)

    def at_institution_of(self, user: "User", day: date) -> Self:
        """Whoever of the institution it waits for."""
        return self._of(user, day, _at_institution_of(user))

    def urgent_first(self) -> Self:
        """Safety before everything, one's own before a colleague's, then by the day it is late from."""
        return self.order_by(
            Switch(
                When(urgency=0, then=Value(0)), When(is_mine=True, then=Value(1)), default=Value(2)
            ),
            F("late_from").asc(nulls_last=True),
            F("due_on").asc(nulls_last=True),
            "urgency",
            "pk",
        )

    def with_names(self) -> Self:
        """Everything that a list of them prints, in one query."""
        people = (
            "client__name",
            "client__registration_number",
            "person__name",
            "institution__name",
        )
        own = ("kind", "row_id", "what", "case_id", "due_on", "late_from", "falls_on", "client_id")
        rows = self.select_related("client", "person", "at_institution")
        return rows.only(*own, "person_id", "at_institution_id", *people)

    def _of(self, user: "User", day: date, asked: Q) -> Self:
        """`is_mine` tells one's own from what waits for a colleague by name."""
        own = Q(person=user) | Q(person__isnull=True)
        mine = models.ExpressionWrapper(own, models.BooleanField())
        rows = self.on(day).filter(asked, _may_be_done_by(user))
        return rows.annotate(is_mine=mine if answers_for_others(user) else Value(value=True))


@untracked("written by the database from rows that are tracked")
@fenced(
    using=f"institution_id = {MINE} OR client_id = {SHARED} OR client_id = {OPENED}"
    " OR (kind = 'emergency' OR kind = 'export') AND app.watches()",
)
@kept_by_triggers
class Wait(models.Model):
    """`kind` and `row_id` say what it is, `what` the step or the kind of task (clients.waits tells its name and page).

    It waits for `person`, or else for any colleague at `at_institution` (or `also_at`) whom `audience` names, and
    never for `not_people` or for whom they invited (accounts.hands). `institution` keeps the case. It falls by itself on `falls_on`.
    """

    kind = models.CharField(_("jenis"), max_length=20)
    row_id = models.BigIntegerField(_("baris"))
    what = models.CharField(_("rincian"), max_length=20, blank=True)
    client = _untied(Client, _("klien"))
    case = _untied(Case, _("kasus"), related_name="waits")
    institution = _untied(Institution, _("lembaga pengelola"))
    at_institution = _untied(Institution, _("lembaga"))
    also_at = _untied(Institution, _("lembaga kedua"))
    person = _untied(settings.AUTH_USER_MODEL, _("untuk"))
    audience = models.CharField(_("untuk siapa"), max_length=10, choices=Audience, blank=True)
    not_people = ArrayField(models.BigIntegerField(), verbose_name=_("bukan untuk"), null=True)
    due_on = models.DateField(_("paling lambat"), null=True)
    late_from = models.DateField(_("terlambat sejak"), null=True)
    falls_on = models.DateField(_("ditutup otomatis pada"), null=True)
    from_on = models.DateField(_("tampil sejak"), null=True)
    until_on = models.DateField(_("tampil sampai"), null=True)
    urgency = models.PositiveSmallIntegerField(_("kegentingan"))

    objects = WaitQuerySet.as_manager()

    class Meta:
        verbose_name = _("yang menunggu")
        verbose_name_plural = _("yang menunggu")
        constraints = (models.UniqueConstraint(fields=("kind", "row_id"), name="wait_once"),)
        indexes = (
            models.Index(fields=("case", "late_from"), name="wait_of_case"),
            models.Index(fields=("at_institution", "late_from"), name="wait_at_institution"),
            models.Index(
                fields=("also_at",), condition=Q(also_at__isnull=False), name="wait_also_at"
            ),
            models.Index(fields=("person", "late_from"), name="wait_for_person"),
            models.Index(fields=("client",), condition=Q(case__isnull=True), name="wait_of_client"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.row_id}"

    @property
    def last_day(self) -> date | None:
        return self.late_from - A_DAY if self.late_from else self.due_on

    def days_late(self, day: date) -> int:
        return max((day - self.late_from).days + 1, 0) if self.late_from else 0


def answers_for_others(user: "User") -> bool:
    """They look after the work of the whole institution; an IPWL has no other role for that."""
    return user.role in (*LEADS_PEOPLE, Role.IPWL_STAFF)


def is_late(day: date) -> Exists:
    """Of a case: anything in it is."""
    return Exists(Wait.objects.late_on(day).filter(case=OuterRef("pk")))


def late_from() -> Subquery:
    """Of a case: the first day on which anything in it is late."""
    rows = Wait.objects.filter(case=OuterRef("pk")).order_by("late_from")
    return Subquery(rows.values("late_from")[:1])


def _in_cases_of(user: "User") -> Q:
    return Q(case__in=Case.objects.carried_by(user).order_by().values("pk"))


def _waits_for(user: "User") -> Q:
    supports = Case.supporters.through.objects.filter(user_id=user.pk).order_by()
    helped = Q(IsAnyOf("case_id", ArraySubquery(supports.values("case_id"))), kind=STEP)
    unnamed = Q(person__isnull=True) & _audience_of(user)
    if user.role != Role.DATA_OFFICER:
        unnamed &= _at_institution_of(user)
    return Q(person=user) | helped | unnamed & _asked_by_others(user)


def _asked_by_others(user: "User") -> Q:
    own = [hand for hand in (user.pk, user.invited_by_id) if hand is not None]
    return Q(not_people__isnull=True) | ~Q(not_people__overlap=own)


def _at_institution_of(user: "User") -> Q:
    if user.institution_id is None:
        return Q(pk__in=())
    return Q(at_institution_id=user.institution_id) | Q(also_at_id=user.institution_id)


def _audience_of(user: "User") -> Q:
    names = [name for name, roles in AUDIENCES.items() if user.role in roles]
    if user.role == Role.IPWL_STAFF:
        return Q(audience__in=names) | _where_nobody_leads(user)
    return Q(audience__in=names)


def _where_nobody_leads(user: "User") -> Q:
    """An IPWL has no role that leads: its staff sign for each other, and decide where there is no leader."""
    leaders = get_user_model().objects.colleagues_of(user).filter(role__in=LEADS_PEOPLE)
    decides = Q(audience=Audience.LEADERS) & Q(~Exists(leaders))
    is_ipwl = user.institution is not None and user.institution.kind == InstitutionKind.IPWL
    return decides | Q(audience=Audience.SIGNERS) if is_ipwl else decides


def _may_be_done_by(user: "User") -> Q:
    """Who has broken the glass, or handed the person over, reads and does nothing."""
    broken = BreakGlass.objects.live().filter(user=user).order_by().values("client_id")
    kept = Share.objects.live().filter(institution_id=user.institution_id or 0, read_only=True)
    read = [
        IsAnyOf("client_id", ArraySubquery(rows))
        for rows in (broken, kept.order_by().values("client_id"))
    ]
    return Q(client__isnull=True) | ~Q(read[0]) & ~Q(read[1])

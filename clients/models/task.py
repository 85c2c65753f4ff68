"""What has to be done in a case beside its next step: by whom, by when."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.enums import CaseStatus, TaskStatus
from clients.models.case import Case
from clients.task_texts import task_text_of
from clients.work import task_kinds
from common.fence import fenced
from common.sealed import SealedTextField
from common.trail import tracked
from partners.models import Institution


if TYPE_CHECKING:
    from accounts.models import User


def subject_of(*parts: object) -> str:
    """What a task is about, the widest first; a shorter subject is how the longer ones begin."""
    return "".join(f"{_name(part)}:" for part in parts)


def _name(part: object) -> str:
    if isinstance(part, models.Model):
        return f"{part._meta.model_name}:{part.pk}"  # noqa: SLF001  Django's way to ask a model
    return str(part)


class CaseTaskQuerySet(models.QuerySet["CaseTask"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def open(self) -> Self:
        """Still to be done; nothing is once the case has been closed."""
        return self.filter(status=TaskStatus.OPEN).exclude(case__status=CaseStatus.CLOSED)

    def for_user(self, user: "User") -> Self:
        """Theirs by name, and those of their institution that nobody was named for."""
        ours = Q(owner__isnull=True, institution_id=user.institution_id)
        return self.filter(Q(owner=user) | ours)

    def with_people(self) -> Self:
        """Everything that a list of tasks names, in one query."""
        return self.select_related("case__client", "owner", "institution")

    def soonest_first(self) -> Self:
        return self.order_by("due_on", "pk")


@tracked(by="case")
@fenced(by="case")
class CaseTask(models.Model):
    """`subject` says what the task stands for ("transfer:12:answer:"): the same task is never added twice."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="tasks"
    )
    kind = models.CharField(_("jenis"), max_length=20, choices=task_kinds)
    subject = models.CharField(_("pokok"), max_length=60)
    facts = models.JSONField(_("fakta"), default=dict, blank=True)
    detail = SealedTextField(_("keterangan"), blank=True, owner="case.client")
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pelaksana"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="case_tasks",
    )
    due_on = models.DateField(_("paling lambat"))
    status = models.CharField(
        _("status"), max_length=10, choices=TaskStatus, default=TaskStatus.OPEN
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ditambahkan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    added_at = models.DateTimeField(_("ditambahkan pada"))
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diselesaikan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    settled_at = models.DateTimeField(_("diselesaikan pada"), null=True, blank=True)
    outcome = SealedTextField(_("hasil"), blank=True, owner="case.client")

    objects = CaseTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("tugas kasus")
        verbose_name_plural = _("tugas kasus")
        constraints = (
            models.UniqueConstraint(fields=("case", "subject"), name="task_once_per_subject"),
            models.CheckConstraint(
                condition=Q(status=TaskStatus.OPEN, settled_at__isnull=True)
                | (~Q(status=TaskStatus.OPEN) & Q(settled_at__isnull=False)),
                name="task_settled_has_time",
            ),
        )
        indexes = (
            models.Index(
                fields=("owner", "due_on"),
                condition=Q(status=TaskStatus.OPEN),
                name="task_of_owner",
            ),
            models.Index(
                fields=("institution", "due_on"),
                condition=Q(status=TaskStatus.OPEN),
                name="task_of_institution",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.subject}"

    @property
    def client_id(self) -> int:
        return self.case.client_id

    @property
    def is_open(self) -> bool:
        return self.status == TaskStatus.OPEN

    @property
    def explanation(self) -> str:
        """What is read below its kind: what the facts say, or what somebody wrote."""
        return "\n".join(filter(None, [*task_text_of(self.kind).told(self.facts), self.detail]))

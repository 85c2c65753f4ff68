"""Who takes a person in, or helps: an institution, or a member of the family."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models import FamilyContact
from partners.enums import CareBase
from partners.models import Institution


class WithReceiver(models.Model):
    """On the base of the family a family contact stands in the place of the institution."""

    base = models.CharField(_("basis layanan"), max_length=12, choices=CareBase)
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    family_contact = models.ForeignKey(
        FamilyContact,
        verbose_name=_("keluarga"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(
                    base=CareBase.FAMILY, institution__isnull=True, family_contact__isnull=False
                )
                | (~Q(base=CareBase.FAMILY) & Q(institution__isnull=False)),
                name="%(class)s_has_a_receiver",
            ),
        )

    @property
    def receiver(self) -> str:
        """The institution's name, or the family member's."""
        receiver = self.institution or self.family_contact
        return receiver.name if receiver else ""

    @property
    def place(self) -> str | None:
        """As events call it, who name no relative: none is the family's home."""
        return self.institution.name if self.institution else None

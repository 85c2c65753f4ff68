"""Situations of a placement as traits; asked of eko's Sentra Kenanga by ani unless told."""

from datetime import UTC, date, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from care.aftercare_enums import Acquaintance, LocatorKind
from care.enums import Channel, EndReason, FollowUpStatus, PlacementStatus
from care.models import FollowUp, LocatorEntry, Placement, schedule
from clients.models import Case
from partners.enums import CareBase
from tests import people
from tests.clients.factories import OPENED, CaseFactory, FamilyContactFactory, ShareFactory


ASKED = datetime(2026, 6, 3, 2, tzinfo=UTC)
STARTED = OPENED + timedelta(days=7)
ENDED = OPENED + timedelta(days=127)


class PlacementFactory(DjangoModelFactory):
    class Meta:
        model = Placement
        skip_postgeneration_save = True

    case = factory.SubFactory(CaseFactory, to_place=True)
    client = factory.SelfAttribute("case.client")
    base = factory.SelfAttribute("case.base")
    institution = factory.LazyFunction(people.kenanga)
    requested_by = factory.SelfAttribute("case.lead_worker")
    requested_at = ASKED
    answer_due_on = date(2026, 6, 4)

    class Params:
        accepted = factory.Trait(
            status=PlacementStatus.ACCEPTED,
            answered_by=factory.LazyFunction(people.eko),
            answered_at=ASKED,
        )
        active = factory.Trait(
            accepted=True,
            status=PlacementStatus.ACTIVE,
            case=factory.SubFactory(CaseFactory, in_service=True),
            starts_on=STARTED,
            planned_end_on=STARTED + timedelta(days=120),
        )
        ended = factory.Trait(
            active=True,
            status=PlacementStatus.ENDED,
            case=factory.SubFactory(CaseFactory, in_aftercare=True),
            ends_on=ENDED,
            end_reason=EndReason.GOALS_MET,
        )
        with_family = factory.Trait(
            accepted=True,
            case=factory.SubFactory(CaseFactory, to_place=True, base=CareBase.FAMILY),
            institution=None,
            family_contact=factory.SubFactory(
                FamilyContactFactory, client=factory.SelfAttribute("..case.client")
            ),
        )

    @factory.post_generation
    def shared(self, create, extracted, **kwargs):
        """The receiver sees the file, as after a request; `shared=False` leaves that out."""
        if self.institution is None or extracted is False:
            return
        if self.institution_id != self.case.institution_id:
            ShareFactory(
                client=self.client, owner=self.case.institution, institution=self.institution
            )
        Case.objects.filter(pk=self.case_id).update(care_institution=self.institution)
        self.case.care_institution = self.institution


class FollowUpFactory(DjangoModelFactory):
    class Meta:
        model = FollowUp

    case = factory.SubFactory(CaseFactory, in_aftercare=True)
    milestone = "W1"
    due_on = ENDED + timedelta(days=7)
    window_starts_on = factory.LazyAttribute(lambda o: o.due_on - schedule.NEAR_WINDOW)
    window_ends_on = factory.LazyAttribute(lambda o: o.due_on + schedule.NEAR_WINDOW)

    class Params:
        reached = factory.Trait(
            status=FollowUpStatus.REACHED, closed_on=factory.SelfAttribute("due_on")
        )


class LocatorEntryFactory(DjangoModelFactory):
    """The mother, who may be asked by telephone."""

    class Meta:
        model = LocatorEntry

    case = factory.SubFactory(CaseFactory, in_aftercare=True)
    kind = LocatorKind.MAY_ASK
    name = "Sulastri"
    relation = Acquaintance.PARENT
    channel = Channel.PHONE
    whereabouts = "081234500001"
    words = "Saya teman lama, ingin menanyakan kabarnya."
    added_by = factory.SelfAttribute("case.lead_worker")

    class Params:
        secret = factory.Trait(
            kind=LocatorKind.DO_NOT_TELL,
            name="Pak Darto",
            relation=Acquaintance.WORK,
            channel="",
            whereabouts="",
            words="Tidak tahu tentang layanan.",
        )


def plan_aftercare(case: Case, *, ended_on: date = ENDED) -> list[FollowUp]:
    """All ten milestones of a case."""
    return [
        FollowUpFactory(
            case=case,
            milestone=point.code,
            due_on=point.due,
            window_starts_on=point.window_start,
            window_ends_on=point.window_end,
        )
        for point in schedule.milestones(ended_on)
    ]

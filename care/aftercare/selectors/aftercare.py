"""After-care of one case."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from care.enums import EndReason, PlacementStatus
from care.models import AftercarePlan, Death, FollowUp, FollowUpContact, Placement
from care.placement.matching.rows import group_of
from clients.enums import CaseStatus
from clients.models import Case
from partners.enums import KINDS_FOR_BASE
from partners.models import Institution


def milestones(case: Case) -> QuerySet[FollowUp]:
    """All of them, soonest first, each with its contacts, newest first."""
    return case.follow_ups.soonest_first().prefetch_related(
        Prefetch("contacts", queryset=contacts(FollowUpContact.objects.all()))
    )


def aftercare_plan_of(case: Case) -> AftercarePlan | None:
    rows = AftercarePlan.objects.filter(case=case)
    return rows.select_related("contact_by", "case__client").first()


def death_of(case: Case) -> Death | None:
    return Death.objects.filter(case=case).select_related("case__client").first()


def what_follows(case: Case) -> tuple[str, str] | None:
    """Title and sentence, where care ended so that nobody is called as usual."""
    stay = Placement.objects.filter(case=case, status=PlacementStatus.ENDED).order_by("-pk").first()
    if case.status != CaseStatus.AFTERCARE or stay is None:
        return None
    said = {
        EndReason.LOST: (
            _("Klien tidak terlacak."),
            _(
                "Kabar dicari lewat keluarga, kader, dan kunjungan. Bila ditemukan, jadwal"
                " pascalayanan dibuat sejak hari itu."
            ),
        ),
        EndReason.PRISON: (
            _("Klien menjalani pidana."),
            _(
                "Kabar ditanyakan lewat lapas atau Bapas. Pada hari bebas klien dihubungi, lalu"
                " pascalayanan berjalan atau klien masuk layanan kembali."
            ),
        ),
    }
    return said.get(EndReason(stay.end_reason))


def institutions_to_go_on(case: Case, *, today: date) -> QuerySet[Institution]:
    """Who may be asked to go on with after-care: those whose agreement holds for them, without the one that does it now."""
    rows = Institution.objects.active().filter(kind__in=KINDS_FOR_BASE[case.base])
    there = case.care_institution_id or case.institution_id
    agreed = rows.with_agreement_for(group_of(case, today), today)
    return agreed.exclude(pk=there).order_by("name", "pk")


def contacts(rows: QuerySet[FollowUpContact]) -> QuerySet[FollowUpContact]:
    """Newest first. They open with the keys of the milestones that `rows` came through."""
    return rows.select_related("recorded_by").order_by("-on", "-pk")


def steps(rows: Iterable[FollowUp]) -> list[str]:
    """The step line: what is closed is done, the first that is planned is the current one."""
    line: list[str] = []
    for row in rows:
        waits = "" if "current" in line else "current"
        line.append(waits if row.is_planned else "done")
    return line

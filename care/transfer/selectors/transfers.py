"""What pages and services about transfers ask: which there are, and by which consent."""

from django.db.models import Case as Switch, IntegerField, QuerySet, Value, When

from accounts.models import User
from care.enums import PlacementStatus, Side, TransferStatus
from care.models import Placement, Transfer
from care.models.transfer import TransferQuerySet
from clients.models import Case, Client, Consent
from clients.models.visibility import without_emergencies


def consent_of(client: Client) -> Consent | None:
    """The consent that a handover rests on."""
    return client.consents.in_force().order_by("-given_on", "-pk").first()


def running_placement(case: Case) -> Placement | None:
    return Placement.objects.filter(case=case, status=PlacementStatus.ACTIVE).first()


def transfers(user: User, side: str) -> TransferQuerySet:
    rows = without_emergencies(Transfer.objects.visible_to(user), user, "case__client_id")
    if user.institution_id is None:
        return rows
    if side == Side.INCOMING:
        return rows.received_by(user.institution_id)
    return rows.sent_by(user.institution_id)


def open_first(rows: QuerySet[Transfer]) -> QuerySet[Transfer]:
    """Who is on the way, then what waits for an answer, then the others, the newest first."""
    rank = Switch(
        When(status=TransferStatus.TRAVELLING, then=Value(0)),
        When(status=TransferStatus.PROPOSED, then=Value(1)),
        When(status=TransferStatus.ACCEPTED, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return rows.order_by(rank, "-pk")


def transfers_of(user: User, case: Case) -> QuerySet[Transfer]:
    rows = Transfer.objects.visible_to(user).filter(case__client=case.client)
    return rows.with_people().order_by("-pk")


def open_transfer(case: Case) -> Transfer | None:
    return Transfer.objects.open().filter(case=case).first()

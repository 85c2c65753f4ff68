"""What leaves its own house: a list that somebody takes out, and a file that another opens in an emergency."""

from accounts.models import User
from accounts.scopes import scope_of
from clients.enums import EmergencyReason
from clients.models import Case
from clients.services.emergency import open_in_emergency
from common.scope import acting
from exports.enums import Format, Purpose
from exports.services.asking import Wanted, ask_export
from tools.demonstration.world import World


def tell(world: World) -> None:
    """The worker makes the list once the system is up; the emergency waits to be judged."""
    at, worker = world.clock.now, world.people["sari"]
    wanted = Wanted("clients", {}, Format.XLSX, Purpose.WORK, "Pembagian kunjungan bulan ini.")
    with acting(scope_of(worker)):
        ask_export(wanted=wanted, actor=worker, at=at)
    _open_in_emergency(world.people["tiur"], of=worker)


def _open_in_emergency(reader: User, of: User) -> None:
    case = Case.objects.open().filter(lead_worker=of).select_related("client").first()
    assert case is not None  # noqa: S101  the stories are ours
    with acting(scope_of(reader)):
        open_in_emergency(
            sought=case.client.registration_number,
            reason_code=EmergencyReason.LIFE,
            reason="Datang pingsan diantar warga, obat yang dipakai tidak diketahui.",
            actor=reader,
        )

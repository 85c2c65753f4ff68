"""What waits for a second person: a service key and two appointments."""

from datetime import timedelta

from accounts.enums import KeyScope, Role
from accounts.service_keys.services import Machine, ask_key
from accounts.services.appointments import Wanted, ask_appointment
from accounts.services.people import Person
from tools.demonstration.world import World


A_YEAR = timedelta(days=364)


def tell(world: World) -> None:
    head, ministry, at = world.people["retno"], world.people["dewi"], world.clock.now
    machine = Machine(
        name="SIKS Sentra Galih Pakuan",
        role=Role.SUPERVISOR,
        institution=head.institution,
        scopes=[KeyScope.CLIENTS_READ, KeyScope.CASES_READ],
        networks=["10.20.0.0/16"],
        expires_on=world.clock.today + A_YEAR,
        purpose="Laporan bulanan ke SIKS.",
    )
    ask_key(machine=machine, actor=head, at=at)
    second = Person("hendra.wirawan@contoh.id", "Hendra Wirawan", Role.SUPERVISOR, head.institution)
    ask_appointment(wanted=Wanted(second, "Supervisor kedua untuk sif malam."), actor=head, at=at)
    auditor = Person("maya.safitri@contoh.id", "Maya Safitri", Role.AUDITOR)
    ask_appointment(
        wanted=Wanted(auditor, "Menggantikan auditor yang pindah tugas."), actor=ministry, at=at
    )

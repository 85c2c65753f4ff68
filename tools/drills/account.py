"""Whoever can run any statement as the site's account: no superuser, no forged history, nothing moved or taken out."""

import argparse

from django.core.management import call_command

from partners.enums import InstitutionKind
from partners.models import Institution
from regions.models import Regency
from tools.drills.attacks import ATTACKS, OPEN
from tools.drills.crowd import at_work
from tools.drills.promises import Promises
from tools.drills.site import Site


PEOPLE = 2
ENTRIES, SECONDS = 40, 60


def run(site: Site, _wanted: argparse.Namespace) -> int:
    promises = Promises()
    with at_work(site, PEOPLE) as crowd:
        promises.check("people have written", kept=crowd.work_until(ENTRIES, SECONDS))
    site.stop_web()
    _make_a_place_elsewhere()
    _attack(site, promises, "is refused", breaks_in=False)
    print("\nThe self-test: with the faults of before each must break in.")
    site.ask(OPEN)
    _attack(site, promises, "breaks in", breaks_in=True)
    print("\nAn old database: after the next migrate each is refused again.")
    call_command("migrate", verbosity=0, interactive=False)
    _attack(site, promises, "is refused", breaks_in=False)
    return promises.exit_code()


def _make_a_place_elsewhere() -> None:
    regency = Regency.objects.get(code="3171")
    Institution.objects.create(name="Sentra Lain", kind=InstitutionKind.BALAI, regency=regency)


def _attack(site: Site, promises: Promises, what: str, *, breaks_in: bool) -> None:
    for attack in ATTACKS:
        promises.check(f"{attack.name} {what}", kept=attack.breaks_in(site) == breaks_in)
        site.ask("ALTER ROLE app_login NOSUPERUSER")

"""A country of N clients, the same one for the same N and day, loaded by COPY in a minute or two."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from random import Random

from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction

from clients.models import ConsentText
from common.models import Counter
from regions.models import Regency
from tools.bench.copying import Copier
from tools.bench.lives import Life, Setting
from tools.bench.people import WORKERS, Site, settle


SEED = 2026
YEARS = 4


def load(clients: int, today: date) -> list[Site]:
    call_command("load_regions", verbosity=0)
    with transaction.atomic(), _unchecked():
        sites = settle(clients, today)
        _load_clients(clients, sites, today)
        _count_numbers(clients, today)
    with connection.cursor() as cursor:
        cursor.execute(
            "VACUUM ANALYZE"
        )  # first, or what waits is looked for without knowing how much there is
        # COPY went past the triggers that keep it.
        cursor.execute("SET statement_timeout = 0; SELECT app.wait_all(); RESET statement_timeout")
        cursor.execute("ANALYZE clients_wait")
    return sites


@contextmanager
def _unchecked() -> Iterator[None]:
    """Foreign keys are looked up for each row; we know ours. Where the server's account may not skip
    that (no superuser), loading takes some minutes longer."""
    with connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute("SET LOCAL session_replication_role = replica")
        except ProgrammingError:
            pass
        yield


def _load_clients(clients: int, sites: list[Site], today: date) -> None:
    setting = Setting(
        today=today,
        consent_text=ConsentText.objects.current().pk,
        regencies=list(Regency.objects.order_by("code").values_list("code", flat=True)),
    )
    rows, chance = Copier(), Random(SEED)
    for number in range(clients):
        # Neighbours in the table belong to different institutions, as people come to the door.
        turn, place = divmod(number, len(sites))
        site, other = sites[place], sites[place ^ 1]
        worker = site.workers[turn % WORKERS]
        Life(number + 1, site, other, worker, setting, chance).write(rows)
    rows.finish()


def _count_numbers(clients: int, today: date) -> None:
    """The next registration number follows those given out here."""
    years = (f"{(today.year - back) % 100:02d}" for back in range(YEARS))
    Counter.objects.bulk_create(Counter(name=f"client:{year}", last=clients) for year in years)

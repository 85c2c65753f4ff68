from django.core.management.commands import makemigrations

from common.tables import TablesOnly


class Command(makemigrations.Command):
    autodetector = TablesOnly

from importlib import import_module

from django.apps import AppConfig


class ClientsConfig(AppConfig):
    name = "clients"

    def ready(self) -> None:
        # The handlers of this app's jobs register themselves.
        import_module("clients.tasks")
        from clients.registration import register

        register()

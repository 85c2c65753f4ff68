from importlib import import_module

from django.apps import AppConfig


class ExportsConfig(AppConfig):
    name = "exports"

    def ready(self) -> None:
        # The handler of this app's jobs registers itself.
        import_module("exports.tasks")
        from exports.registration import register

        register()

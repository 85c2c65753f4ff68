from importlib import import_module

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self) -> None:
        # The handlers of this app's jobs register themselves.
        import_module("reports.tasks")
        from reports.registration import register

        register()

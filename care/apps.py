from importlib import import_module

from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "care"

    def ready(self) -> None:
        import_module("care.registration").register()

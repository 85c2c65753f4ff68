from importlib import import_module

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    name = "screening"

    def ready(self) -> None:
        import_module("screening.registration").register()

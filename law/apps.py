from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "law"

    def ready(self) -> None:
        from law.registration import register

        register()

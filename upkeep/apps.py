from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "upkeep"

    def ready(self) -> None:
        from upkeep import checks  # noqa: F401  they register themselves
        from upkeep.registration import register

        register()

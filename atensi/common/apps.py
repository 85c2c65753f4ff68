from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "atensi.common"
    label = "common"

    def ready(self) -> None:
        from atensi.common.sealed import checks  # noqa: F401, PLC0415  registers itself

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "atensi.common"
    label = "common"

    def ready(self) -> None:
        from atensi.common import checks  # noqa: F401, PLC0415  registers itself
        from atensi.common.sealed import checks as sealed  # noqa: F401, PLC0415  registers itself

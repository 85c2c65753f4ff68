from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "common"
    label = "common"

    def ready(self) -> None:
        from common import checks, line_checks, setting_checks  # noqa: F401  they register themselves
        from common.sealed import checks as sealed  # noqa: F401  registers itself

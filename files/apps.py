from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "files"

    def ready(self) -> None:
        from files import checks  # noqa: F401  registers itself
        from files.registration import register

        register()

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import checks, signals, tasks  # noqa: F401  they register themselves
        from accounts.registration import register

        register()

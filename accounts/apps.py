from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import asking, checks, signals  # noqa: F401  they register themselves
        from accounts.registration import register

        register()

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        # The handlers of this app's jobs register themselves, too.
        from accounts import asking, checks, signals, tasks  # noqa: F401
        from accounts.registration import register

        register()

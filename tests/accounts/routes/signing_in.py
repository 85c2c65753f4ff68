"""allauth's pages: signing in and out, passwords, the second factor."""

from tests.access import EVERYBODY, always, anybody
from tests.route import Route


ALL = "GET POST PATCH PUT DELETE"
FORM = "GET POST PUT"  # allauth's forms take a PUT for a POST


def _form(name: str) -> Route:
    """Answers a body without anything right in it with the form again."""
    statuses = {"GET": EVERYBODY, "POST PUT": always("200")}
    return Route(name, statuses=statuses)


ROUTES = [
    Route(
        "account_login",
        statuses={
            FORM: always("302", outside="200"),
            "PATCH DELETE": always("302", outside="405"),
        },
    ),
    Route("account_logout", open=True, statuses={"GET": EVERYBODY, "POST": always("in")}),
    Route("account_signup", statuses={ALL: always("302", outside="200")}),
    Route("account_inactive", open=True, statuses={"GET": anybody()}),
    _form("account_change_password"),
    Route("account_set_password", statuses={ALL: always("302")}),
    _form("account_reauthenticate"),
    Route(
        "account_reset_password", open=True, statuses={"GET": anybody(), "POST PUT": anybody("200")}
    ),
    Route("account_reset_password_done", open=True, statuses={"GET": anybody()}),
    Route(
        "account_reset_password_from_key",
        arguments={"uidb36": "1", "key": "set-password"},
        statuses={ALL: anybody("200")},
    ),
    Route("account_reset_password_from_key_done", open=True, statuses={"GET": anybody()}),
    Route("mfa_authenticate", statuses={ALL: always("302")}),
    Route(
        "mfa_login_webauthn",
        statuses={FORM: always("302"), "PATCH DELETE": always("302", outside="405")},
    ),
    Route("mfa_reauthenticate", statuses={ALL: always("302")}),
    Route("mfa_reauthenticate_webauthn", statuses={ALL: always("302")}),
    Route("mfa_index", statuses={"GET": always("302")}),
    Route("mfa_list_webauthn", statuses={"GET": always("302")}),
    _form("mfa_activate_totp"),
    Route("mfa_deactivate_totp", statuses={ALL: always("404")}),
    _form("mfa_add_webauthn"),
    Route("mfa_remove_webauthn", statuses={"GET POST DELETE": always("404")}),
    Route("mfa_edit_webauthn", statuses={FORM: always("404")}),
    Route("mfa_view_recovery_codes", statuses={"GET POST": always("404")}),
    _form("mfa_generate_recovery_codes"),
]

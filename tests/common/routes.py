"""What belongs to no app: health, the style guide, and the administration, which none of these accounts may enter."""

from tests.access import always, anybody
from tests.route import Route


ALL = "GET POST PATCH PUT DELETE"
MODELS = (
    "clients_consenttext", "partners_institution", "regions_province", "regions_regency",
)  # fmt: skip


def _of_a_model(model: str) -> list[Route]:
    about = {"object_id": 1}
    return [
        Route(f"admin:{model}_{page}", arguments=about, statuses={ALL: always("302")})
        for page in ("changelist", "add", "history", "delete", "change")
    ]


ROUTES = [
    Route("health", open=True, statuses={"GET": anybody()}),
    Route("styleguide", statuses={"GET": always("404")}),
    Route("admin:login", statuses={ALL: always("403")}),
    *(
        Route(f"admin:{page}", arguments=about, statuses={ALL: anybody("302")})
        for page, about in {
            "index": {},
            "logout": {},
            "password_change": {},
            "password_change_done": {},
            "autocomplete": {},
            "jsi18n": {},
            "view_on_site": {"content_type_id": 1, "object_id": 1},
            "app_list": {"app_label": "regions"},
        }.items()
    ),
    *(route for model in MODELS for route in _of_a_model(model)),
]

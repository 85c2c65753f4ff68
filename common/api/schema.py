"""How the API describes itself (OpenAPI 3): what every operation shares is told once, here.

Imported when somebody wants the schema, and not before: what makes one takes along Django's test client.
"""

from typing import Any

from django.utils.translation import gettext as _, gettext_lazy
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework.permissions import SAFE_METHODS

from common.api.about import About
from common.api.access import scope_for


ERROR = {
    "type": "object",
    "required": ["code", "message"],
    "properties": {
        "code": {"type": "string", "example": "wrong_status"},
        "message": {"type": "string"},
        "field": {"type": "string", "nullable": True},
        "fields": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    },
}
IDEMPOTENCY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "format": "uuid"},
    OpenApiParameter.HEADER,
    required=True,
    description=gettext_lazy("UUID baru untuk tiap tulisan; diulang, ia menjawab yang sama."),
)
IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description=gettext_lazy("ETag dari pembacaan terakhir."),
)


class ServiceKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "common.api.access.ServiceKeyAuthentication"
    name = "serviceKey"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "rsk_…"}


class Schema(AutoSchema):
    def get_override_parameters(self) -> list[Any]:
        if self.method == "PATCH":
            return [IDEMPOTENCY, IF_MATCH]
        if self.method not in SAFE_METHODS:
            return [IDEMPOTENCY]
        return [self.view.query_class] if self._action == "list" else []

    def get_tags(self) -> list[str]:
        return [str(getattr(self.view, "title", "") or "API")]

    def get_summary(self) -> str | None:
        if self._about:
            return str(self._about.summary)
        shared = {"list": _("Daftar"), "retrieve": _("Baca satu")}
        return str(shared.get(self._action, "")) or super().get_summary()

    def get_description(self) -> str:
        """None: the docstrings are for developers."""
        return ""

    def get_extensions(self) -> dict[str, Any]:
        about = getattr(self.view, "scope", "")
        return {"x-scope": scope_for(about, self.method)} if about else {}

    def get_request_serializer(self) -> Any:
        return self._about.sent if self._about else super().get_request_serializer()

    def get_response_serializers(self) -> Any:
        if self._about:
            return {self._about.status: self._about.answer}
        return super().get_response_serializers()

    @property
    def _about(self) -> About | None:
        return getattr(getattr(self.view, self._action, None), "about", None)

    @property
    def _action(self) -> str:
        return str(getattr(self.view, "action", ""))


class Generator(SchemaGenerator):
    """Gives the views their schema, so that none of them has to import it."""

    def create_view(self, callback: Any, method: str, request: Any = None) -> Any:
        view = super().create_view(callback, method, request)  # type: ignore[no-untyped-call]
        self._set_schema_to_view(view, Schema())  # type: ignore[no-untyped-call]
        return view


def add_refusals(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """Postprocessing: every operation may refuse, always in the same shape."""
    result["components"]["schemas"]["Error"] = ERROR
    refusal = {
        "description": _("Ditolak"),
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }
    for operations in result["paths"].values():
        for operation in operations.values():
            operation["responses"]["4XX"] = refusal
    return result

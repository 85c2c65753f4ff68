from typing import Any

from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from common.api.inputs import LARGEST_ID, Id, Input


PAGE = 25
LARGEST_PAGE = 100


class Where(Input):
    """Which part of a list: the rows before one, newest first."""

    before = Id(required=False)
    size = Id(required=False)


class Keyset(BasePagination):
    """The newest first; the next page starts before the last row shown, however many have come meanwhile."""

    def paginate_queryset(self, queryset: Any, request: Any, view: Any = None) -> list[Any]:
        asked = {
            name: request.query_params[name]
            for name in Where().fields
            if name in request.query_params
        }
        where = Where(data=asked)
        where.is_valid(raise_exception=True)
        size = where.validated_data.get("size", PAGE)
        if size > LARGEST_PAGE:
            raise ValidationError({"size": [f"1–{LARGEST_PAGE}"]})
        if "before" in where.validated_data:
            queryset = queryset.filter(pk__lt=where.validated_data["before"])
        rows = list(queryset.order_by("-pk")[: size + 1])
        self.next = self._link(request, rows[size - 1].pk) if len(rows) > size else None
        return rows[:size]

    def _link(self, request: Any, last: int) -> str:
        return str(replace_query_param(request.get_full_path(), "before", last))

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"results": data, "next": self.next})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["results", "next"],
            "properties": {
                "results": schema,
                "next": {
                    "type": "string",
                    "nullable": True,
                    "example": "/api/v1/klien/?before=412",
                },
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            _parameter("before", LARGEST_ID),
            {**_parameter("size", LARGEST_PAGE), "description": f"1–{LARGEST_PAGE}, {PAGE}"},
        ]


def _parameter(name: str, largest: int) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": 1, "maximum": largest}
    return {"name": name, "in": "query", "required": False, "schema": schema}

"""Lists of the API: the newest first, and a next page that begins where this one ended, whatever has come meanwhile."""

from typing import Any
from urllib.parse import urlsplit

from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.response import Response

from common.api.inputs import Id, Input
from common.forms import row_id


LARGEST_PAGE = 100


class Where(Input):
    """Which part of a list."""

    size = Id(required=False, max_value=LARGEST_PAGE)


class NewestFirst(CursorPagination):
    ordering = "-pk"
    page_size = 25
    page_size_query_param = "size"
    max_page_size = LARGEST_PAGE
    page_size_query_description = f"1–{LARGEST_PAGE}"
    asks = ("cursor", "size")

    def get_page_size(self, request: Any) -> int:
        """What cannot be a size is refused, not passed over."""
        name = self.page_size_query_param
        where = Where(
            data={name: request.query_params[name]} if name in request.query_params else {}
        )
        where.is_valid(raise_exception=True)
        return int(where.validated_data.get(name, self.page_size))

    def decode_cursor(self, request: Any) -> Cursor | None:
        """A cursor that nobody was given is refused like any other question."""
        try:
            cursor: Cursor | None = super().decode_cursor(request)
        except NotFound as error:
            raise ValidationError({self.cursor_query_param: [str(error.detail)]}) from error
        if cursor is not None and cursor.position is not None and row_id(cursor.position) is None:
            raise ValidationError({self.cursor_query_param: [str(self.invalid_cursor_message)]})
        return cursor

    def get_paginated_response(self, data: Any) -> Response:
        following = self.get_next_link()
        path = urlsplit(following)._replace(scheme="", netloc="").geturl() if following else None
        return Response({"results": data, "next": path})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        following = {
            "type": "string",
            "nullable": True,
            "example": "/api/v1/klien/?cursor=cD00MTI%3D",
        }
        return {
            "type": "object",
            "required": ["results", "next"],
            "properties": {"results": schema, "next": following},
        }

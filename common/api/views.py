"""What every list and every row of the API starts with."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, ClassVar, TypeVar

from django.db.models import Model, QuerySet
from django.forms import BaseForm
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.permissions import SAFE_METHODS
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from common.access import demand
from common.api.inputs import Input
from common.api.paging import NewestFirst
from common.api.refusals import KeyMissing
from common.api.versions import etag_of, version_of
from common.enums import ReadAction
from common.reading import log_read
from common.sealed import preload


Result = TypeVar("Result")


class NoQuery(Input):
    """A list that can be narrowed by nothing."""


class Reference(serializers.Serializer):
    """All that a write is answered with: where to read, never what was written."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    version = serializers.CharField()


class ScopedViewSet(GenericViewSet):
    """Rows that the asking person may see. Nothing is ever deleted; whoever is shown is written down."""

    scope = ""  # "clients": a key needs clients:read or clients:write
    title: Any = ""
    model: type[Model]
    related: ClassVar[tuple[str, ...]] = ()
    person = ""  # the way from a row to its client's id; empty where no person is in it
    key_of = ""  # the way from a row to the key of its sealed texts
    query_class: type[Input] = NoQuery  # names its fields as the ORM does
    row_serializer_class: Any = None  # one row, where it tells more than the list
    lookup_value_converter = "int"
    http_method_names: ClassVar[list[str]] = ["get", "post", "patch", "head", "options"]

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        unsafe = request.method not in SAFE_METHODS and self.action is not None
        if unsafe and not request.headers.get("Idempotency-Key", "").strip():
            raise KeyMissing

    def may_list(self, user: Any) -> bool:
        return True

    def get_queryset(self) -> QuerySet[Any]:
        manager: Any = self.model._default_manager  # noqa: SLF001
        rows: QuerySet[Any] = manager.visible_to(self.request.user)
        return rows.select_related(*self.related)

    def get_serializer_class(self) -> Any:
        return (self.action == "retrieve" and self.row_serializer_class) or self.serializer_class

    def list(self, request: Any) -> Response:
        demand(self.may_list(request.user))
        rows = self.paginate_queryset(self.get_queryset().filter(**self._asked()))
        self.write_down(rows)
        if self.key_of:
            preload(map(attrgetter(self.key_of), rows))
        return self.get_paginated_response(self.get_serializer(rows, many=True).data)

    def retrieve(self, request: Any, pk: int) -> Response:
        row = self.get_object()
        self.write_down([row])
        return Response(self.get_serializer(row).data, headers={"ETag": etag_of(row)})

    def write_down(self, rows: Iterable[Model]) -> None:
        """UU 27/2022 art. 31: to answer with a person's data is to process it."""
        if not self.person:
            return
        ids = sorted({attrgetter(self.person)(row) for row in rows})
        if ids:
            log_read(self.request.user.pk, ReadAction.API, ids)

    def given(self, taker: type[Input], *, partial: bool = False) -> dict[str, Any]:
        """The body, as far as its types and lengths go."""
        context = self.get_serializer_context()
        sent = taker(data=self.request.data, partial=partial, context=context)
        sent.is_valid(raise_exception=True)
        return dict(sent.validated_data)

    def done(self, form: BaseForm, act: Callable[[], Result]) -> Result:
        """Put a whole form to a service; 400 says what is wrong in it field by field."""
        if not form.is_valid():
            raise ValidationError({name: list(lines) for name, lines in form.errors.items()})
        return act()

    def reference(self, row: Model, url: str, *, status: int = 200) -> Response:
        told = {"id": row.pk, "url": url, "version": version_of(row)}
        return Response(told, status=status, headers={"Location": url, "ETag": etag_of(row)})

    def _asked(self) -> dict[str, Any]:
        """What the address narrows the list to; an unknown question is refused, not passed over."""
        asked = {k: v for k, v in self.request.query_params.items() if k not in NewestFirst.asks}
        query = self.query_class(data=asked)
        query.is_valid(raise_exception=True)
        return dict(query.validated_data)

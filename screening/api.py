"""Screenings for other systems: what came of them, never the answers themselves."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from clients.permissions import can_list_clients
from common.api.inputs import Id, Input, ModelOutput
from common.api.views import ScopedViewSet
from screening.enums import ScreeningStatus
from screening.models import RoutingDecision, Screening


class DecisionOutput(ModelOutput):
    class Meta:
        model = RoutingDecision
        fields = (
            "status", "proposed_base", "base", "supporting", "programme_months", "override_code", "decided_by",
            "decided_at",
        )  # fmt: skip


class ScreeningOutput(ModelOutput):
    client = serializers.IntegerField(source="case.client_id")
    decision = DecisionOutput(allow_null=True)

    class Meta:
        model = Screening
        fields = (
            "id", "case", "client", "instrument", "version", "status", "risk", "proposed_base", "started_by",
            "started_at", "finished_by", "finished_at", "decision",
        )  # fmt: skip


class ScreeningQuery(Input):
    status = serializers.ChoiceField(choices=ScreeningStatus.choices, required=False)
    case = Id(required=False)


class ScreeningViewSet(ScopedViewSet):
    scope = "screenings"
    title = _("Skrining")
    model = Screening
    related = ("case__client",)
    person = "case.client_id"
    key_of = "case.client.key_id"
    query_class = ScreeningQuery
    serializer_class = ScreeningOutput

    def get_queryset(self) -> QuerySet[Screening]:
        return super().get_queryset().prefetch_related("decisions")

    def may_list(self, user: Any) -> bool:
        return can_list_clients(user)

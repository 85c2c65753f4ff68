"""Placements for other systems: asked for by the sender, answered by the receiver."""

from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from care import permissions
from care.enums import PlacementStatus
from care.models import Placement
from care.placement.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.placement.forms.requesting import InstitutionPlaceForm
from care.placement.gates import missing_for_a_place
from care.placement.services.answering import (
    accept_placement,
    decline_placement,
    withdraw_placement,
)
from care.placement.services.requesting import request_placement
from clients.api import PersonOutput
from clients.models import Case
from clients.permissions import can_list_clients
from common.access import demand
from common.api.about import writes
from common.api.inputs import Id, Input, Visible, takes
from common.api.views import ScopedViewSet


RequestInput = takes(InstitutionPlaceForm, case=Visible(Case))
AcceptInput = takes(AcceptForm)
DeclineInput = takes(DeclineForm)
WithdrawInput = takes(WithdrawForm)


class PlacementOutput(PersonOutput):
    class Meta:
        model = Placement
        fields = (
            "id", "case", "client", "base", "institution", "family_contact", "status", "request_note", "requested_by",
            "requested_at", "answer_due_on", "answered_by", "answered_at", "decline_reason", "answer_note",
            "starts_on", "planned_end_on", "ends_on", "end_reason", "end_note",
        )  # fmt: skip


class PlacementQuery(Input):
    status = serializers.ChoiceField(choices=PlacementStatus.choices, required=False)
    case = Id(required=False)
    institution = Id(required=False)


class PlacementViewSet(ScopedViewSet):
    scope = "placements"
    title = _("Penempatan")
    model = Placement
    related = ("case", "client", "institution", "family_contact")
    person = "client_id"
    key_of = "client.key_id"
    query_class = PlacementQuery
    serializer_class = PlacementOutput

    def may_list(self, user: Any) -> bool:
        return can_list_clients(user)

    @writes(_("Ajukan penempatan"), RequestInput, status=201)
    def create(self, request: Any) -> Response:
        given = self.given(RequestInput)
        case = given.pop("case")
        demand(permissions.can_request(request.user, case))
        now = timezone.now()
        today = timezone.localdate(now)
        missing = missing_for_a_place(case)
        form = InstitutionPlaceForm(given, case=case, today=today, missing=missing)
        ask = partial(request_placement, case=case, actor=request.user, at=now)
        return self._refer(self.done(form, lambda: ask(**form.cleaned_data)), status=201)

    @writes(_("Terima"), AcceptInput)
    @action(detail=True, methods=["post"], url_path="terima")
    def accept(self, request: Any, pk: int) -> Response:
        placement = self._asked_of(request)
        form = AcceptForm(self.given(AcceptInput), user=request.user)
        return self._act(accept_placement, placement, form)

    @writes(_("Tolak"), DeclineInput)
    @action(detail=True, methods=["post"], url_path="tolak")
    def decline(self, request: Any, pk: int) -> Response:
        placement = self._asked_of(request)
        return self._act(decline_placement, placement, DeclineForm(self.given(DeclineInput)))

    @writes(_("Tarik pengajuan"), WithdrawInput)
    @action(detail=True, methods=["post"], url_path="tarik")
    def withdraw(self, request: Any, pk: int) -> Response:
        placement = self.get_object()
        demand(permissions.can_withdraw(request.user, placement))
        form = WithdrawForm(self.given(WithdrawInput))
        return self._act(withdraw_placement, placement, form)

    def _asked_of(self, request: Any) -> Placement:
        placement: Placement = self.get_object()
        demand(permissions.can_answer(request.user, placement))
        return placement

    def _act(self, service: Any, placement: Placement, form: Any) -> Response:
        act = partial(service, placement=placement, actor=self.request.user, at=timezone.now())
        return self._refer(self.done(form, lambda: act(**form.cleaned_data)))

    def _refer(self, row: Placement, **options: Any) -> Response:
        return self.reference(row, reverse("api:placements-detail", args=[row.pk]), **options)

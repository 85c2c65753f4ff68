"""Clients and their cases for other systems."""

from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from clients.enums import CaseStatus
from clients.facts import Identity
from clients.field_rules import Field, delicate_columns
from clients.forms.identity import IdentityFields
from clients.forms.intake import IntakeForm
from clients.forms.work import NoteForm
from clients.models import Case, Client, FamilyContact
from clients.permissions import (
    can_edit_client,
    can_list_clients,
    can_register_clients,
    can_write,
)
from clients.selectors import newest_case
from clients.services.cases import add_note
from clients.services.intake import register_client
from clients.services.profile import edit_client
from clients.showing import may_write, shown
from common.access import demand
from common.api.about import writes
from common.api.inputs import Id, Input, ModelOutput, takes
from common.api.refusals import VersionStale
from common.api.versions import demand_read, version_of
from common.api.views import ScopedViewSet
from common.errors import StaleVersion


IntakeInput = takes(IntakeForm)
IdentityInput = takes(IdentityFields)
NoteInput = takes(NoteForm)


class PersonOutput(ModelOutput):
    """A row about a client: its delicate columns are told as the field rules say, whoever lists them.

    A masked text is its mask, a closed one empty, a date that is not told null.
    """

    def client_of(self, row: Any) -> Client:
        client: Client = row.client
        return client

    def build_field(self, name: str, *about: Any) -> Any:
        made, options = super().build_field(name, *about)
        if name not in delicate_columns(self.Meta.model):  # type: ignore[attr-defined]
            return made, options
        if issubclass(made, serializers.DateField):
            return made, {"allow_null": True}
        return serializers.CharField, {}

    def to_representation(self, row: Any) -> dict[str, Any]:
        told: dict[str, Any] = super().to_representation(row)
        request = self.context["request"]
        for name, field in delicate_columns(row).items():
            if name in told:
                is_date = isinstance(getattr(row, name), date)
                text = self._shown(request, row, field, told[name])
                told[name] = (text if text == told[name] else None) if is_date else text
        return told

    def _shown(self, request: Any, row: Any, field: Field, value: Any) -> str:
        return shown(request.user, self.client_of(row), field, value, key=request.auth)


class FamilyOutput(PersonOutput):
    class Meta:
        model = FamilyContact
        fields = ("id", "name", "relation", "phone", "address", "is_guardian", "may_be_contacted")


class ClientOutput(PersonOutput):
    age = serializers.SerializerMethodField()
    version = serializers.SerializerMethodField()

    class Meta:
        model = Client
        fields: tuple[str, ...] = (
            "id", "registration_number", "institution", "name", "nik", "nomor_kk", "nik_missing_reason", "sex", "age",
            "birth_date", "birth_date_estimated", "birth_place", "regency", "address", "phone", "marital_status", "education",
            "occupation", "no_family", "interpreter", "nationality", "mobility", "senses", "unit_wish", "registered_at", "version",
        )  # fmt: skip

    def client_of(self, row: Client) -> Client:
        return row

    def get_age(self, row: Client) -> int:
        return row.age_on(timezone.localdate())

    def get_version(self, row: Client) -> str:
        return version_of(row)


class ClientWithFamilyOutput(ClientOutput):
    family_contacts = FamilyOutput(many=True)

    class Meta(ClientOutput.Meta):
        fields = (*ClientOutput.Meta.fields, "family_contacts")


class ClientQuery(Input):
    registration_number = serializers.CharField(required=False, max_length=20)
    institution = Id(required=False)


class ClientViewSet(ScopedViewSet):
    scope = "clients"
    title = _("Klien")
    model = Client
    person = "pk"
    key_of = "key_id"
    query_class = ClientQuery
    serializer_class = ClientOutput
    row_serializer_class = ClientWithFamilyOutput

    def may_list(self, user: Any) -> bool:
        return can_list_clients(user)

    @writes(_("Daftarkan klien"), IntakeInput, status=201)
    def create(self, request: Any) -> Response:
        demand(can_register_clients(request.user))
        now = timezone.now()
        given = self.given(IntakeInput)
        form = IntakeForm(given, today=timezone.localdate(now), user=request.user)
        row = self.done(form, lambda: register_client(**form.facts(), actor=request.user, at=now))
        return self._refer(row, status=201)

    @writes(_("Ubah profil klien"), IdentityInput)
    def partial_update(self, request: Any, pk: int) -> Response:
        case = newest_case(request.user, self.get_object().pk)
        if case is None:
            raise Http404
        demand(can_edit_client(request.user, case.client))
        demand_read(request, case.client)
        now = timezone.now()
        form = self._profile(case.client, timezone.localdate(now))
        # The service compares it again, under the lock.
        facts = {"case": case, "version": case.client.version, "actor": request.user, "at": now}
        try:
            row = self.done(form, lambda: edit_client(identity=form.identity(), **facts))
        except StaleVersion as error:
            raise VersionStale from error
        return self._refer(row)

    def _profile(self, client: Client, today: Any) -> IdentityFields:
        """What is known, with what was sent laid over it; a number that stays was confirmed before."""
        given = self.given(IdentityInput, partial=True)
        delicate = delicate_columns(client).items()
        demand(
            all(may_write(self.request.user, client, f) for name, f in delicate if name in given)
        )
        known = {name: getattr(client, name) for name in Identity.__slots__}
        return IdentityFields(known | {"nik_confirmed": "nik" not in given} | given, today=today)

    def _refer(self, row: Client, **options: Any) -> Response:
        return self.reference(row, reverse("api:clients-detail", args=[row.pk]), **options)


class CaseOutput(PersonOutput):
    class Meta:
        model = Case
        fields = (
            "id", "client", "institution", "lead_worker", "is_current", "status", "risk", "shown_risk", "awaits_decision", "base", "care_institution",
            "referral_source", "referred_by", "legal_status", "next_step", "next_due_on", "opened_on",
            "service_started_on", "service_ended_on", "closed_on", "close_reason",
        )  # fmt: skip


class CaseQuery(Input):
    status = serializers.ChoiceField(choices=CaseStatus.choices, required=False)
    client = Id(required=False)


class CaseViewSet(ScopedViewSet):
    scope = "cases"
    title = _("Kasus")
    model = Case
    related = ("client",)
    person = "client_id"
    key_of = "client.key_id"
    query_class = CaseQuery
    serializer_class = CaseOutput

    def may_list(self, user: Any) -> bool:
        return can_list_clients(user)

    @writes(_("Catat kegiatan"), NoteInput, status=201)
    @action(detail=True, methods=["post"], url_path="catatan")
    def note(self, request: Any, pk: int) -> Response:
        case = self.get_object()
        demand(can_write(request.user, case.client_id))
        now = timezone.now()
        given = self.given(NoteInput)
        form = NoteForm(given, now=now, client=case.client, user=request.user)
        facts = {"case": case, "actor": request.user, "at": now}
        event = self.done(form, lambda: add_note(**form.facts(), **facts))
        return self.reference(event, reverse("api:cases-detail", args=[case.pk]), status=201)

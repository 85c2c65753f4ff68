"""Agreements for other systems. No person is in them: everyone signed in reads them."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from common.api.inputs import Id, Input, ModelOutput
from common.api.views import ScopedViewSet
from partners.enums import AgreementKind, AgreementStatus
from partners.models import Agreement, Institution


class PartnerOutput(ModelOutput):
    class Meta:
        model = Institution
        fields = ("id", "name", "kind", "regency")


class AgreementOutput(ModelOutput):
    institution = PartnerOutput()
    status = serializers.SerializerMethodField()

    class Meta:
        model = Agreement
        fields = (
            "id", "kind", "number", "title", "institution", "first_party", "signed_on", "starts_on", "ends_on",
            "terminated_on", "status",
        )  # fmt: skip

    def get_status(self, row: Agreement) -> AgreementStatus:
        return row.status_on(timezone.localdate())


class AgreementQuery(Input):
    kind = serializers.ChoiceField(choices=AgreementKind.choices, required=False)
    institution = Id(required=False)


class AgreementViewSet(ScopedViewSet):
    scope = "agreements"
    title = _("Perjanjian")
    model = Agreement
    query_class = AgreementQuery
    serializer_class = AgreementOutput

    def get_queryset(self) -> Any:
        return Agreement.objects.select_related("institution")

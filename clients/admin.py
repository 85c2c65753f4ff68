"""Only the wording of consent; clients are never seen here."""

from django.contrib import admin
from django.http import HttpRequest

from clients.models import Consent, ConsentText
from common.scope import acting, nation


@admin.register(ConsentText)
class ConsentTextAdmin(admin.ModelAdmin):
    """A text that somebody has agreed to stays as it was; a new wording is a new version."""

    list_display = ("version", "published_on")
    ordering = ("-published_on", "-pk")

    def has_change_permission(self, request: HttpRequest, obj: ConsentText | None = None) -> bool:
        return not (obj and _was_given(obj)) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


def _was_given(text: ConsentText) -> bool:
    with acting(nation()):
        return Consent.objects.filter(text=text).exists()

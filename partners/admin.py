from django.contrib import admin
from django.http import HttpRequest

from partners.models import Institution


@admin.register(Institution)
class InstitutionAdmin(admin.ModelAdmin):
    list_display = ("name", "kind", "regency", "is_active")
    list_filter = ("kind", "is_active", "regency__province")
    list_select_related = ("regency",)
    search_fields = ("name",)
    ordering = ("name",)
    autocomplete_fields = ("regency", "mentor", "covers_provinces", "covers_regencies")

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """On its own page, where nobody overwrites what somebody else has just saved."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

"""Reference data: names may be mended, rows come from `load_regions` and stay."""

from django.contrib import admin
from django.http import HttpRequest

from regions.models import Province, Regency


class LoadedRows(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Province)
class ProvinceAdmin(LoadedRows):
    list_display = ("code", "name", "time_zone")
    list_filter = ("time_zone",)
    search_fields = ("name", "code")
    ordering = ("code",)
    readonly_fields = ("code",)


@admin.register(Regency)
class RegencyAdmin(LoadedRows):
    list_display = ("code", "name", "province")
    list_filter = ("province",)
    list_select_related = ("province",)
    search_fields = ("name", "code")
    ordering = ("code",)
    readonly_fields = ("code", "province")

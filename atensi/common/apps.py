from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "atensi.common"
    label = "common"

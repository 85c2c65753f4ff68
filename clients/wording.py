"""What is kept as words is kept in the record's language, whoever writes it."""

from django.conf import settings
from django.utils.translation import override


def recorded(sentence: object) -> str:
    with override(settings.LANGUAGE_CODE):
        return str(sentence)

"""Lines of the timeline are written in the record's language, whoever writes them."""

from django.conf import settings
from django.utils.translation import override


def recorded(sentence: object, **values: object) -> str:
    with override(settings.LANGUAGE_CODE):
        return str(sentence) % values if values else str(sentence)

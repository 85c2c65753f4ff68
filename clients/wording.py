"""Lines of the timeline are written in the record's language, whoever writes them."""

from django.conf import settings
from django.utils.translation import override


TITLE_LENGTH = 200


def heading(sentence: object, **values: object) -> str:
    """A title of the timeline; a very long name is cut rather than refused."""
    return recorded(sentence, **values)[:TITLE_LENGTH]


def recorded(sentence: object, **values: object) -> str:
    with override(settings.LANGUAGE_CODE):
        return str(sentence) % values if values else str(sentence)

"""A variable that a template of ours names and its view does not give is a failure, not an empty spot.

Django shows nothing for `{{ cleint.name }}`. Here it raises, unless the template says what stands in for a
missing value with `|default`.
"""

import sys

from django.conf import settings


class MissingVariable(AssertionError):
    pass


class Complain(str):
    """Django formats string_if_invalid with the variable's name: that is the moment to look who asked."""

    __slots__ = ()

    def __contains__(self, key: object) -> bool:
        return key == "%s"

    def __mod__(self, variable: object) -> str:
        asking = sys._getframe(1).f_locals  # FilterExpression.resolve
        context = asking["context"]
        origin = getattr(context.render_context.template, "origin", None)
        if origin is None or not _is_ours(str(origin.name)):
            return ""
        for function, arguments in asking["self"].filters:
            if function.__name__ in {"default", "default_if_none"}:
                is_variable, value = arguments[0]
                return value.resolve(context) if is_variable else value
        raise MissingVariable(f"{origin.name} names “{variable}”, which nobody gave it.")


def _is_ours(path: str) -> bool:
    return path.startswith(str(settings.BASE_DIR)) and "site-packages" not in path


def install() -> None:
    """Before Django builds its template engine, which reads the option once."""
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Complain("%s")

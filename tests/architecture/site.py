"""What the site is made of, as Django knows it: the names that a string can mean."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def url_names() -> frozenset[str]:
    """Every address by its name, "app:name" where the app has a namespace."""
    return frozenset(_names(get_resolver(), ""))


def _names(resolver: URLResolver, space: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            if entry.name:
                yield f"{space}{entry.name}"
        else:
            yield from _names(entry, f"{space}{entry.namespace}:" if entry.namespace else space)

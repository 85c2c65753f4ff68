"""The page of the API out of its own schema: what is told to programs is told to people."""

import json
from functools import lru_cache
from typing import Any

from drf_spectacular.settings import spectacular_settings


EXAMPLES = {"date": "2026-01-31", "time": "09:30", "boolean": True, "integer": 12, "uuid": "…"}


@lru_cache(maxsize=4)
def chapters(_language: str) -> list[dict[str, Any]]:
    """Once for each language of the process: the schema changes only with the code."""
    schema = spectacular_settings.DEFAULT_GENERATOR_CLASS().get_schema(request=None, public=True)
    by_tag: dict[str, list[dict[str, Any]]] = {}
    for path, operations in schema["paths"].items():
        for method, told in operations.items():
            by_tag.setdefault(told["tags"][0], []).append(_entry(schema, method, path, told))
    return [{"title": tag, "entries": entries} for tag, entries in by_tag.items()]


def _entry(schema: dict[str, Any], method: str, path: str, told: dict[str, Any]) -> dict[str, Any]:
    body = told.get("requestBody", {}).get("content", {}).get("application/json")
    fields = _fields(schema, body["schema"]) if body else []
    asked = [each["name"] for each in told.get("parameters", []) if each["in"] == "query"]
    return {
        "method": method.upper(),
        "path": path,
        "summary": told.get("summary", ""),
        "scope": told.get("x-scope", ""),
        "asked": asked,
        "fields": fields,
        "example": _curl(method, path, fields),
    }


def _fields(schema: dict[str, Any], part: dict[str, Any]) -> list[dict[str, Any]]:
    found = _resolve(schema, part)
    required = set(found.get("required", ()))
    return [
        {"name": name, "required": name in required, **_told(schema, field)}
        for name, field in found.get("properties", {}).items()
    ]


def _told(schema: dict[str, Any], field: dict[str, Any]) -> dict[str, Any]:
    found = _resolve(schema, field)
    choices = [value for value in found.get("enum", []) if value]
    kind = found.get("format") or found.get("type", "string")
    example = choices[0] if choices else EXAMPLES.get(kind, "…")
    about = field.get("description", "") if not choices else ""
    return {"kind": kind, "choices": choices, "about": about, "example": example}


def _resolve(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """Behind references, and the one part that is told of several that may be."""
    for many in ("allOf", "oneOf"):
        if many in part:
            part = part[many][0]
    if "$ref" in part:
        return schema["components"]["schemas"][part["$ref"].rpartition("/")[2]]  # type: ignore[no-any-return]
    return part


def _curl(method: str, path: str, fields: list[dict[str, Any]]) -> str:
    lines = ['curl -H "Authorization: Bearer $KUNCI"']
    if method != "get":
        lines = [f'curl -X {method.upper()} -H "Authorization: Bearer $KUNCI"']
        lines.append('  -H "Content-Type: application/json" -H "Idempotency-Key: $(uuidgen)"')
    if method == "patch":
        lines.append("  -H 'If-Match: \"…\"'")
        fields = fields[:1]
    if fields:
        body = {field["name"]: field["example"] for field in fields if field["required"]}
        lines.append(f"  -d '{json.dumps(body, ensure_ascii=False)}'")
    return " \\\n".join([*lines, f"  https://…{path}"])

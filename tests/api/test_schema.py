"""What the API says of itself, and the page that says it to people."""

import json

import pytest
from django.core.management import call_command
from django.urls import get_resolver, reverse
from rest_framework import serializers

from accounts.enums import KeyScope
from clients.models import Case
from common.api.inputs import Input
from common.api.schema import Generator
from tests import people
from tests.api.calling import Caller, machine, person


@pytest.fixture(scope="module")
def schema():
    return Generator().get_schema(request=None, public=True)


def operations(schema):
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            yield path, method, told


def test_the_schema_is_valid_and_without_a_warning(tmp_path):
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "s.yml"))


def test_nothing_can_be_deleted(schema):
    assert {method for _, method, _ in operations(schema)} == {"get", "post", "patch"}


@pytest.mark.django_db
def test_not_even_where_nobody_says_so():
    paths = [f"{name}/{pk}" for name in ROOTS for pk in ("", "1/")]
    somebody, some_machine = person(people.budi()), machine()

    assert {somebody.write(path, method="delete").status_code for path in paths} == {405}
    assert {some_machine.write(path, method="delete").status_code for path in paths} <= {403, 405}


ROOTS = ("klien", "kasus", "skrining", "penempatan", "perjanjian", "laporan")


def test_every_operation_names_a_scope_that_a_key_can_have(schema):
    named = {told["x-scope"] for _, _, told in operations(schema)}

    assert named == {*KeyScope.values} - {"clients:identity"}


def test_every_write_asks_for_an_idempotency_key_and_answers_with_a_reference(schema):
    for path, method, told in operations(schema):
        if method == "get":
            continue
        headers = {each["name"] for each in told["parameters"] if each["in"] == "header"}
        wanted = {"Idempotency-Key"} | ({"If-Match"} if method == "patch" else set())
        answers = [status for status in told["responses"] if status != "4XX"]
        assert headers == wanted, path
        for status in answers:
            body = told["responses"][status]["content"]["application/json"]["schema"]
            assert body == {"$ref": "#/components/schemas/Reference"}, path


def test_nothing_but_ids_and_codes_stands_in_an_address(schema):
    asked = {
        each["name"]
        for _, _, told in operations(schema)
        for each in told.get("parameters", [])
        if each["in"] in {"path", "query"}
    }

    assert asked == {
        "id", "job_pk", "cursor", "size", "status", "client", "case", "institution", "kind", "month",
        "registration_number",
    }  # fmt: skip


def test_every_write_has_a_summary_of_its_own(schema):
    summaries = [told["summary"] for _, method, told in operations(schema) if method != "get"]

    assert len(set(summaries)) == len(summaries)


def test_a_relation_to_people_must_be_narrowed():
    with pytest.raises(TypeError, match=r"Visible\(Case\)"):

        class Careless(Input):
            case = serializers.PrimaryKeyRelatedField(queryset=Case.objects.none())


def test_every_route_of_the_api_is_in_the_schema(schema):
    known = {
        path.replace("{id}", "<int:pk>").replace("{job_pk}", "<int:job_pk>")
        for path in schema["paths"]
    }
    api = next(each for each in get_resolver().url_patterns if str(each.pattern) == "api/v1/")
    routes = {
        f"/api/v1/{inner.pattern}"
        for each in api.url_patterns
        for inner in getattr(each, "url_patterns", [])
    }

    assert routes == known


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["", "skema/"])
def test_the_page_and_the_schema_are_for_those_who_come_in(path):
    assert Caller().get(path).status_code in {302, 401}
    assert machine(scopes=["reports:read"]).get(path).status_code == 200
    assert person(people.ani()).get(path).status_code == 200


@pytest.mark.django_db
def test_the_page_tells_every_operation_its_scope_and_an_example(schema):
    page = person(people.fitri()).get("").content.decode()

    for path, method, told in operations(schema):
        assert f"{method.upper()} {path}" in page
        assert told["x-scope"] in page
    assert page.count("curl") == sum(1 for _ in operations(schema))
    assert reverse("accounts:service_keys") in page


@pytest.mark.django_db
def test_the_schema_is_served_as_json():
    answer = machine().get("skema/?format=json")

    assert json.loads(answer.content)["openapi"].startswith("3.")

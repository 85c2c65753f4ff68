"""What the product is made of, and whether anybody knows a hole in it."""

import json
import re
import subprocess
import sys

import pytest
from cyclonedx.model.bom import Bom
from django.conf import settings

from ops import holes, materials


ROOT = settings.BASE_DIR
LOCK = ROOT / "requirements.txt"


@pytest.fixture(scope="module")
def bill() -> Bom:
    return Bom.from_json(materials.bill(LOCK))


def test_the_bill_names_every_locked_package_in_its_version(bill):
    pinned = set(re.findall(r"^(\S+?)(?:\[.*\])?==([^\s;\\]+)", LOCK.read_text(), re.MULTILINE))
    named = {(one.name, one.version) for one in bill.components if "pypi" in str(one.purl)}

    assert named == pinned
    assert len(named) > 50


def test_the_bill_names_what_is_copied_into_the_repository(bill):
    copied = json.loads((ROOT / "vendor.lock.json").read_text())

    assert {one.name for one in bill.components if "npm" in str(one.purl)} == set(copied)


def test_every_component_has_a_hash():
    for one in materials.bill(LOCK)["components"]:
        references = one.get("externalReferences", [])

        assert one.get("hashes") or all(each["hashes"] for each in references)
        assert one.get("hashes") or references


def answer_with(monkeypatch, *dependencies) -> None:
    told = subprocess.CompletedProcess([], 0, json.dumps({"dependencies": dependencies}), "")
    monkeypatch.setattr(subprocess, "run", lambda *_a, **_k: told)


def test_a_known_hole_is_a_failure_and_named(monkeypatch, capsys):
    sound = {"name": "django", "version": "5.2", "vulns": []}
    holed = {"name": "pillow", "version": "1.0", "vulns": [{"id": "PYSEC-1"}]}
    answer_with(monkeypatch, sound, holed)

    with pytest.raises(SystemExit) as left:
        holes.main()

    assert left.value.code == 1
    assert "pillow 1.0: PYSEC-1" in capsys.readouterr().out


def test_where_no_index_answers_it_says_so_and_is_no_failure(monkeypatch, capsys):
    answer_with(monkeypatch, {"name": "django", "version": "5.2", "skip_reason": "not found"})

    holes.main()

    assert capsys.readouterr().out.startswith("NOT ASKED")


def test_a_package_that_nobody_knew_is_named(monkeypatch, capsys):
    sound = {"name": "django", "version": "5.2", "vulns": []}
    unknown = {"name": "ours", "version": "1", "skip_reason": "not found"}
    answer_with(monkeypatch, sound, unknown)

    with pytest.raises(SystemExit) as left:
        holes.main()

    assert left.value.code == 0
    assert "not: ours" in capsys.readouterr().out


def test_bandit_sees_a_hole_that_is_put_before_it(tmp_path):
    (tmp_path / "holed.py").write_text("import yaml\nyaml.load(open('x'), yaml.Loader)\n")

    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "bandit",
            "-q",
            "-c",
            ROOT / "pyproject.toml",
            "-ll",
            "-r",
            tmp_path,
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "B506" in done.stdout

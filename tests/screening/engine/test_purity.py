"""The engine is standard library only, so that anyone can check its sums without Django."""

import ast
import sys
from pathlib import Path

import pytest

import screening.engine


MODULES = sorted(Path(screening.engine.__file__).parent.rglob("*.py"))


def imported_by(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_imports_only_the_standard_library_and_the_engine(path):
    for name in imported_by(path):
        assert name.startswith("screening.engine") or name.split(".")[0] in sys.stdlib_module_names

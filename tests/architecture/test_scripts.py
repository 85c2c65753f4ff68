"""Our scripts put text in as text, keep nothing in the browser, and talk to no other window."""

import re
from pathlib import Path

import pytest
from django.conf import settings


STATIC = Path(settings.BASE_DIR) / "static"
SCRIPTS = [path for path in sorted(STATIC.rglob("*.js")) if "vendor" not in path.parts]
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment"
    r"|\beval\(|new Function|localStorage|sessionStorage|indexedDB|document\.cookie|postMessage"
    r"|\bonmessage|[\"']message[\"']|window\.opener"
)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_of_ours_says_such_a_word(script):
    assert FORBIDDEN.findall(script.read_text()) == []


def test_our_scripts_are_looked_at():
    assert {"app.js", "autosave.js", "passkey.js"} <= {path.name for path in SCRIPTS}


@pytest.mark.parametrize(
    "line",
    [
        "part.innerHTML = answer.error;",
        'localStorage.setItem("draf", text);',
        'window.addEventListener("message", take);',
        "document.cookie",
    ],
)
def test_such_a_word_is_seen(line):
    assert FORBIDDEN.search(line)

"""A social worker with a nervous hand: whatever is not answered is sent again, the same, until it is."""

import random
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from tools.drills.browser import Answer, Browser, NoAnswer
from tools.drills.entries import KEY, LOOK, NOTE, intake, keyed, note, search_before
from tools.drills.ledger import Kind, Ledger, Write


T = TypeVar("T")

SIGN_IN = "/masuk/"
FILE = re.compile(r"/klien/(\d+)/")
PATIENCE_SECONDS = 90
INTAKES = 1 / 20
READS = 1 / 6
IMPATIENCE = 1 / 25


class NotNow(Exception):
    """No answer, or one that says that the system is unwell."""


class SignedOut(Exception):
    """The session is gone."""


class LookFirst(Exception):
    """The intake form wants the search before it."""


class Refused(Exception):
    """An answer that nobody may get here."""


class GaveUp(Exception):
    """Even a nervous person goes home."""


@dataclass(frozen=True, slots=True)
class Account:
    email: str
    password: str
    number: str


@dataclass
class Person:
    account: Account
    browser: Browser
    ledger: Ledger
    files: list[str] = field(default_factory=list)
    token: str = ""
    is_keyless: bool = False
    """For the self-test: whatever is sent twice is then two entries."""
    patience: float = PATIENCE_SECONDS

    def work(self, stop: threading.Event) -> None:
        try:
            self.insist(self.sign_in)
            while not stop.is_set():
                self._one_thing()
        except GaveUp as problem:
            self.ledger.refuse(str(problem))
        finally:
            self.browser.close()

    def _one_thing(self) -> None:
        if not self.files or random.random() < INTAKES:
            self._register()
        else:
            self._save(note(random.choice(self.files)))
        if self.files and random.random() < READS:
            self._read(random.choice(self.files))

    def _register(self) -> None:
        write = intake(self.account.number)
        self.insist(lambda: self._look(write))
        self._save(write)

    def _read(self, path: str) -> None:
        try:
            answer = self.insist(lambda: self._checked(self.browser.get(path)))
            if answer.status != 200:
                raise Refused(f"GET {path}: {answer.status} {answer.location}")
        except Refused as problem:
            self._forget(path, problem)

    def _save(self, write: Write) -> None:
        begun = time.monotonic()
        self.ledger.send(write)
        try:
            path = self.insist(lambda: self._send(write), lambda: self._look(write), resending=True)
        except Refused as problem:
            self._forget(write.path.removesuffix(NOTE), problem)
            return
        self.ledger.acknowledge(write, begun)
        if write.kind == Kind.CLIENT:
            self.files.append(path)

    def _forget(self, path: str, problem: Refused) -> None:
        self.ledger.refuse(str(problem))
        if path in self.files:
            self.files.remove(path)

    def _send(self, write: Write) -> str:
        """The file that the acknowledgement leads to."""
        values = {**write.values, "csrfmiddlewaretoken": self.token}
        if self.is_keyless:
            del values[KEY]
        if random.random() < IMPATIENCE:
            self.ledger.meet("hung up")
            self.browser.post_and_leave(write.path, values)
            raise NotNow
        answer = self._checked(self.browser.post(write.path, values))
        if answer.status == 302 and answer.location == LOOK:
            raise LookFirst
        if answer.status != 302 or not FILE.fullmatch(answer.location):
            raise Refused(f"POST {write.path}: {answer.status} {answer.location} {_said(answer)}")
        return answer.location

    def _look(self, write: Write) -> None:
        values = {**search_before(write), "csrfmiddlewaretoken": self.token}
        answer = self._checked(self.browser.post(LOOK, keyed(values)))
        if answer.status != 302:
            raise Refused(f"POST {LOOK}: {answer.status} {_said(answer)}")

    def sign_in(self) -> None:
        form = self._checked(self.browser.get(SIGN_IN), signing_in=True)
        if form.status == 200:
            values = {"login": self.account.email, "password": self.account.password}
            answer = self.browser.post(SIGN_IN, {**form.form(), **values})
            self._checked(answer, signing_in=True)
            if answer.status != 302:
                # A worker that died while it signed this person in blocks the next try for 10 s.
                self.ledger.meet("sign-in put off")
                raise NotNow
        self.ledger.meet("signed in")
        self.token = self._checked(self.browser.get(LOOK)).form()["csrfmiddlewaretoken"]

    def _checked(self, answer: Answer, *, signing_in: bool = False) -> Answer:
        self.ledger.meet(str(answer.status))
        if answer.status >= 500:
            raise NotNow
        if not signing_in and answer.location.startswith(SIGN_IN):
            raise SignedOut
        return answer

    def insist(
        self,
        attempt: Callable[[], T],
        look: Callable[[], None] | None = None,
        *,
        resending: bool = False,
    ) -> T:
        """Again and again until it is answered; who was signed out signs in, who must look first looks."""
        begun = time.monotonic()
        step: Callable[[], object] = attempt
        while time.monotonic() < begun + self.patience:
            try:
                if step is not attempt:
                    step()
                    step = attempt
                return attempt()
            except NoAnswer:
                self.ledger.meet("no answer")
                _tremble()
            except NotNow:
                _tremble()
            except SignedOut:
                step = self.sign_in
            except LookFirst:
                step = look or attempt
            if resending:
                self.ledger.resend()
        raise GaveUp(f"{self.account.email} got no answer in {self.patience:.0f} s.")


def _tremble() -> None:
    time.sleep(random.uniform(0.02, 0.3))


def _said(answer: Answer) -> str:
    """The page's own words, without its frame."""
    main = answer.page.partition("<main")[2] or answer.page
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())[:300]

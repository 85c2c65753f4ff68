"""One record for each route: where it leads in the matrix' country, its forms, and who is answered what there."""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils import timezone

from accounts.models import User
from tests.access import OK, Access, always, anybody, by_machine


if TYPE_CHECKING:
    from tests.matrix.world import World


NOW = timezone.localdate()
TODAY = NOW.isoformat()
SOON = (NOW + timedelta(days=20)).isoformat()
LAST_MONTH = (NOW.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")


class Door(NamedTuple):
    """One form: who sends it, where to, and what it needs beyond what its page starts with."""

    person: User | None
    url: str
    body: dict[str, Any] = {}
    page: str = ""
    session: dict[str, Any] = {}


class Form(Enum):
    """What is special about a form."""

    PLAIN = auto()
    DRAFT = auto()  # what can be read is kept although the page says what is missing
    FORGIVING = auto()  # looks something up, or is a button: nothing in it could be refused
    SCRIPT = auto()  # answers a script, in JSON, which counts its own revisions
    SHOWN_ONCE = auto()  # shows a secret that is kept nowhere
    INVITATION = auto()  # works once by itself


@dataclass(frozen=True)
class Route:
    """`Route("care:support_task", about="support", stage="supported", door=..., statuses={...})`."""

    name: str
    _: KW_ONLY
    # "GET POST" -> who is answered what; a method that is not named is refused to everybody (405).
    statuses: Mapping[str, Access]
    # Which row of a client, or of an institution, the id in the address names; the client for the ids of both.
    about: str = ""
    # At which stage of a client the page has something to show or to do (tests/matrix/stages.py).
    stage: str = "intake"
    # Parts of the address that name no row, or are found from it.
    arguments: Mapping[str, Any] = field(default_factory=dict)
    # Whom one looks for before the page opens.
    looks_for: Callable[["World | None"], dict[str, Any]] | None = None

    # Its form, and further ones by what they are called.
    door: Callable[[], Door] | None = None
    more_doors: Mapping[str, Callable[[], Door]] = field(default_factory=dict)
    form: Form = Form.PLAIN
    # Rows of one's own instead of those that the door's body named, from the country and the relation.
    at_home: Callable[["World", str], dict[str, Any]] = lambda _world, _relation: {}
    # What a machine sends there, by method.
    bodies: Mapping[str, Callable[["World"], dict[str, Any]]] = field(default_factory=dict)
    # A field that names a row ("institution", or "family contact" of a further form): one that is not for this person.
    strangers: Mapping[str, Callable[[], Any]] = field(default_factory=dict)

    # What "done" is, by method, where it is not 200 for GET and 302 for POST; joined by "/", one for each form.
    answers: Mapping[str, str] = field(default_factory=dict)
    # The questions that links and filters put into its address: "arah halaman"; and some that show others.
    asked: str = ""
    also_asked: tuple[str, ...] = ()
    # Nobody has to sign in.
    open: bool = False
    # Without both lines of who sees what, rows of others are found there, but not shown.
    found_only: bool = False
    # Nobody is named there even then; and why.
    blind: str = ""

    @property
    def doors(self) -> dict[str, Callable[[], Door]]:
        """The forms by their names: "care:request", "care:request family"."""
        first = {self.name: self.door} if self.door else {}
        return first | {f"{self.name} {more}": made for more, made in self.more_doors.items()}

    @property
    def methods(self) -> set[str]:
        return {method for line in self.statuses for method in line.split()}

    def expected(self, method: str, relation: str, who: str, form: int = 0) -> str:
        told = self._told(method, relation, who)
        if told != OK:
            return told
        done = self.answers.get(method, "200" if method == "GET" else "302").split("/")
        return done[form] if len(done) > 1 else done[0]

    def _told(self, method: str, relation: str, who: str) -> str:
        for line, access in self.statuses.items():
            if method in line.split():
                return next(s for of, s in access.items() if relation in of.split() or not of)[who]
        return self._refused()[""][who]

    def _refused(self) -> Access:
        if self.name.startswith("api:"):
            return by_machine(always("405"))
        return anybody("405") if self.open else always("405")

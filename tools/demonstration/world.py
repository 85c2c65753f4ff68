"""The institutions and people that the stories play among."""

from dataclasses import dataclass

from accounts.enums import Role
from accounts.models import User
from care.models import Placement
from partners.enums import CareBase, InstitutionKind
from partners.models import Institution
from tools.demonstration.life import Clock, Life


ANSWERS = (Role.BALAI_MANAGER, Role.IPWL_STAFF)


@dataclass(frozen=True)
class World:
    clock: Clock
    places: dict[str, Institution]
    people: dict[str, User]

    def base_of(self, place: str) -> str:
        if not place:
            return CareBase.FAMILY
        is_balai = self.places[place].kind == InstitutionKind.BALAI
        return CareBase.BALAI if is_balai else CareBase.INSTITUTION

    def head_of(self, place: str) -> User:
        """Who answers for its places."""
        return self._someone_at(place, ANSWERS)

    def server_of(self, life: Life, place: str) -> User:
        """Who does the daily work there; at home, the client's own worker."""
        if not place or self._is_home(life, place):
            return life.worker
        return self._someone_at(place, (Role.SOCIAL_WORKER, Role.IPWL_STAFF))

    def accepted(self, life: Life, place: str, opened: int) -> Placement:
        """A place asked for three days after the door and given on the fourth."""
        if not place:
            return life.with_family(opened - 3)
        placement = life.request(opened - 3, self.places[place])
        guest_worker = None if self._is_home(life, place) else self.server_of(life, place)
        life.accept(opened - 4, placement, self.head_of(place), guest_worker)
        return placement

    def started(self, life: Life, place: str, opened: int) -> Placement:
        placement = self.accepted(life, place, opened)
        life.start(opened - 5, placement, self.server_of(life, place))
        return placement

    def _is_home(self, life: Life, place: str) -> bool:
        return life.worker.institution_id == self.places[place].pk

    def _someone_at(self, place: str, roles: tuple[Role, ...]) -> User:
        here = self.places[place].pk
        return next(
            user
            for user in self.people.values()
            if user.institution_id == here and user.role in roles
        )

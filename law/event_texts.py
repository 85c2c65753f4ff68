"""How the events of the register are read."""

from django.utils.translation import gettext_lazy as _

from clients.events import EventGroup
from clients.texts import Text, text
from law.enums import LawEvent


EVENTS: dict[LawEvent, Text] = {kind: text() for kind in LawEvent}
EVENTS[LawEvent.PAPER_HELD] = text().in_tone("danger")
GROUP = EventGroup("law", _("Hukum"), order=55)

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What the page with one short form says."""

    title: str
    sentence: str
    submit: str
    said: str
    icon: str
    kind: str = "primary"
    warning: str = ""
    leaves: bool = False  # the file has just gone out of sight

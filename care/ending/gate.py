"""What has to be in order before care ends, by the reason why it ends. Anyone can review this table.

Whoever is gone needs less: nobody asks the goals of a person who cannot be found. Advice about overdose is given
at every end, for the first weeks after it are the most dangerous: to the family where the person is gone. Every
end but a death is agreed to by another person; a death is written down at once.
"""

from care.enums import EndReason, GateItem


E = EndReason
I = GateItem  # noqa: E741 - a table is read by its columns

REQUIRED: dict[str, tuple[GateItem, ...]] = {
    E.GOALS_MET: (I.GOALS, I.EXIT_ASSESSMENT, I.AFTERCARE_PLAN, I.OVERDOSE_ADVICE, I.TASKS),
    E.REFERRED: (I.GOALS, I.AFTERCARE_PLAN, I.OVERDOSE_ADVICE, I.TASKS),
    E.RULE_BREACH: (I.GOALS, I.AFTERCARE_PLAN, I.OVERDOSE_ADVICE, I.TASKS),
    E.WITHDREW: (I.OVERDOSE_ADVICE, I.TASKS),
    E.LOST: (I.OVERDOSE_ADVICE, I.TASKS),
    E.PRISON: (I.OVERDOSE_ADVICE, I.TASKS),
    E.DIED: (),
}
WITHOUT_APPROVAL = (E.DIED,)


def required(reason: str) -> tuple[GateItem, ...]:
    return REQUIRED[reason]


def needs_approval(reason: str) -> bool:
    return reason not in WITHOUT_APPROVAL

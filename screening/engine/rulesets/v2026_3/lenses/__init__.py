"""The six views of a person: what is known with its level, and what nobody has found out yet.

Own words for the dimensions by which placement is decided in the field: withdrawal and overdose, body, mind,
use and relapse, home and safety, will and preference. Levels: 0 nothing known to worry about, 1 mild,
2 moderate, 3 severe. They are never summed up.
"""

from screening.engine.lenses import LensRules
from screening.engine.rulesets.v2026_3.lenses import body, home, mind, use, will, withdrawal
from screening.engine.texts import Text


LENSES = (
    LensRules(
        "withdrawal",
        Text("Putus zat dan overdosis", "Withdrawal and overdose"),
        withdrawal.SIGNS,
        withdrawal.GAPS,
    ),
    LensRules("body", Text("Tubuh", "Body"), body.SIGNS, body.GAPS),
    LensRules("mind", Text("Jiwa", "Mind"), mind.SIGNS, mind.GAPS),
    LensRules("use", Text("Pemakaian dan kambuh", "Use and relapse"), use.SIGNS, use.GAPS),
    LensRules("home", Text("Rumah dan keselamatan", "Home and safety"), home.SIGNS, home.GAPS),
    LensRules("will", Text("Kemauan dan pilihan", "Will and preference"), will.SIGNS, will.GAPS),
)

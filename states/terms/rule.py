"""One row of the table of terms, as data (domain 2.3).

Five kinds. L: a power, or something that is kept, lapses by itself. D: a duty. N: a norm of the chain.
P: ours. R: a rule without a day of its own. Only L changes what is so; D, N and P are met or missed.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from states.people import Role, Stored
from states.terms.length import Length


class TermKind(StrEnum):
    """What happens when a term ends."""

    LAPSE = "L"
    DUTY = "D"
    NORM = "N"
    PRODUCT = "P"
    RULE = "R"


class TermRule(Stored):
    """One row. ``opens``: from what it runs. ``meets``: what ends it in time. ``who``: whose it is.

    ``length`` is ``None`` where the end is no count from a start: a birthday, or what a judge says.
    ``lengths`` holds the others of a rule with more than one. ``right``: it is somebody's right, so its
    end is no breach. ``retention``: how long a part of the file is kept; no timer runs. ``silence``:
    what it means when the day passes. ``orders``: the kinds of decision that a rule is about.
    """

    id: str
    kind: TermKind
    title: str
    source: str
    length: Length | None = None
    lengths: Mapping[str, Length] = Field(default_factory=dict)
    opens: str = ""
    meets: str = ""
    who: tuple[Role, ...] = ()
    right: bool = False
    retention: bool = False
    silence: str = ""
    orders: tuple[str, ...] = ()

    def length_of(self, case: str = "") -> Length | None:
        """The length of a case of the rule; of the rule itself, when it has no such case."""
        return self.lengths.get(case, self.length)

    @property
    def owed(self) -> bool:
        """Whether missing it has to be explained: a duty, a norm or a term of ours, and no right."""
        return self.kind in (TermKind.DUTY, TermKind.NORM, TermKind.PRODUCT) and not self.right

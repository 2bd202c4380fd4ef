"""Why something is refused, in words for the case worker, with the rule and a lawful way on."""

from __future__ import annotations

from states.people import Stored


class Reason(Stored):
    """One reason. ``rule`` names a row, act or guard; ``also`` other ids of the same rule.

    ``remedy`` says what would make it possible, or what may be done instead; it is never empty.
    ``supply`` marks something that the sender can still add to the same command.
    """

    rule: str
    text: str
    source: str
    remedy: str
    also: tuple[str, ...] = ()
    supply: bool = False

    def matches(self, rule: str) -> bool:
        """Whether this reason carries a rule id, or one below it (``TR-05`` covers ``TR-05/x``)."""
        names = (self.rule, *self.also)
        return any(name == rule or name.startswith(f"{rule}/") for name in names)


class Flag(Stored):
    """Something that does not block and must be looked at (00-B)."""

    rule: str
    text: str
    source: str


class Refusal(Stored):
    """A command that the law does not allow: recorded, then answered (D5)."""

    attempted: str
    reasons: tuple[Reason, ...]
    possible: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The rule id of the first reason."""
        return self.reasons[0].rule

    def matches(self, rule: str) -> bool:
        """Whether any reason carries a rule id."""
        return any(reason.matches(rule) for reason in self.reasons)

"""The texts of a command, checked on their way in: refused, or flagged for somebody to look at (NX-03).

What defines something or goes to a family is refused. Somebody's own note is flagged: an entry of its
own with a task. The words of a judge, and of the family itself, are only looked at for names: what a
parent says is no threat of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from states.commands import Base, CourtOrder, ImportMeasure, OverruleFlag
from states.people import PROFESSIONALS, Role
from states.position import Framework
from states.refusal import Reason
from states.wording.checker import Finding, check
from states.wording.fields import texts
from states.wording.rule import REFUSED, Use, Words


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in a field of a command."""

    field: str
    use: Use
    finding: Finding


def found(command: Base, framework: Framework, words: Words) -> list[Found]:
    """Everything that is found in the texts of a command about a child in a framework."""
    return [
        Found(field, use, finding)
        for field, use, text in _read(command)
        for finding in check(text, use, framework, words).findings
    ]


def _read(command: Base) -> Iterator[tuple[str, Use, str]]:
    """The texts to read; the words of a judge, a family and a withdrawn flag are never refused."""
    if isinstance(command, OverruleFlag):
        return
    judged = isinstance(command, CourtOrder | ImportMeasure) or command.by.role is Role.COURT
    theirs = command.by.role not in PROFESSIONALS
    for field, use, text in texts(command):
        if judged or (theirs and use is not Use.DEFINITION):
            yield field, Use.OFFICIAL, text
        else:
            yield field, use, text


def refused(found_: list[Found]) -> list[Reason]:
    """A reason for each thing that may not be said so; nobody can overrule it."""
    return [
        Reason(
            rule="NX-03",
            text=f"{_quoted(each.finding)}{each.finding.why}",
            source=f"{each.finding.source}; regel {each.finding.rule}",
            remedy=f"Schrijf in {each.field} bijvoorbeeld: {each.finding.instead} "
            ""
            "Een verzoek aan de Raad is verstuurd (request_investigation) of niet. "
            "Wat iemand zei, kan als notitie (note).",
            also=(f"NX-03/{each.finding.rule}",),
        )
        for each in found_
        if each.use in REFUSED
    ]


def flagged(found_: list[Found]) -> list[Found]:
    """What somebody has to look at."""
    return [each for each in found_ if each.use not in REFUSED]


def _quoted(finding: Finding) -> str:
    shown = " ".join(finding.quote.split())
    return f"'{shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + '…'}': " if shown else ""


_SHOWN = 160
"""How many characters of a sentence are quoted in a reason."""

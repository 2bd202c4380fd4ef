"""What a step is expected to lead to: per child where it stands, or a refusal with its rule.

What is not asked is not looked at. In a list, an item that begins with ``!`` must not be there.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from casetool.scenario.moments import DayOrMoment, shown
from casetool.scenario.people import Key, Written
from states.acts.may import Answer
from states.position import CODES, ClosedReason, Framework, State
from states.terms.table import TERMS
from states.terms.term import Outcome

_BY_NAME: dict[str, State] = {state.value: state for state in State}
_BY_NAME |= {code: state for state, code in CODES.items()}
_MOVE = re.compile(r"^TR-\d\d[a-z]?$")
_CLOSED = re.compile(r"^C[1-9]$")
_NAMES = ", ".join(f'"{CODES[s]}" ("{s.value}")' if s is not State.NONE else '"none"' for s in State)


def _state(value: object) -> object:
    if isinstance(value, str) and value in _BY_NAME:
        return _BY_NAME[value]
    message = f'expected a state: {_NAMES}, or "C1" to "C9" with the reason, got {shown(value)}'
    raise ValueError(message)


def _rule(value: object) -> object:
    if value in TERMS:
        return value
    message = f"expected a term: {', '.join(TERMS)}, got {shown(value)}"
    raise ValueError(message)


def _due(value: object) -> object:
    if value is False or type(value) is date:
        return value
    message = f"expected the day on which it is due (2026-05-20), or false, got {shown(value)}"
    raise ValueError(message)


def _move(value: object) -> object:
    if value is False or (isinstance(value, str) and _MOVE.match(value)):
        return value
    message = f'expected a move ("TR-20"), or false, got {shown(value)}'
    raise ValueError(message)


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


StateName = Annotated[State, BeforeValidator(_state)]
TermRule = Annotated[str, BeforeValidator(_rule)]
Due = Annotated[date | Literal[False], BeforeValidator(_due)]
Move = Annotated[str | Literal[False], BeforeValidator(_move)]
Listed = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=r"^!?[\w#/.'-]+$")], ...],
    BeforeValidator(_one_or_more),
]
Rules = Annotated[tuple[Annotated[str, StringConstraints(min_length=1)], ...], BeforeValidator(_one_or_more)]


class ChildExpectation(Written):
    """What is expected of one child at the end of a step."""

    state: StateName | None = None
    closed: ClosedReason | None = None
    framework: Framework | None = None
    since: DayOrMoment | None = None
    move: Move | None = None
    terms: dict[TermRule, Due] = Field(default_factory=dict)
    terms_ended: dict[TermRule, Outcome] = Field(default_factory=dict)
    notices: Listed = ()
    tasks: Listed = ()
    flags: Listed = ()
    signals: Listed = ()
    placement: bool | None = None
    gi: str | None = None
    ahead: dict[date, StateName] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _closed_with_reason(cls, raw: object) -> object:
        state = raw.get("state") if isinstance(raw, dict) else None
        if isinstance(raw, dict) and isinstance(state, str) and _CLOSED.match(state):
            return {**raw, "state": State.CLOSED.value, "closed": state}
        return raw


CHILD_KEYS = frozenset(ChildExpectation.model_fields)


class Expectation(ChildExpectation):
    """What is expected of a step.

    ``children`` holds what stands under a child's key; what stands directly under ``expect`` is
    expected of every child that the step names.
    """

    refused: Rules = ()
    answer: Answer | None = None
    children: dict[Key, ChildExpectation] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _children_apart(cls, raw: object) -> object:
        if not isinstance(raw, dict):
            return raw
        known = EXPECTATION_KEYS
        children = {k: v for k, v in raw.items() if k not in known and isinstance(v, dict)}
        rest = {k: v for k, v in raw.items() if k not in children}
        return {**rest, "children": children} if children else rest

    @property
    def of_each(self) -> ChildExpectation:
        """What is expected of every child that the step names."""
        given = {name: getattr(self, name) for name in self.model_fields_set & CHILD_KEYS}
        return ChildExpectation.model_construct(**given)


EXPECTATION_KEYS = CHILD_KEYS | {"refused", "answer"}
"""Every key under ``expect`` that is not a child; no person can have such a name."""

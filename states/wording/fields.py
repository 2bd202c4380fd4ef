"""What each field with free text is for: it defines something, goes to a family, or is somebody's note.

A field is here once, by its name. A test finds the field of a command that somebody forgets.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from states.wording.rule import Use

_DEFINITION = (
    "help measures tasks functions municipality organisation provider aim adds_states adds_powers longer_terms region"
)
_FAMILY = (
    "goal what plan why_more receipt other_route_because not_delivered_because aftercare decision account notice answer"
)
_NOTE = (
    "reason text report reporter judgement necessary minimum not_informed_because carers_agree unable keeps_sight how "
    "harm explained_by not_given_because language interpreter no_interpreter_because aids cause expertise "
    "judged_by best_interest view_parents view_child no_view_because why_not_lighter why_not_more answers "
    "prosecutor moved_to confirmation place evaluation handover source receiver basis"
)
_OFFICIAL = (
    "threats facts help_tried letter reply petition paper "
    "dictum scope given_in accepted placement judge court clerk wish statement"
)
USES: dict[str, Use] = {
    name: use
    for use, names in (
        (Use.DEFINITION, _DEFINITION),
        (Use.FAMILY, _FAMILY),
        (Use.NOTE, _NOTE),
        (Use.OFFICIAL, _OFFICIAL),
    )
    for name in names.split()
}
"""What a field is for, by its name; any other field with text is read as a note."""

NO_TEXT = frozenset(
    [
        "id",
        "child",
        "by",
        "do",
        "at",
        "opening",
        "names",
        "name",
        "bsn",
        "rule",
        "request",
        "move",
        "step",
        "outcome",
        "person",
        "agreed_by",
        "recipients",
        "sheet_to",
        "offered_to",
        "given_by",
        "second",
        "second_reader",
        "approved_by",
        "carers",
        "gi",
        "order",
        "consent",
        "mother",
        "about",
        "sibling",
        "replaces",
        "zaaknummer",
        "ecli",
        "authority",
        "worker",
        "party",
        "key",
        "concerns",
        "took_part",
        "statements",
        "content",
    ]
)
"""Ids, names of people and offices, and words from a closed list: nothing to read."""

_PEOPLE = frozenset({"by", "worker"})
"""Who acts: nothing to read."""


def texts(command: BaseModel) -> Iterator[tuple[str, Use, str]]:
    """Every free text of a command: its field, what it is for, and the text."""
    for name in type(command).model_fields:
        value = getattr(command, name)
        if isinstance(value, BaseModel) and name not in _PEOPLE:
            yield from texts(value)
        if isinstance(value, BaseModel) or name in NO_TEXT:
            continue
        for text in _strings(value):
            yield name, USES.get(name, Use.NOTE), text


def _strings(value: object) -> Iterator[str]:
    """Plain text only; a word from a closed list is an enumeration, and no text."""
    if type(value) is str:
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in _strings(part))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from (text for _, _, text in texts(part)) if isinstance(part, BaseModel) else _strings(part)

"""Entries about the sheet of rights, in one line for who reads along."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from states.facts import Notice
from states.notices import late
from states.position import DUTCH, State

Entry = dict[str, Any]


class Names(Protocol):
    """Who is who."""

    def name_of(self, id_: str) -> str:
        """The name of a person."""
        ...


def needs(entry: Entry, names: Names) -> str:
    """How somebody reads and hears best."""
    found = entry["facts"]["needs"]
    interpreter = ", met een tolk" if found.get("interpreter") else ""
    easy = ", makkelijk lezen" if found.get("easy") else ""
    return f"uitleg voor {names.name_of(found['person'])}: {found.get('language', 'Nederlands')}{interpreter}{easy}"


def explained(entry: Entry, names: Names) -> str:
    """To whom the sheet was explained, about which situation, and with which help."""
    found = entry["facts"]["explained"]
    interpreter = ", met een tolk" if found.get("interpreter") else ""
    easy = ", in makkelijke taal" if found.get("easy") else ""
    about = f"rechtenblad ({DUTCH[State(found['state'])]}) uitgelegd aan {names.name_of(found['person'])}"
    return f"{about}: {found.get('language', 'Nederlands')}{interpreter}{easy}"


def given(entry: Entry, names: Names) -> str:
    """Who got a sheet of rights, about which situation; or who did not. Why not is shown with the entry itself."""
    return "; ".join(_sheet(row, names) for row in entry["facts"]["sheets"])


def delivered(entry: Entry, names: Names) -> str:
    """Which notices reached whom, on which day and by whom, and the sheets that went along."""
    facts = entry["facts"]
    told = dict.fromkeys(_delivery(row, names) for row in facts["deliveries"])
    sheets = [_sheet(row, names) for row in facts.get("sheets", ())]
    return "; ".join((*told, *sheets))


def _sheet(row: Entry, names: Names) -> str:
    about = f"rechtenblad ({DUTCH[State(row['state'])]})"
    if not row.get("given", True):
        return f"{about} niet gegeven aan {names.name_of(row['person'])}, met de reden"
    interpreter = ", met een tolk" if row.get("interpreter") else ""
    return f"{about} gegeven aan {names.name_of(row['person'])}{interpreter}"


def _delivery(row: Entry, names: Names) -> str:
    how = "gegeven aan" if row.get("given", True) else "niet gegeven, met de reden, aan"
    text = f", tekst {row['text']} van {row['edition']}" if row.get("text") else ""
    by = names.name_of(row["by"])
    return f"kennisgeving ({row['code']}) {how} {names.name_of(row['recipient'])}, {row['on']}, door {by}{text}"


def due_line(due: Notice, name: str, now: datetime) -> str:
    """To whom a notice is due and until which day; and that the day is over."""
    if due.due is None:
        return f"{name} ({due.code})"
    return f"{name} ({due.code}), uiterlijk {due.due.isoformat()}{' TE LAAT' if late(due, now) else ''}"

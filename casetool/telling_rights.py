"""Entries about the sheet of rights, in one line for who reads along."""

from __future__ import annotations

from typing import Any, Protocol

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
